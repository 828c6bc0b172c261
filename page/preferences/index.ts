import { pageLife } from '../../device/ui/page-life';
import { openPreferencesPage } from './open';

Page(pageLife(openPreferencesPage));
