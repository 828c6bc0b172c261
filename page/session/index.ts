import { pageLife } from '../../device/ui/page-life';
import { openSessionPage } from './open';

// A plain page, not ZML's: nothing of the link to the phone runs while a session is cued.
Page(pageLife(openSessionPage));
