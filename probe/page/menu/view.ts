import type { Element } from '../../../device/ui/element';
import type { Frame } from '../../../device/ui/frame';
import { pageOfRows } from '../../../device/ui/page-of-rows';
import { rowsOn } from '../../../device/ui/rows';
import { COLORS } from '../../../device/ui/theme';
import type { TestId } from '../../plan/parts';
import { PARTS, TESTS } from '../../plan/parts';
import type { State } from '../../plan/state';
import type { Say } from '../../plan/words';

export type MenuAction = TestId | 'goOn' | 'result' | 'stop';

/** All tests, with their answers, and the one in progress. */
export function viewMenu(state: State, frame: Frame, say: Say): readonly Element<MenuAction>[] {
  const rows = rowsOn<MenuAction>(frame);
  const button = (action: MenuAction, words: string, look: 'plain' | 'key') =>
    rows.button(action, words, { width: 300, below: 10, look });
  const running = state.running && PARTS[state.running.part]?.test;
  return pageOfRows(frame, 200, [
    rows.line('title', say('Probe'), { height: 40 }),
    ...(running ? [button('goOn', say('Go on with {test}', { test: running }), 'key')] : []),
    button('stop', say('Stop motor'), 'plain'),
    button('result', say('Result'), 'plain'),
    rows.paragraph(
      'before',
      say(
        'Tests of this watch, 10 minutes. Before: battery above 30 %, do not disturb, sleep and theatre mode off, always-on display off.',
      ),
      { height: 200, width: 320, color: COLORS.quiet },
    ),
    ...TESTS.map((test) => button(test, `${test}  ${answersOf(test, state)}`, 'plain')),
  ]);
}

function answersOf(test: TestId, { done }: State): string {
  return PARTS.map((part, place) => (part.test === test ? (done[place]?.answers ?? '-') : '')).join('');
}
