import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openWelcomePage } from './open';

Page(pageLife(() => openWelcomePage(openWatch())));
