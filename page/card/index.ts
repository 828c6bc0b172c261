import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openCardPage } from './open';

Page(pageLife(() => openCardPage(openWatch())));
