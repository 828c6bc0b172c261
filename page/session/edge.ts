import type { CueKind } from '../../core/cue/cue';
import type { CueMark, SessionView } from '../../core/session/view';
import { SECOND } from '../../core/time';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { gauge, gaugePoints, gaugeTrack } from '../../device/ui/gauge';
import { COLORS } from '../../device/ui/theme';
import { keeper } from '../../core/kept';
import type { SessionLayout } from './layout';

/** The most marks; beyond this, reminders are left out. */
const MOST_MARKS = 24;

/**
 * The whole session along the edge of the screen, with its cues. The done part is dimmed while a cue `isLit`. With
 * `waits`, the line is drawn as it was a second ago, so that this second needs no more changes than any other.
 */
export function edge(
  { whole, way, phase, lastCue }: SessionView,
  { isLit, waits }: { readonly isLit: boolean; readonly waits: boolean },
  frame: Frame,
  layout: SessionLayout,
): readonly Element[] {
  const total = Math.ceil(whole.length / SECOND);
  const done = total - Math.ceil(whole.left / SECOND) - (waits ? 1 : 0);
  const shape = {
    ...layout.gauge,
    color: isLit ? COLORS.track : phase === 'paused' ? COLORS.dimDone : COLORS.key,
  };
  const behind = lastCue ? lastCue.number + 1 : 0;
  return [
    ...keptTrack([layout], () => gaugeTrack(frame, 'whole', layout.gauge)),
    ...gauge(frame, 'whole', shape, done, total),
    ...marksOn(frame, layout, way.marks, behind, whole.length),
  ];
}

const keptTrack = keeper<readonly Element[]>();

/** They change only with a cue, but are needed every second. */
const keptMarks = keeper<readonly Element[]>();

/** A mark is filled when its cue was played, and hollow when it was not. */
function marksOn(
  frame: Frame,
  layout: SessionLayout,
  marks: readonly CueMark[],
  behind: number,
  length: number,
): readonly Element[] {
  return keptMarks([marks, behind, layout], () => {
    const pointAt = gaugePoints(frame, layout.gauge);
    const showsAll = marks.length <= MOST_MARKS;
    const shown: Element[] = [];
    marks.forEach((mark, number) => {
      if (!showsAll && mark.kind === 'lightTouch') return;
      const { x, y } = pointAt(length > 0 ? mark.at / length : 1);
      const radius = layout.marks[sizeOf(mark.kind)];
      shown.push({
        kind: 'arc',
        key: `mark${number}`,
        from: 0,
        to: 360,
        x: x - radius,
        y: y - radius,
        w: 2 * radius,
        h: 2 * radius,
        line: mark.isPlayed ? radius : layout.marks.line,
        color: number < behind ? COLORS.onKey : COLORS.text,
      });
    });
    return shown;
  });
}

function sizeOf(kind: CueKind): 'small' | 'zone' | 'large' {
  switch (kind) {
    case 'lightTouch':
      return 'small';
    case 'begin':
    case 'moveUp':
      return 'zone';
    case 'switchLeg':
    case 'finish':
      return 'large';
  }
}
