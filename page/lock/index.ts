import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openLockPage } from './open';

Page(pageLife(() => openLockPage(openWatch())));
