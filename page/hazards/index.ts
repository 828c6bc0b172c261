import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openHazardsPage } from './open';

Page(pageLife(() => openHazardsPage(openWatch())));
