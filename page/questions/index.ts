import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openQuestionsPage } from './open';

Page(pageLife(() => openQuestionsPage(openWatch())));
