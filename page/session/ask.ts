import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import type { HardQuestion } from '../../core/care/answers';
import type { Sign } from '../../core/care/sign-of-day';
import { SIGNS as ALL_SIGNS } from '../../core/care/sign-of-day';
import type { SessionView } from '../../core/session/view';
import { QUESTIONS, SHORT_SIGNS, SIGNS } from '../../device/text/care';
import type { Text, TextId } from '../../device/text/ids';
import { activityName, legName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { imageSize, rowAt, textUnits, units } from '../../device/ui/frame';
import { LEGS_SIZE } from '../../device/ui/legs-shape';
import { button, columns, line, paragraph } from '../../device/ui/parts';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';
import type { SessionLayout } from './layout';
import type { Note } from './note';
import type { SessionAction } from './view';

/**
 * What is asked before a leg is touched: the sign of the day, with the drawn leg on one side or the other, or a
 * question that should have been answered before the first session.
 */
export type Ask =
  | { readonly kind: 'sign'; readonly sign: Sign; readonly isMirrored: boolean }
  | { readonly kind: 'question'; readonly question: HardQuestion };

/**
 * Whether the drawn leg, which is the answer that all is fine, is on the other side: a button that is always in one
 * place gets touched without reading. The number of signs is even, so the next round begins on the other side, and each
 * sign is seen on both.
 */
export function isMirroredOn(day: Day, leg: Leg): boolean {
  const turn = Math.floor(day / ALL_SIGNS.length) + day + (leg === 'left' ? 0 : 1);
  return Math.abs(turn % 2) === 1;
}

/** The position and size of the time left while something is asked. */
export function timeWhileAsked(
  ask: Ask,
  frame: Frame,
  layout: SessionLayout,
): Box & { readonly size: number } {
  if (ask.kind === 'sign') {
    return { ...signPlaces(frame, layout, ask.isMirrored).time, size: textUnits(frame, SIZES.zone) };
  }
  return { ...questionPlaces(frame, layout).time, size: textUnits(frame, SIZES.label) };
}

/**
 * Replaces the picture of sitting down, or of the legs: a question, and two answers to touch. The leg is named first,
 * as always.
 */
export function asked(
  ask: Ask,
  session: SessionView,
  alert: Note | undefined,
  isLocked: boolean,
  frame: Frame,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  return ask.kind === 'sign'
    ? signOfDay(ask, session, alert, isLocked, frame, layout, text)
    : question(ask.question, session, alert, frame, layout, text);
}

/**
 * The drawn leg is the answer that all is fine. While the glass is locked, keys answer, and there is nothing to touch.
 */
function signOfDay(
  { sign, isMirrored }: Extract<Ask, { readonly kind: 'sign' }>,
  { activity }: SessionView,
  alert: Note | undefined,
  isLocked: boolean,
  frame: Frame,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const { title, question: box, stop, picture, note } = signPlaces(frame, layout, isMirrored);
  const { isLarge, askedLeg, sizes } = layout;
  const u = (of: keyof typeof SIZES): number => textUnits(frame, SIZES[of]);
  const src = `sign-${activity.leg}.png`;
  const black = COLORS.background;
  const fine = button<SessionAction>('fine', picture, '', u('small'), 'plain');
  const stopButton = button<SessionAction>('stopAtSign', stop, text('Yes'), u('label'), 'plain');
  const touched: readonly Element<SessionAction>[] = [
    { ...fine, src, fill: black, pressedFill: black },
    { ...stopButton, color: COLORS.warm },
  ];
  const said = alert ?? {
    key: 'note',
    words: isLocked ? '' : text(isLarge ? 'No? Touch leg.' : 'No? Touch the leg.'),
    color: COLORS.text,
  };
  return [
    line('legName', askedLeg, legName(text, activity.leg), sizes.leg),
    // The text for this step is left out if the question needs its space.
    ...(isLarge
      ? []
      : [line('title', title, activityName(text, activity), u('small'), COLORS.quiet, 'left')]),
    {
      ...paragraph('asked', box, text((isLarge ? SHORT_SIGNS : SIGNS)[sign]), u('body'), COLORS.warm),
      align: 'left',
    },
    ...(isLocked ? [{ kind: 'image', key: 'fine', x: picture.x, y: picture.y, src } as const] : touched),
    line(said.key, note, said.words, sizes.word, said.color, 'left'),
  ];
}

/**
 * The distances from the edge and between the leg and what is next to it, and the heights of title and note, in design
 * units.
 */
const SIGN = {
  plain: { margin: 20, gap: 10, title: 30, note: [38, 4], stop: 114 },
  large: { margin: 18, gap: 8, title: 0, note: [44, 2], stop: 118 },
} as const;

/** The drawn leg has the same height in large text, and ends at the button. */
function signPlaces(frame: Frame, { askedLeg, third, isLarge }: SessionLayout, isMirrored: boolean) {
  const u = (length: number): number => units(frame, length);
  const m = SIGN[isLarge ? 'large' : 'plain'];
  const { w, h } = imageSize(frame, LEGS_SIZE);
  const place = (box: Box): Box => (isMirrored ? { ...box, x: frame.width - box.x - box.w } : box);
  const top = isLarge ? third - h - u(1) : askedLeg.y + askedLeg.h;
  const picture = { ...rowAt(frame, top, top + h, u(m.margin)), w, h };
  const column = picture.x + w + u(m.gap);
  const inColumn = (y: number, end: number): Box => {
    const row = rowAt(frame, y, end, u(m.margin));
    return { x: column, y, w: row.x + row.w - column, h: end - y };
  };
  const stopTop = third - u(m.stop);
  const answers = inColumn(stopTop, stopTop + u(TARGET));
  const [gap, timeWidth] = [u(8), u(108)];
  const stop = { ...answers, w: Math.min(u(150), answers.w - gap - timeWidth) };
  const time = { ...answers, x: stop.x + stop.w + gap, w: timeWidth };
  const [noteFrom, noteTo] = m.note;
  return {
    title: place(inColumn(top, top + u(m.title))),
    question: place(inColumn(top + u(m.title), stopTop - u(4))),
    ...{ picture: place(picture), stop: place(stop), time: place(time) },
    note: place(inColumn(third - u(noteFrom), third - u(noteTo))),
  };
}

/**
 * Below the name of the leg are this step's text with the time left next to it, then the question, and its two answers.
 * In large text the question needs three lines, so the time is between the answers.
 */
function questionPlaces(frame: Frame, { askedLeg, third, isLarge }: SessionLayout) {
  const u = (length: number): number => units(frame, length);
  const m = QUESTION[isLarge ? 'large' : 'plain'];
  const wide = (from: number, to: number): Box => rowAt(frame, from, to, u(20));
  const top = askedLeg.y + askedLeg.h - u(m.up);
  const title = wide(top, top + u(m.title));
  const stopTop = third - u(TARGET + m.clear);
  const asked = wide(title.y + title.h - u(m.empty), stopTop - u(m.above));
  const answers = wide(stopTop, stopTop + u(TARGET));
  if (isLarge) {
    const [no = answers, time = answers, yes = answers] = columns(answers, u(8), [4, 3, 4]);
    return { title, asked, no, time, yes };
  }
  const [no = answers, yes = answers] = columns(answers, u(10), [1, 1]);
  const timeWidth = u(92);
  const time = { ...title, x: title.x + title.w - timeWidth, w: timeWidth };
  return { title: { ...title, w: title.w - timeWidth - u(8) }, asked, no, time, yes };
}

/**
 * How far this step's text extends into the empty lower end of the name, its height and how much of it is empty below
 * its letters, and the space above and below the answers, in design units.
 */
const QUESTION = {
  plain: { up: 2, title: 38, empty: 0, above: 4, clear: 12 },
  large: { up: 6, title: 40, empty: 8, above: 1, clear: 2 },
} as const;

function question(
  what: HardQuestion,
  { activity }: SessionView,
  alert: Note | undefined,
  frame: Frame,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const t = (of: keyof typeof SIZES): number => textUnits(frame, SIZES[of]);
  const { askedLeg, sizes, isLarge } = layout;
  const { title, asked: box, no, yes } = questionPlaces(frame, layout);
  const said = alert ?? { words: activityName(text, activity), color: COLORS.quiet };
  const answer = (action: SessionAction, place: Box, words: TextId): Element<SessionAction> =>
    button(action, place, text(words), t('label'), 'plain');
  return [
    line('legName', askedLeg, legName(text, activity.leg), sizes.leg),
    line('title', title, said.words, t('small'), said.color, isLarge ? 'center' : 'right'),
    paragraph('asked', box, text(QUESTIONS[what]), t('body'), COLORS.warm),
    answer('no', no, 'No'),
    answer('yes', yes, 'Yes'),
  ];
}
