import { pageLife } from '../../device/page';
import { openCheckPage } from './open';

Page(pageLife(openCheckPage));
