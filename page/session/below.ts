import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import { button, paragraph } from '../../device/ui/parts';
import { COLORS } from '../../device/ui/theme';
import type { SessionLayout } from './layout';
import { QUIET } from './note';
import type { SessionAction, SessionState } from './view';

type Row = readonly [action: SessionAction, label: TextId];

/** What is below the screen, one swipe up: rare actions, or the question whether to end. */
export function below(
  state: SessionState,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const rows = rowsOf(state);
  const isPrepared = state.session.activity.kind === 'prepare';
  const end = isPrepared ? layout.adviceEnd() : layout.pageEnd();
  return [
    ...(isEndAsked(state) ? question(state, layout, text) : buttons(rows, layout, text)),
    ...(isPrepared && !isEndAsked(state) ? [advice(layout, text)] : []),
    foot(end),
  ];
}

/** Makes the page end here. */
export function foot(end: number): Element {
  return { kind: 'rect', key: 'foot', x: 0, y: end - 1, w: 1, h: 1, radius: 0, color: 0 };
}

function rowsOf({ session, canDarken }: SessionState): readonly Row[] {
  const isPaused = session.phase === 'paused';
  const rows: readonly (Row | false)[] = [
    // In a pause it is already in sight.
    !isPaused && ['hurts', 'It hurts'],
    ['next', 'Next'],
    ['back', 'Back'],
    ['extend', '+15 s'],
    !isPaused && canDarken && ['dark', 'Dark'],
    !isPaused && ['lock', 'Lotion mode'],
    ['askEnd', 'End session'],
  ];
  return rows.filter((row): row is Row => row !== false);
}

function buttons(
  rows: readonly Row[],
  { row, sizes }: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  return rows.map(([action, label], index) => button(action, row(index), text(label), sizes.row, 'plain'));
}

/** Whether the question whether to end is shown below; the question whether to leave is shown above. */
function isEndAsked({ asking }: Pick<SessionState, 'asking'>): boolean {
  return asking === 'end' || asking === 'endOrDiscard';
}

/**
 * "Keep going" is where "End session" was, or lower, so that a finger that slips twice ends nothing. A session with
 * little done can also be discarded.
 */
function question(state: SessionState, layout: SessionLayout, text: Text): readonly Element<SessionAction>[] {
  const { row, sizes, isLarge } = layout;
  const last = rowsOf(state).length - 1;
  const isShort = state.asking === 'endOrDiscard';
  const answers: readonly Row[] = isShort
    ? [
        ['end', 'End and save'],
        ['discard', 'Discard'],
      ]
    : [['end', 'End']];
  const first = last - answers.length;
  const { swallowedBy } = state.session;
  // What was lost is above the screen, and it may be why the person ends.
  const isLost = isShort && swallowedBy !== undefined;
  const asks = isLost
    ? text(QUIET[swallowedBy][isLarge ? 1 : 0])
    : text(isShort ? 'Save this session?' : 'End this session?');
  return [
    paragraph(
      'ask',
      layout.ask(first - 1, isShort),
      asks,
      isLost ? sizes.word : isLarge && isShort ? sizes.note : sizes.row,
      COLORS.warm,
    ),
    ...answers.map(([action, label], index) => ({
      ...button(action, row(first + index), text(label), sizes.row, 'plain'),
      ...(action === 'discard' ? { color: COLORS.warm } : {}),
    })),
    button('keepGoing', row(last), text('Keep going'), sizes.row, 'key'),
  ];
}

/** How much of the page has to be above the screen to show the whole question. */
export function aboveQuestion(state: SessionState, { row, lastRow }: SessionLayout): number {
  return row(rowsOf(state).length - 1).y - lastRow().y;
}

function advice({ advice: box, sizes }: SessionLayout, text: Text): Element {
  const words =
    'Sit, leg on a pillow. Light touch toward the heart, around the veins, never on a bulging one. Stop if it hurts.';
  return paragraph('advice', box(), text(words), sizes.word, COLORS.text);
}
