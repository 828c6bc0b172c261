import { FIRST_LINE } from '../../watch/first-line';
import { replace } from '@zos/router';
import type { Element } from '../../../device/ui/element';
import type { Frame } from '../../../device/ui/frame';
import { pageLife } from '../../../device/ui/page-life';
import { pageOfRows } from '../../../device/ui/page-of-rows';
import { rowsOn } from '../../../device/ui/rows';
import { mount, wholeScreen } from '../../watch/page';
import { PARTS } from '../../plan/parts';
import { KEYS, noteName } from '../../plan/report';
import type { Say } from '../../plan/words';
import { playList, stopMotor } from '../../watch/motor';
import { writeNote } from '../../watch/notes';
import { say } from '../../watch/say';
import { keepLit, letSleep } from '../../watch/screen';
import { stopEverything } from '../../watch/stop';
import { readState } from '../../watch/store';

/** The motor may be asleep when a page starts from a dark screen, so the page waits a little. */
const PLAY_AFTER = 500;
const LIT_MS = 30_000;

type OpenedAction = 'next' | 'stop';

function view(frame: Frame, words: Say): readonly Element<OpenedAction>[] {
  const rows = rowsOn<OpenedAction>(frame);
  return pageOfRows(frame, 240, [
    rows.paragraph('opened', words('The alarm has opened this page.'), { height: 80, width: 320 }),
    rows.button('next', words('Next'), { width: 300, below: 10, look: 'key' }),
    rows.button('stop', words('Stop motor'), { width: 300, look: 'plain' }),
  ]);
}

/**
 * The page that an alarm opens. It notes that it was opened, and plays. What it was opened for is on disk, not in a
 * parameter.
 */
Page(
  pageLife(() => {
    const { running } = readState();
    const ring = running ? (PARTS[running.part]?.rings.findIndex(({ opens }) => opens === 'page') ?? -1) : -1;
    if (running && ring >= 0) {
      writeNote(noteName(running.part, ring), { [KEYS.firstLine]: String(FIRST_LINE) });
    }
    keepLit(LIT_MS);
    const playing = setTimeout(() => {
      playList(3, 300, 300);
    }, PLAY_AFTER);
    const mounted = mount(view(wholeScreen(), say), (action) => {
      if (action === 'stop') stopEverything();
      else replace({ url: 'page/test/index', params: String(running?.part ?? 0) });
    });
    return () => {
      clearTimeout(playing);
      stopMotor();
      letSleep();
      mounted.unmount();
    };
  }),
);
