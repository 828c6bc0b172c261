import { pageLife } from '../../device/ui/page-life';
import { openWatch } from '../../device/watch/watch';
import { openBeginPage } from './open';

Page(
  pageLife((param) => {
    openBeginPage(openWatch(), param);
    return () => undefined;
  }),
);
