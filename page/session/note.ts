import type { Signal } from '../../core/cue/cue';
import type { QuietMode } from '../../core/session/delivery';
import type { SessionView } from '../../core/session/view';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { Text, TextId } from '../../device/text/ids';
import { activityName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import { line } from '../../device/ui/parts';
import { COLORS } from '../../device/ui/theme';
import { keeper } from '../../core/kept';
import type { SessionLayout } from './layout';
import type { SessionState } from './view';

/** How long before the end of a step the next one is announced. */
const TOLD_BEFORE: Millis = 10 * SECOND;

/** Says which mode swallowed the last cue, in the space available. The mode may be off again. */
export const QUIET: Readonly<Record<QuietMode, readonly [plain: TextId, large: TextId]>> = {
  doNotDisturb: ['Do not disturb: cue lost?', 'Do not disturb: lost?'],
  sleep: ['Sleep mode: cue lost?', 'Sleep mode: lost?'],
  theatre: ['Theatre mode: cue lost?', 'Theatre mode: lost?'],
};

export interface Note {
  readonly key: string;
  readonly words: string;
  readonly color: number;
}

/** What the person needs to know now. */
export function alertOf(
  { session, unsaved, bare, isOff }: SessionState,
  cue: Signal | undefined,
  { isLarge }: SessionLayout,
  text: Text,
): Note | undefined {
  const { warm, key } = COLORS;
  if (unsaved) return { key: 'alert', words: text('Could not save'), color: warm };
  if (session.phase === 'ended') return { key: 'over', words: text('Session done'), color: key };
  if (session.swallowedBy)
    return { key: 'alert', words: text(QUIET[session.swallowedBy][isLarge ? 1 : 0]), color: warm };
  if (isOff) return { key: 'alert', words: text('Watch not worn?'), color: warm };
  // A person who looks up at an unfamiliar tick can read what it was.
  if (cue === 'lightTouch') return { key: 'cue', words: text('Light touch'), color: warm };
  if (bare === 0) return undefined;
  return { key: 'alert', words: text(isLarge ? 'Keep it open.' : 'Keep Legato open.'), color: warm };
}

const keptNote = keeper<readonly Element[]>();

/**
 * The alert, if there is one; else, after a touch on the time, what it shows; else, just before the end of a step, what
 * comes next.
 */
export function note(
  state: SessionState,
  alert: Note | undefined,
  layout: SessionLayout,
  text: Text,
): readonly Element[] {
  const { key, words, color } = alert ?? {
    key: 'note',
    words: aside(state, layout, text),
    color: COLORS.text,
  };
  return keptNote([key, words, layout], () => {
    const shown = line(key, layout.noteText(words), words, layout.sizes.note, color);
    const { isLarge } = layout;
    const box = layout.note();
    const y = box.y + Math.round(box.h / 6);
    const behind: Element = {
      ...{ kind: 'rect', key: 'noteBack', ...box, radius: 0, color: COLORS.background },
      ...{ y, h: box.y + box.h - y },
    };
    return isLarge && words !== '' ? [behind, shown] : [shown];
  });
}

/** Whether the announcement of what comes next appears in this second. */
export function isNextNews({ next, step }: SessionView): boolean {
  return next !== undefined && step.left <= TOLD_BEFORE && step.left > TOLD_BEFORE - SECOND;
}

function aside(
  { session, showsAll, saysStep, veins }: SessionState,
  { isLarge }: SessionLayout,
  text: Text,
): string {
  const { activity: present, next, step } = session;
  if (showsAll) return text('Left in the session');
  if (saysStep) return text('Left in this step');
  const isTold = next !== undefined && step.left <= TOLD_BEFORE;
  if (isTold) return text('Next: {step}', { step: activityName(text, next) });
  const hasVein = present.kind === 'zone' && veins?.[present.leg].includes(present.zone) === true;
  if (!hasVein) return '';
  return text(isLarge ? 'Around the vein' : 'Around it, never on it');
}
