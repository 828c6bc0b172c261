import type { Box, Frame } from '../../device/ui/frame';
import { highestBox, lowestBox, rowAt, units } from '../../device/ui/frame';
import { legsBox } from '../../device/ui/legs';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type SessionLayout = ReturnType<typeof layoutSession>;

/** Where everything on the session screen is, in pixels. The numbers are design units. */
export function layoutSession(frame: Frame) {
  const u = (length: number): number => units(frame, length);
  const edge = u(26);
  const gap = u(8);
  const target = u(TARGET);

  const end = lowestBox(frame, u(216), target, edge);
  const controlsTop = end.y - gap - target;
  const controls = rowAt(frame, controlsTop, controlsTop + target, edge);

  const leg = highestBox(frame, u(150), u(34), edge);
  const top = leg.y + leg.h;
  const room = controlsTop - gap - top;

  const picture = legsBox(frame);
  const legsTop = top + Math.round((room - picture.h) / 2);
  const besideLegs = rowAt(frame, legsTop, legsTop + picture.h, edge).x;
  // Thighs are narrower at their very top, so the corner of the picture may reach over the edge of a round screen.
  const legs = { x: frame.shape === 'round' ? besideLegs - u(8) : besideLegs, y: legsTop };

  const column = legs.x + picture.w + u(12);
  const inColumn = (y: number, h: number): Box => {
    const row = rowAt(frame, y, y + h, edge);
    return { x: column, y, w: row.x + row.w - column, h };
  };
  const columnTop = top + Math.round((room - u(44 + 100 + 36)) / 2);
  const activity = inColumn(columnTop, u(44));
  const time = inColumn(activity.y + activity.h, u(100));
  const note = inColumn(time.y + time.h, u(36));

  const title = rowAt(frame, top, top + u(42), edge);
  const advice = rowAt(frame, title.y + title.h, title.y + title.h + u(122), edge);
  const bottomRow = rowAt(frame, advice.y + advice.h, controlsTop - u(2), edge);
  const smallCountdown = { ...bottomRow, w: Math.round(bottomRow.w * 0.36) };
  const beside = bottomRow.x + smallCountdown.w + u(14);

  return {
    ...{ end, controls, leg, legs, activity, countdown: time, note, title, advice, smallCountdown, gap },
    besideSmallCountdown: { ...bottomRow, x: beside, w: bottomRow.x + bottomRow.w - beside },
    stepRing: { inset: u(2), line: u(12), color: COLORS.key, track: COLORS.track },
    wholeRing: { inset: u(18), line: u(5), color: COLORS.text, track: COLORS.track },
    legSize: u(SIZES.body),
    titleSize: u(SIZES.label),
    activitySize: u(SIZES.label),
    countdownSize: u(SIZES.countdown),
    smallCountdownSize: u(SIZES.title),
    noteSize: u(SIZES.small),
    buttonSize: u(SIZES.body),
  };
}
