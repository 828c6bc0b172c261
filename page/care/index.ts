import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openCarePage } from './open';

Page(pageLife(() => openCarePage(openWatch())));
