import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openRemindersPage } from './open';

Page(pageLife((param) => openRemindersPage(openWatch(), param)));
