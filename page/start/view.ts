import type { Leg } from '../../core/body';
import type { Hazard } from '../../core/preflight';
import type { Instant } from '../../core/time';
import type { SyncState } from '../../device/sync/sync-run';
import type { DayAgo } from '../../device/text/day';
import { dayName } from '../../device/text/day';
import { duration } from '../../device/text/duration';
import { HAZARD_NAMES } from '../../device/text/hazards';
import type { Text, TextId } from '../../device/text/ids';
import { syncLine } from '../../device/text/sync-line';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, columns } from '../../device/ui/parts';
import type { Rows } from '../../device/ui/rows';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type StartAction =
  'start' | 'continue' | 'leftFirst' | 'rightFirst' | 'hazards' | 'care' | 'preferences' | 'sync';

/** What went wrong, of which the person is told before anything else that is not needed to begin. */
export type Trouble =
  'sessionUnreadable' | 'recordsUnreadable' | 'planUnreadable' | 'preferencesUnreadable' | 'storageFull';

export interface StartState {
  /** The legs in the order they will be done, one or two. */
  readonly legs: readonly Leg[];
  /** The whole length of the plan. */
  readonly seconds: number;
  readonly last?: { readonly when: DayAgo; readonly seconds: number };
  /** A session is not over: it is gone on with instead of another begun. */
  readonly running: boolean;
  /** What may keep cues from being felt. */
  readonly hazards: readonly Hazard[];
  /** What is worst comes first. */
  readonly troubles: readonly Trouble[];
  readonly sync: SyncState;
  readonly now: Instant;
}

/**
 * The start screen. What is needed to begin is seen at once: when not to, what will happen, Start, which leg first and
 * how it was last time; the rest lies below. Heights are design units.
 */
export function viewStart(state: StartState, frame: Frame, text: Text): readonly Element<StartAction>[] {
  const rows = rowsOn<StartAction>(frame);
  const quiet = COLORS.quiet;
  const warning = (key: string, words: TextId) =>
    rows.line(key, text(words), { height: 30, color: COLORS.warm });
  const wide = (action: StartAction, label: TextId) => rows.button(action, text(label), { width: 290 });
  return rows.page(250, 8, [
    rows.line('legs', legsLine(state.legs, text), { height: 32, size: 'body', color: quiet }),
    rows.line('length', duration(text, state.seconds), { height: 46, size: 'title' }),
    warning('stop', 'One leg swollen, hot or red?'),
    warning('stopHelp', 'Do not start. See a doctor today.'),
    rows.gap(8),
    startButton(state, rows, text),
    rows.gap(8),
    ...state.troubles.map((trouble) =>
      rows.paragraph(trouble, text(TROUBLES[trouble]), { height: 64, color: COLORS.warm }),
    ),
    ...(state.hazards.length > 0 ? hazardRows(state.hazards, rows, text) : []),
    ...(state.legs.length > 1 && !state.running ? choiceOfLeg(state, frame, text) : []),
    rows.line('last', lastLine(state.last, text), { height: 30, width: 350, color: quiet }),
    rows.line('claim', text('For comfort only.'), { height: 32, color: quiet }),
    wide('care', 'When not to massage'),
    rows.paragraph('syncState', syncLine(text, state.sync, state.now), {
      height: 68,
      width: 372,
      color: quiet,
    }),
    wide('sync', 'Sync now'),
    rows.gap(10),
    wide('preferences', 'Preferences'),
  ]);
}

/** A session that is not over is gone on with. */
function startButton({ running }: StartState, rows: Rows<StartAction>, text: Text): Row<StartAction> {
  const look = { width: 320, height: 84, size: 'title', look: 'key' } as const;
  return running
    ? rows.button('continue', text('Continue'), look)
    : rows.button('start', text('Start'), look);
}

const TROUBLES: Readonly<Record<Trouble, TextId>> = {
  sessionUnreadable: 'A session could not be read. Its file was kept.',
  recordsUnreadable: 'Past sessions could not be read. Their file was kept.',
  planUnreadable: 'The plan could not be read: this is the standard one.',
  preferencesUnreadable: 'Preferences could not be read: please check them.',
  storageFull: 'The storage is full: nothing was started.',
};

/** One line and a sign; a touch leads to what it means and what to do. */
function hazardRows(
  hazards: readonly Hazard[],
  rows: Rows<StartAction>,
  text: Text,
): readonly Row<StartAction>[] {
  const [only] = hazards;
  const words = text(only && hazards.length === 1 ? HAZARD_NAMES[only] : 'Cues may not be felt');
  return [rows.button('hazards', `! ${words}`, { width: 344, color: COLORS.warm }), rows.gap(6)];
}

function legsLine([first, second]: readonly Leg[], text: Text): string {
  if (first === 'left') return text(second ? 'Left leg, then right' : 'Left leg only');
  return text(second ? 'Right leg, then left' : 'Right leg only');
}

/** Two buttons, the chosen one bright: both orders are seen, and one touch is enough. */
function choiceOfLeg({ legs }: StartState, frame: Frame, text: Text): readonly Row<StartAction>[] {
  const make: Row<StartAction>['make'] = (box) => {
    const [left = box, right = box] = columns(box, units(frame, 8), [1, 1]);
    const size = units(frame, SIZES.body);
    const leftFirst = legs[0] === 'left';
    return [
      button('leftFirst', left, text('Left first'), size, leftFirst ? 'chosen' : 'plain'),
      button('rightFirst', right, text('Right first'), size, leftFirst ? 'plain' : 'chosen'),
    ];
  };
  return [{ height: units(frame, TARGET), width: units(frame, 344), make }, { height: units(frame, 2) }];
}

function lastLine(last: StartState['last'], text: Text): string {
  if (!last) return text('No session yet');
  return text('Last: {when} · {duration}', {
    when: dayName(text, last.when),
    duration: duration(text, last.seconds),
  });
}
