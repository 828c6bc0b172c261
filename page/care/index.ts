import { pageLife } from '../../device/ui/page-life';
import { openCarePage } from './open';

Page(pageLife(openCarePage));
