import { pageLife } from '../../device/ui/page-life';
import { openLearnPage } from './open';

Page(pageLife(openLearnPage));
