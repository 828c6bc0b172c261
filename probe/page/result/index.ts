import { replace } from '@zos/router';
import { pageLife } from '../../../device/ui/page-life';
import { mount, wholeScreen } from '../../watch/page';
import { PARTS } from '../../plan/parts';
import { notesOf, reportLines } from '../../plan/report';
import { NOTHING_DONE } from '../../plan/state';
import { askFacts } from '../../watch/facts';
import { readNote, removeNote } from '../../watch/notes';
import { say } from '../../watch/say';
import { keepLit, letSleep } from '../../watch/screen';
import { stopEverything } from '../../watch/stop';
import { readState, saveState } from '../../watch/store';
import type { ResultAction } from './view';
import { viewResult } from './view';

/** Long enough to take a photo. */
const PHOTO_MS = 120_000;

Page(
  pageLife(() => {
    keepLit(PHOTO_MS);
    const frame = wholeScreen();
    const facts = askFacts();
    const elements = () => viewResult(reportLines(readState(), facts, readNote), frame, say);
    const act = (action: ResultAction): void => {
      switch (action) {
        case 'back':
          replace({ url: 'page/menu/index' });
          return;
        case 'stop':
          stopEverything();
          return;
        case 'clear':
          saveState(NOTHING_DONE);
          PARTS.forEach((_, place) => {
            notesOf(place).forEach(removeNote);
          });
          mounted.update(elements());
          return;
      }
    };
    const mounted = mount(elements(), act);
    return () => {
      letSleep();
      mounted.unmount();
    };
  }),
);
