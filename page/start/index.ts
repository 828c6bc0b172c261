import { phoneLink } from '../../device/sync/messaging';
import { pageLife } from '../../device/ui/page-life';
import { openStartPage } from './open';

Page(pageLife(() => openStartPage(phoneLink())));
