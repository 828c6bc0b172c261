import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openPreferencesPage } from './open';

Page(pageLife(() => openPreferencesPage(openWatch())));
