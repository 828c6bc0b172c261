import { pageLife } from '../../device/page';
import { openHazardsPage } from './open';

Page(pageLife(openHazardsPage));
