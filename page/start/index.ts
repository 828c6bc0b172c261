import { BasePage } from '@zeppos/zml/base-page';
import { linkedPageLife } from '../../device/page';
import { openStartPage } from './open';

Page(BasePage(linkedPageLife(openStartPage)));
