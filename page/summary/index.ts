import { BasePage } from '@zeppos/zml/base-page';
import { linkedPageLife } from '../../device/page';
import { openSummaryPage } from './open';

Page(BasePage(linkedPageLife(openSummaryPage)));
