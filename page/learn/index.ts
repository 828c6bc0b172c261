import { pageLife } from '../../device/page';
import { openLearnPage } from './open';

Page(pageLife(openLearnPage));
