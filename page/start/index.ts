import { BasePage } from '@zeppos/zml/base-page';
import { linkedPageLife } from '../../device/ui/page-life';
import { openStartPage } from './open';

Page(BasePage(linkedPageLife(openStartPage)));
