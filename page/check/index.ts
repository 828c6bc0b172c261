import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openCheckPage } from './open';

Page(pageLife(() => openCheckPage(openWatch())));
