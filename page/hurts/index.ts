import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openHurtsPage } from './open';

Page(pageLife(() => openHurtsPage(openWatch())));
