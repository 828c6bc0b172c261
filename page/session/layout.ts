import type { Box, Frame } from '../../device/ui/frame';
import { highestBox, lowestBox, rowAt, units } from '../../device/ui/frame';
import { legsBox } from '../../device/ui/legs';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type SessionLayout = ReturnType<typeof layOut>;

/**
 * The ring of the step, that of the whole inside it, and how far everything else stays from the edge of the screen. On a
 * square screen the rings run along straight rows of buttons, which need the room.
 */
const RINGS = {
  round: { steps: { inset: 2, line: 12 }, whole: { inset: 18, line: 5 }, edge: 26 },
  square: { steps: { inset: 2, line: 10 }, whole: { inset: 15, line: 4 }, edge: 31 },
} as const;

/** Where everything on the session screen is, in pixels; worked out once for a frame, as it is asked for each second. */
export function layoutSession(frame: Frame): SessionLayout {
  const known = layouts.get(frame);
  if (known) return known;
  const layout = layOut(frame);
  layouts.set(frame, layout);
  return layout;
}

const layouts = new WeakMap<Frame, SessionLayout>();

/** The numbers are design units. */
function layOut(frame: Frame) {
  const u = (length: number): number => units(frame, length);
  const { steps, whole, edge } = RINGS[frame.shape];
  const margin = u(edge);
  const gap = u(8);
  const target = u(TARGET);

  const lowest = lowestBox(frame, u(230), target, margin);
  const controlsTop = lowest.y - gap - target;
  const controls = rowAt(frame, controlsTop, controlsTop + target, margin);

  const leg = highestBox(frame, u(150), u(34), margin);
  const top = leg.y + leg.h;
  const room = controlsTop - gap - top;

  const picture = legsBox(frame);
  const legsTop = top + Math.round((room - picture.h) / 2);
  // The picture is a black sheet that would take a bite out of a ring. Where the screen is round the legs begin further in
  // than its corner, so that may come close.
  const besideLegs = frame.shape === 'round' ? u(whole.inset) + u(whole.line) + 1 : margin;
  const legs = { x: rowAt(frame, legsTop, legsTop + picture.h, besideLegs).x, y: legsTop };

  const column = legs.x + picture.w + u(6);
  const inColumn = (y: number, h: number): Box => {
    const row = rowAt(frame, y, y + h, margin);
    return { x: column, y, w: row.x + row.w - column, h };
  };
  // Nearer to the buttons than to the leg's name: the zone's name needs the room that a round screen has further down.
  const columnTop = top + Math.round((room - u(44 + 100 + 36)) * 0.75);
  const activity = inColumn(columnTop, u(44));
  const time = inColumn(activity.y + activity.h, u(100));
  const note = inColumn(time.y + time.h, u(36));

  const title = rowAt(frame, top, top + u(40), margin);
  const bottomRow = rowAt(frame, controlsTop - u(46), controlsTop - u(2), margin);
  const advice = rowAt(frame, title.y + title.h, bottomRow.y, margin);
  const smallCountdown = { ...bottomRow, w: Math.round(bottomRow.w * 0.3) };
  const beside = bottomRow.x + smallCountdown.w + u(14);

  const middle = Math.round(frame.height / 2);
  const word = rowAt(frame, middle - u(90), middle + u(90), margin);

  return {
    ...{
      lowest,
      controls,
      leg,
      legs,
      activity,
      countdown: time,
      note,
      title,
      advice,
      smallCountdown,
      word,
      gap,
    },
    besideSmallCountdown: { ...bottomRow, x: beside, w: bottomRow.x + bottomRow.w - beside },
    stepRing: { inset: u(steps.inset), line: u(steps.line), color: COLORS.key, track: COLORS.track },
    wholeRing: { inset: u(whole.inset), line: u(whole.line), color: COLORS.text, track: COLORS.track },
    legSize: u(SIZES.body),
    titleSize: u(SIZES.label),
    activitySize: u(SIZES.label),
    countdownSize: u(SIZES.countdown),
    smallCountdownSize: u(SIZES.title),
    noteSize: u(SIZES.small),
    buttonSize: u(SIZES.body),
  };
}
