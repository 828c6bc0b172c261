import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openLearnPage } from './open';

Page(pageLife(() => openLearnPage(openWatch())));
