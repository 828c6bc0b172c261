import { phoneLink } from '../../device/sync/messaging';
import { pageLife } from '../../device/ui/page-life';
import { openSummaryPage } from './open';

Page(pageLife(() => openSummaryPage(phoneLink())));
