import { push } from '@zos/router';
import { pageLife } from '../../../device/ui/page-life';
import { mount, wholeScreen } from '../../watch/page';
import { firstPartOf } from '../../plan/parts';
import { say } from '../../watch/say';
import { readState } from '../../watch/store';
import { stopEverything } from '../../watch/stop';
import type { MenuAction } from './view';
import { viewMenu } from './view';

Page(
  pageLife(() => {
    const frame = wholeScreen();
    const elements = () => viewMenu(readState(), frame, say);
    const act = (action: MenuAction): void => {
      switch (action) {
        case 'stop':
          stopEverything();
          mounted.update(elements());
          return;
        case 'result':
          push({ url: 'page/result/index' });
          return;
        case 'goOn':
          push({ url: 'page/test/index' });
          return;
        default:
          push({ url: 'page/test/index', params: String(firstPartOf(action)) });
      }
    };
    const mounted = mount(elements(), act);
    return () => {
      mounted.unmount();
    };
  }),
);
