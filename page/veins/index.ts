import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openVeinsPage } from './open';

Page(pageLife(() => openVeinsPage(openWatch())));
