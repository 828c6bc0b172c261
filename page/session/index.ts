import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openSessionPage } from './open';

Page(pageLife(() => openSessionPage(openWatch())));
