import { BasePage } from '@zeppos/zml/base-page';
import { linkedPageLife } from '../../device/ui/page-life';
import { openSummaryPage } from './open';

Page(BasePage(linkedPageLife(openSummaryPage)));
