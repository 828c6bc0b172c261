import { phoneLink } from '../../device/sync/messaging';
import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openSummaryPage } from './open';

Page(pageLife(() => openSummaryPage(openWatch(), phoneLink())));
