import { pageLife } from '../../device/page';
import { openCarePage } from './open';

Page(pageLife(openCarePage));
