import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import type { HardQuestion } from '../../core/care/answers';
import type { Sign } from '../../core/care/sign-of-day';
import { SIGNS as ALL_SIGNS } from '../../core/care/sign-of-day';
import type { SessionView } from '../../core/session/view';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { QUESTIONS, SHORT_SIGNS, SIGNS } from '../../device/text/care';
import type { Text, TextId } from '../../device/text/ids';
import { activityName, legName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { imageSize, rowAt, textUnits, units } from '../../device/ui/frame';
import { LEGS_SIZE } from '../../device/ui/legs-shape';
import { button, columns, line, paragraph } from '../../device/ui/parts';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';
import { keeper } from '../../core/kept';
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
  isLocked: boolean,
  isAlert: boolean,
  frame: Frame,
  layout: SessionLayout,
): Box & { readonly size: number } {
  return { ...placesOf(ask, isLocked, frame, layout, isAlert).time, size: textUnits(frame, SIZES.label) };
}

/**
 * Replaces the picture of sitting down, or of the legs: a question, and its answers, in the same order as everywhere. The
 * leg is named first, as always. For a sign, a touch on the drawn leg also means no. While the glass is locked, there is
 * nothing to touch: a hold of a key unlocks it for the answer.
 */
export function asked(
  ask: Ask,
  { activity, step }: SessionView,
  alert: Note | undefined,
  isLocked: boolean,
  frame: Frame,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const t = (of: keyof typeof SIZES): number => textUnits(frame, SIZES[of]);
  const { sizes, isLarge } = layout;
  const isSign = ask.kind === 'sign';
  const places = placesOf(ask, isLocked, frame, layout, alert !== undefined);
  const { name, above, asked: box, yes, no, picture } = places;
  // Toward the end it says that no answer is needed for the session to go on.
  const title = step.left > GOES_ON ? activityName(text, activity) : text('Goes on by itself');
  const said = alert ?? { key: 'title', words: title, color: COLORS.quiet };
  const [words, onYes, onNo] = isSign
    ? ([(isLarge ? SHORT_SIGNS : SIGNS)[ask.sign], 'stopAtSign', 'fine'] as const)
    : ([QUESTIONS[ask.question], 'yes', 'no'] as const);
  const answer = (action: SessionAction, place: Box, label: TextId) => ({
    ...button(action, place, text(label), t(isLarge ? 'label' : 'title'), 'chosen'),
    key: label,
  });
  return [
    line('legName', name, legName(text, activity.leg), sizes.leg),
    ...(above.h > 0 ? [line(said.key, above, said.words, t('small'), said.color)] : []),
    paragraph('asked', box, text(words), t('body'), COLORS.warm),
    ...(isSign ? [drawnLeg(activity.leg, picture, isLocked)] : []),
    ...(isLocked ? [] : [answer(onYes, yes, 'Yes'), answer(onNo, no, 'No')]),
  ];
}

/** How long before the end of a step a question says what happens without an answer. */
const GOES_ON: Millis = 10 * SECOND;

function drawnLeg(leg: Leg, picture: Box, isLocked: boolean): Element<SessionAction> {
  const src = `sign-${leg}.png`;
  if (isLocked) return { kind: 'image', key: 'fine', x: picture.x, y: picture.y, src };
  const black = { fill: COLORS.background, pressedFill: COLORS.background };
  return { ...button<SessionAction>('fine', picture, '', 1, 'plain'), ...black, src };
}

/**
 * In design units: the distances from the edge and between the drawn leg and what is next to it; how far this step's text
 * extends into the empty lower end of the name, its height and that of an alert; the height of the answers, the space
 * above and below them and between them, and the share of the time if each answer has four.
 */
const ASKED = {
  plain: {
    margin: 20,
    gap: 10,
    up: 3,
    above: 34,
    alert: 38,
    end: 2,
    answer: 80,
    clear: { round: 16, square: 12 },
    apart: 6,
    time: 3.6,
  },
  large: {
    margin: 18,
    gap: 2,
    up: -12,
    above: 0,
    alert: 48,
    end: 6,
    answer: TARGET,
    clear: { round: 8, square: 8 },
    apart: 4,
    time: 5,
  },
} as const;

/**
 * This step's text, the question, and its answers with the time left between or above them; for a sign next to the drawn
 * leg. An alert is directly above the answers and replaces this step's text, which large text has no space for.
 */
function placesOf(ask: Ask, isLocked: boolean, frame: Frame, layout: SessionLayout, isAlert: boolean) {
  const isMirrored = ask.kind === 'sign' && ask.isMirrored;
  return keptPlaces([ask.kind, isMirrored, isLocked, isAlert, frame, layout], () =>
    layOutAsked(ask.kind === 'sign', isMirrored, isLocked, isAlert, frame, layout),
  );
}

/** The height of the time above the answers, in design units. */
const CLOCK = 36;

/** The distance of the question from the edge while the marks of the keys are there, in design units. */
const BESIDE_KEYS = 32;

/** What is asked stands for many seconds, and only the time in it changes. */
const keptPlaces = keeper<ReturnType<typeof layOutAsked>>();

function layOutAsked(
  isSign: boolean,
  isMirrored: boolean,
  isLocked: boolean,
  isAlert: boolean,
  frame: Frame,
  { askedLeg, third, isLarge }: SessionLayout,
) {
  const u = (length: number): number => units(frame, length);
  const m = ASKED[isLarge ? 'large' : 'plain'];
  const { w, h } = imageSize(frame, LEGS_SIZE);
  const pictureTop = third - h - u(2);
  const left = { ...rowAt(frame, pictureTop, pictureTop + h, u(m.margin)), w, h };
  const place = (box: Box): Box => (isMirrored ? { ...box, x: frame.width - box.x - box.w } : box);
  const between = (y: number, end: number, gap = u(m.gap), margin: number = m.margin): Box => {
    const row = rowAt(frame, y, end, u(margin));
    const x = isSign ? left.x + w + gap : row.x;
    return place({ x, y, w: row.x + row.w - x, h: end - y });
  };
  const top = askedLeg.y + askedLeg.h - u(m.up);
  const answersTop = third - u(m.answer + m.clear[frame.shape]);
  const above = u(isAlert ? m.alert : m.above);
  const aboveTop = isAlert ? answersTop - above : top;
  const head = between(top, top + above, 0);
  const row = between(answersTop, answersTop + u(m.answer));
  // Beside the drawn leg the answers need all the width, so the time stands above them, where an alert would be.
  const isAbove = isSign && !isLocked && !isLarge && !isAlert;
  const [yes = row, middle = row, no = row] = columns(row, u(m.apart), [4, isAbove ? 0 : m.time, 4]);
  const time = isAbove ? between(answersTop - u(CLOCK), answersTop) : middle;
  return {
    ...{ yes, time, no, picture: place(left) },
    // The name of the leg and what is to be done stand one below the other.
    name: isLarge ? askedLeg : { ...head, y: askedLeg.y, h: askedLeg.h },
    above: isAlert ? between(aboveTop, aboveTop + above) : head,
    asked: between(
      isAlert ? top : top + above,
      isAbove ? time.y : isAlert ? aboveTop : answersTop - u(m.end),
      u(m.gap),
      isLocked ? BESIDE_KEYS : m.margin,
    ),
  };
}
