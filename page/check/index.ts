import { pageLife } from '../../device/ui/page-life';
import { openCheckPage } from './open';

Page(pageLife(openCheckPage));
