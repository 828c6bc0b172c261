import type { Leg } from '../core/body';
import { LEGS } from '../core/body';
import type { CardState, CardWeek, LegToday } from '../core/today/card';
import { MARKED_DAYS } from '../core/today/card';
import type { Text, TextId } from '../device/text/ids';
import { legName } from '../device/text/names';
import type { Box, Frame } from '../device/ui/frame';
import { textUnits, units } from '../device/ui/frame';
import { button, line } from '../device/ui/parts';
import { COLORS } from '../device/ui/theme';
import type { CardSpace } from '../device/watch/card';
import type { RectElement } from '../device/ui/element';
import type { CardElement } from './draw';

/**
 * The result of a touch on the card: begin a session, go on with one, show why the legs are locked, open the app, or
 * choose when to be reminded.
 */
export type CardAction = 'start' | 'goOn' | 'lock' | 'open' | 'later';

/**
 * Lengths in design units: the distance from the edge of the card and between its parts, the height of its button, and
 * the text sizes of a row and of the button. `share` is what the main button has of the width beside another.
 */
const CARD = { edge: 12, gap: 8, button: 84, text: 28, label: 36, share: 0.6 } as const;

/** The mark of a day: its width, and its height for each leg and for none. */
const MARK = { width: 20, leg: 20, none: 4 } as const;

/**
 * The card: a row for each leg, the left one above, the marks of the week between them, and a button; beside Start, if
 * a reminder is set and a leg is left to do, another one to put it off. Once all is done, that is what it says, and the
 * button is quiet. The mark of a day extends up toward the left leg and down toward the right one, if they were done.
 */
export function viewCard(
  state: CardState,
  space: CardSpace,
  frame: Frame,
  text: Text,
): readonly CardElement<CardAction>[] {
  const { above, marks, below, press } = layOut(space, frame);
  const size = textUnits(frame, CARD.text);
  const row = (key: string, box: Box, words: string) => line(key, box, words, size);
  const [action, words] = buttonOf(state);
  const isShared = state.kind === 'ready' && state.canPutOff;
  const w = isShared ? Math.floor(press.w * CARD.share) : press.w;
  const label = textUnits(frame, CARD.label);
  const look = state.kind === 'done' ? 'plain' : 'key';
  const large = button<CardAction>(action, { ...press, w }, text(words), label, look);
  const week = weekMarks(state.kind === 'open' ? undefined : state.week, marks, frame);
  switch (state.kind) {
    case 'open':
      return [row('above', above, 'Legato'), large];
    case 'going': {
      const { minutesLeft: minutes } = state;
      return [
        row('above', above, text(minutes === undefined ? 'Session not over' : 'A session is running')),
        ...week,
        row('below', below, minutes === undefined ? '' : text('About {minutes} min left', { minutes })),
        large,
      ];
    }
    case 'done':
    case 'ready':
    case 'locked': {
      const { legs } = state;
      const told = (leg: Leg): string => text(TODAY[legs[leg]], { leg: legName(text, leg) });
      const done = LEGS.filter((leg) => legs[leg] === 'done').map((leg) => legName(text, leg));
      // A locked leg is named as that, even if the other one is done.
      const [first, last] =
        state.kind === 'done' && !LEGS.some((leg) => legs[leg] === 'locked')
          ? [
              line('above', above, text('Done today'), units(frame, CARD.label), COLORS.key),
              row('below', below, done.length === LEGS.length ? text('Both legs') : done.join()),
            ]
          : [row('above', above, told('left')), row('below', below, told('right'))];
      const shown = [first, ...week, last, large];
      if (!isShared) return shown;
      const x = press.x + w + units(frame, CARD.gap);
      const rest = { ...press, x, w: press.x + press.w - x };
      return [...shown, button<CardAction>('later', rest, text('Later'), size, 'plain')];
    }
  }
}

const TODAY: Readonly<Record<LegToday, TextId>> = {
  done: '{leg}: done',
  partly: '{leg}: in part',
  notYet: '{leg}: not yet',
  locked: '{leg}: locked',
  notPlanned: '{leg}: –',
};

function buttonOf({ kind }: CardState): readonly [CardAction, TextId] {
  switch (kind) {
    case 'open':
      return ['open', 'Open Legato'];
    case 'going':
      return ['goOn', 'Continue'];
    case 'locked':
      return ['lock', 'Locked. Why?'];
    case 'ready':
      return ['start', 'Start'];
    case 'done':
      return ['start', 'Start again'];
  }
}

interface Layout {
  readonly above: Box;
  readonly marks: Box;
  readonly below: Box;
  readonly press: Box;
}

function layOut(space: CardSpace, frame: Frame): Layout {
  const u = (length: number): number => units(frame, length);
  const edge = Math.max(0, u(CARD.edge) - space.x);
  const x = space.x + edge;
  const w = space.w - 2 * edge;
  const press = { x, y: space.h - u(CARD.edge + CARD.button), w, h: u(CARD.button) };
  const middle = u(2 * MARK.leg);
  const height = Math.floor((press.y - u(CARD.edge + CARD.gap) - middle) / 2);
  const above = { x, y: u(CARD.edge), w, h: height };
  const marks = { x, y: above.y + height, w, h: middle };
  return { above, marks, below: { x, y: marks.y + middle, w, h: height }, press };
}

function weekMarks(week: CardWeek | undefined, box: Box, frame: Frame): readonly RectElement[] {
  const step = Math.floor(box.w / MARKED_DAYS);
  const width = units(frame, MARK.width);
  return (week ?? []).map((day, index) => {
    const x = box.x + index * step + Math.floor((step - width) / 2);
    const done = LEGS.filter((leg) => day[leg]);
    const h = done.length > 0 ? Math.floor((box.h * done.length) / LEGS.length) : units(frame, MARK.none);
    const y = done[0] === 'left' ? 0 : done[0] === 'right' ? box.h - h : Math.floor((box.h - h) / 2);
    const color = done.length > 0 ? COLORS.key : COLORS.dimAhead;
    const radius = Math.floor(Math.min(width, h) / 2);
    return { kind: 'rect', key: `day${index}`, x, y: box.y + y, w: width, h, radius, color };
  });
}
