import { phoneLink } from '../../device/sync/messaging';
import { pageLife } from '../../device/ui/page-life';
import { openCalmWatch } from '../../device/watch/watch';
import { openStartPage } from './open';

Page(pageLife((param) => openStartPage(openCalmWatch(), phoneLink(), param)));
