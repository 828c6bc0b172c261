import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import { button, paragraph } from '../../device/ui/parts';
import { COLORS } from '../../device/ui/theme';
import type { SessionLayout } from './layout';
import type { SessionAction, SessionState } from './view';

type Row = readonly [action: SessionAction, label: TextId];

/** What lies below the screen, one swipe up: all that one does seldom, or the question whether to end. */
export function below(
  state: SessionState,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const rows = rowsOf(state);
  const isPrepared = state.session.activity.kind === 'prepare';
  const end = isPrepared ? layout.adviceEnd : layout.pageEnd;
  const foot: Element = { kind: 'rect', key: 'foot', x: 0, y: end - 1, w: 1, h: 1, radius: 0, color: 0 };
  return [
    ...(state.asking ? question(rows.length - 1, layout, text) : buttons(rows, layout, text)),
    ...(isPrepared ? [advice(layout, text)] : []),
    foot,
  ];
}

function rowsOf({ session, canDarken }: SessionState): readonly Row[] {
  const isPaused = session.phase === 'paused';
  const rows: readonly (Row | false)[] = [
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

/** "Keep going" lies where "End session" was: a finger that slips twice ends nothing. */
function question(
  last: number,
  { row, sizes }: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  return [
    paragraph('ask', row(last - 2), text('End this session?'), sizes.row, COLORS.warm),
    button('end', row(last - 1), text('End'), sizes.row, 'plain'),
    button('keepGoing', row(last), text('Keep going'), sizes.row, 'key'),
  ];
}

function advice({ advice: box, sizes }: SessionLayout, text: Text): Element {
  const words =
    'Sit, leg on a pillow. Light touch toward the heart, around the veins, never on a bulging one. Stop if it hurts.';
  return paragraph('advice', box, text(words), sizes.word, COLORS.text);
}
