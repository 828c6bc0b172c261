import { phoneLink } from '../../device/sync/messaging';
import { pageLife } from '../../device/ui/page-life';
import { openCalmWatch } from '../../device/watch/watch';
import { openSummaryPage } from './open';

Page(pageLife(() => openSummaryPage(openCalmWatch(), phoneLink())));
