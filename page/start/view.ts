import type { Leg } from '../../core/body';
import { duration } from '../../device/text/duration';
import type { Text } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, columns, line, paragraph } from '../../device/ui/parts';
import type { Row } from '../../device/ui/stack';
import { stack } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type StartAction = 'start' | 'leftFirst' | 'rightFirst';

/** The day of an earlier session as seen from today; `time` is as on a clock, `08:14`. */
export type DayAgo =
  | { readonly kind: 'today'; readonly time: string }
  | { readonly kind: 'yesterday' }
  | { readonly kind: 'earlier'; readonly month: number; readonly day: number };

export interface StartState {
  /** The legs in the order they will be done, one or two. */
  readonly legs: readonly Leg[];
  /** The whole length of the plan. */
  readonly seconds: number;
  readonly last?: { readonly when: DayAgo; readonly seconds: number };
}

/** The start screen: what will happen, what speaks against it, and Start. Heights are design units. */
export function viewStart(state: StartState, frame: Frame, text: Text): readonly Element<StartAction>[] {
  const u = (length: number): number => units(frame, length);
  const small = u(SIZES.small);
  const rows: readonly Row<StartAction>[] = [
    {
      height: u(32),
      make: (box) => [line('legs', box, legsLine(state.legs, text), u(SIZES.body), COLORS.quiet)],
    },
    { height: u(46), make: (box) => [line('length', box, duration(text, state.seconds), u(SIZES.title))] },
    {
      height: u(60),
      make: (box) => {
        const words = text('Leg swollen, hot or sore? Do not start, see a doctor.');
        return [paragraph('stop', box, words, small, COLORS.warm)];
      },
    },
    { height: u(4) },
    {
      height: u(80),
      width: u(300),
      make: (box) => [button('start', box, text('Start'), u(SIZES.title), 'key')],
    },
    { height: u(8) },
    ...(state.legs.length > 1 ? choiceOfLeg(state, frame, text) : []),
    { height: u(32), make: (box) => [line('last', box, lastLine(state.last, text), small, COLORS.quiet)] },
    { height: u(32), make: (box) => [line('claim', box, text('For comfort only.'), small, COLORS.quiet)] },
  ];
  return stack(frame, u(250), u(8), rows);
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
  return [{ height: units(frame, TARGET), width: units(frame, 356), make }, { height: units(frame, 4) }];
}

function lastLine(last: StartState['last'], text: Text): string {
  if (!last) return text('No session yet');
  return text('Last: {when} · {duration}', {
    when: dayName(last.when, text),
    duration: duration(text, last.seconds),
  });
}

function dayName(day: DayAgo, text: Text): string {
  switch (day.kind) {
    case 'today':
      return text('today {time}', { time: day.time });
    case 'yesterday':
      return text('yesterday');
    case 'earlier':
      return text('{month}/{day}', { month: day.month, day: day.day });
  }
}
