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
import { button, columns, line, paragraph } from '../../device/ui/parts';
import type { Row } from '../../device/ui/stack';
import { stack } from '../../device/ui/stack';
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
  const u = (length: number): number => units(frame, length);
  const small = u(SIZES.small);
  const words = (key: string, height: number, said: string, color: number): Row<StartAction> => ({
    height: u(height),
    make: (box) => [line(key, box, said, small, color)],
  });
  const last = words('last', 30, lastLine(state.last, text), COLORS.quiet);
  const wide = (action: StartAction, label: TextId): Row<StartAction> => ({
    height: u(TARGET),
    width: u(290),
    make: (box) => [button(action, box, text(label), small, 'plain')],
  });
  const rows: readonly Row<StartAction>[] = [
    {
      height: u(32),
      make: (box) => [line('legs', box, legsLine(state.legs, text), u(SIZES.body), COLORS.quiet)],
    },
    { height: u(46), make: (box) => [line('length', box, duration(text, state.seconds), u(SIZES.title))] },
    words('stop', 30, text('One leg swollen, hot or red?'), COLORS.warm),
    words('stopHelp', 30, text('Do not start. See a doctor today.'), COLORS.warm),
    { height: u(8) },
    {
      height: u(84),
      width: u(320),
      make: (box) => [
        state.running
          ? button('continue', box, text('Continue'), u(SIZES.title), 'key')
          : button('start', box, text('Start'), u(SIZES.title), 'key'),
      ],
    },
    { height: u(8) },
    ...state.troubles.map((trouble) => troubleRow(trouble, frame, text)),
    ...(state.hazards.length > 0 ? hazardRow(state.hazards, frame, text) : []),
    ...(state.legs.length > 1 && !state.running ? choiceOfLeg(state, frame, text) : []),
    { ...last, width: u(350) },
    words('claim', 32, text('For comfort only.'), COLORS.quiet),
    wide('care', 'When not to massage'),
    {
      height: u(68),
      width: u(372),
      make: (box) => [
        paragraph('syncState', box, syncLine(text, state.sync, state.now), small, COLORS.quiet),
      ],
    },
    wide('sync', 'Sync now'),
    { height: u(10) },
    wide('preferences', 'Preferences'),
  ];
  return stack(frame, u(250), u(8), rows);
}

const TROUBLES: Readonly<Record<Trouble, TextId>> = {
  sessionUnreadable: 'A session could not be read. Its file was kept.',
  recordsUnreadable: 'Past sessions could not be read. Their file was kept.',
  planUnreadable: 'The plan could not be read: this is the standard one.',
  preferencesUnreadable: 'Preferences could not be read: please check them.',
  storageFull: 'The storage is full: nothing was started.',
};

function troubleRow(trouble: Trouble, frame: Frame, text: Text): Row<StartAction> {
  const size = units(frame, SIZES.small);
  return {
    height: units(frame, 64),
    make: (box) => [paragraph(trouble, box, text(TROUBLES[trouble]), size, COLORS.warm)],
  };
}

/** One line and a sign; a touch leads to what it means and what to do. */
function hazardRow(hazards: readonly Hazard[], frame: Frame, text: Text): readonly Row<StartAction>[] {
  const [only] = hazards;
  const words = text(only && hazards.length === 1 ? HAZARD_NAMES[only] : 'Cues may not be felt');
  const make: Row<StartAction>['make'] = (box) => [
    {
      ...button<StartAction>('hazards', box, `! ${words}`, units(frame, SIZES.small), 'plain'),
      color: COLORS.warm,
    },
  ];
  return [{ height: units(frame, TARGET), width: units(frame, 344), make }, { height: units(frame, 6) }];
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
