import { BasePage } from '@zeppos/zml/base-page';
import { pageLife } from '../../device/page';
import { openStartPage } from './open';

Page(BasePage(pageLife(openStartPage)));
