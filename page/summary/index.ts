import { BasePage } from '@zeppos/zml/base-page';
import { pageLife } from '../../device/page';
import { openSummaryPage } from './open';

Page(BasePage(pageLife(openSummaryPage)));
