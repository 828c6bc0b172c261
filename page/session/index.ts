import { pageLife } from '../../device/ui/page-life';
import { openSessionPage } from './open';

Page(pageLife(openSessionPage));
