import { pageLife } from '../../device/ui/page-life';
import { openChannel } from '../../device/watch/channel';
import { openWatch } from '../../device/watch/watch';
import { openSessionPage } from './open';

Page(pageLife(() => openSessionPage({ ...openWatch(), channel: openChannel })));
