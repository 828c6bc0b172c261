import { pageLife } from '../../device/ui/page-life';
import { openHazardsPage } from './open';

Page(pageLife(openHazardsPage));
