import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import type { HardQuestion } from '../../core/care/answers';
import type { Sign } from '../../core/care/sign-of-day';
import { SIGNS as ALL_SIGNS } from '../../core/care/sign-of-day';
import type { SessionView } from '../../core/session/view';
import { QUESTIONS, SIGNS } from '../../device/text/care';
import type { Text, TextId } from '../../device/text/ids';
import { activityName, legName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { imageSize, rowAt, units } from '../../device/ui/frame';
import { LEGS_SIZE } from '../../device/ui/legs-shape';
import { button, columns, line, paragraph } from '../../device/ui/parts';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';
import type { SessionLayout } from './layout';
import type { Note, SessionAction } from './view';

/**
 * What is asked before a leg is touched: the sign of the day, with the drawn leg at this or the other side, or a question
 * that was to be answered before the first session.
 */
export type Ask =
  | { readonly kind: 'sign'; readonly sign: Sign; readonly isMirrored: boolean }
  | { readonly kind: 'question'; readonly question: HardQuestion };

/**
 * Whether the drawn leg, which is the answer that it is fine, lies at the other side: what is always at one place is touched
 * unread. A round of signs is of even length, so the next one begins at the other side, and each sign is seen at both.
 */
export function isMirroredOn(day: Day, leg: Leg): boolean {
  const turn = Math.floor(day / ALL_SIGNS.length) + day + (leg === 'left' ? 0 : 1);
  return Math.abs(turn % 2) === 1;
}

/** Where the time left is while something is asked, and how large it is there. */
export function timeWhileAsked(
  ask: Ask,
  frame: Frame,
  layout: SessionLayout,
): Box & { readonly size: number } {
  if (ask.kind === 'sign') {
    return { ...signPlaces(frame, layout, ask.isMirrored).time, size: units(frame, SIZES.zone) };
  }
  return { ...besideTime(frame, layout).time, size: units(frame, SIZES.label) };
}

/**
 * In the place of the picture of who sits down, or of the legs: what is asked, and two things to touch. The leg is named
 * first, as ever.
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

/** The drawn leg is the answer that it is fine. Behind a locked glass keys answer, and nothing is there to touch. */
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
  const u = (of: keyof typeof SIZES): number => units(frame, SIZES[of]);
  const src = `sign-${activity.leg}.png`;
  const black = COLORS.background;
  const fine = button<SessionAction>('fine', picture, '', u('small'), 'plain');
  const stopButton = button<SessionAction>('stopAtSign', stop, text('Stop'), u('label'), 'plain');
  const touched: readonly Element<SessionAction>[] = [
    { ...fine, src, fill: black, pressedFill: black },
    { ...stopButton, color: COLORS.warm },
  ];
  const said = alert ?? {
    key: 'note',
    words: isLocked ? '' : text('Fine? Touch the leg.'),
    color: COLORS.text,
  };
  return [
    line('legName', layout.prepareLeg, legName(text, activity.leg), layout.sizes.leg),
    line('title', title, activityName(text, activity), u('small'), COLORS.quiet, 'left'),
    { ...paragraph('asked', box, text(SIGNS[sign]), u('body'), COLORS.warm), align: 'left' },
    ...(isLocked ? [{ kind: 'image', key: 'fine', x: picture.x, y: picture.y, src } as const] : touched),
    line(said.key, note, said.words, layout.sizes.word, said.color, 'left'),
  ];
}

function signPlaces(frame: Frame, { prepareLeg, third }: SessionLayout, isMirrored: boolean) {
  const u = (length: number): number => units(frame, length);
  const { w, h } = imageSize(frame, LEGS_SIZE);
  const place = (box: Box): Box => (isMirrored ? { ...box, x: frame.width - box.x - box.w } : box);
  const top = prepareLeg.y + prepareLeg.h;
  const picture = { ...rowAt(frame, top, top + h, u(20)), w, h };
  const column = picture.x + w + u(10);
  const inColumn = (y: number, end: number): Box => {
    const row = rowAt(frame, y, end, u(20));
    return { x: column, y, w: row.x + row.w - column, h: end - y };
  };
  const stopTop = third - u(114);
  const answers = inColumn(stopTop, stopTop + u(TARGET));
  const [gap, timeWidth] = [u(8), u(108)];
  const stop = { ...answers, w: Math.min(u(150), answers.w - gap - timeWidth) };
  const time = { ...answers, x: stop.x + stop.w + gap, w: timeWidth };
  return {
    title: place(inColumn(top, top + u(30))),
    question: place(inColumn(top + u(30), stopTop - u(4))),
    ...{ picture: place(picture), stop: place(stop), time: place(time) },
    note: place(inColumn(third - u(38), third - u(4))),
  };
}

/** Beside each other, below the name of the leg: what is done in this step, and the time left. */
function besideTime(frame: Frame, { prepareLeg }: SessionLayout) {
  const top = prepareLeg.y + prepareLeg.h - units(frame, 2);
  const row = rowAt(frame, top, top + units(frame, 38), units(frame, 20));
  const time = units(frame, 92);
  return {
    title: { ...row, w: row.w - time },
    time: { ...row, x: row.x + row.w - time, w: time },
    end: top + row.h,
  };
}

function question(
  what: HardQuestion,
  { activity }: SessionView,
  alert: Note | undefined,
  frame: Frame,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const u = (length: number): number => units(frame, length);
  const { prepareLeg, third, sizes } = layout;
  const { title, end } = besideTime(frame, layout);
  const wide = (from: number, to: number): Box => rowAt(frame, from, to, u(20));
  const stopTop = third - u(TARGET + 12);
  const [left, right] = columns(wide(stopTop, stopTop + u(TARGET)), u(10), [1, 1]);
  const said = alert ?? { words: activityName(text, activity), color: COLORS.quiet };
  const answer = (
    action: SessionAction,
    box: Box | undefined,
    words: TextId,
  ): readonly Element<SessionAction>[] =>
    box ? [button(action, box, text(words), u(SIZES.label), 'plain')] : [];
  return [
    line('legName', prepareLeg, legName(text, activity.leg), sizes.leg),
    line('title', title, said.words, u(SIZES.small), said.color, 'right'),
    paragraph('asked', wide(end, stopTop - u(4)), text(QUESTIONS[what]), u(SIZES.body), COLORS.warm),
    ...answer('no', left, 'No'),
    ...answer('yes', right, 'Yes'),
  ];
}
