import { pageLife } from '../../device/page';
import { openPreferencesPage } from './open';

Page(pageLife(openPreferencesPage));
