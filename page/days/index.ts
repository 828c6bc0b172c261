import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openDaysPage } from './open';

Page(pageLife(() => openDaysPage(openWatch())));
