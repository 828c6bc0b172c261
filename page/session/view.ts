import type { Signal } from '../../core/cue/cue';
import { signalOf } from '../../core/cue/cue';
import type { Key } from '../../core/keys';
import type { Activity } from '../../core/routine';
import type { QuietMode } from '../../core/session/delivery';
import type { Progress, SessionView } from '../../core/session/view';
import { SECOND } from '../../core/time';
import { countdown } from '../../device/text/duration';
import type { Text, TextId } from '../../device/text/ids';
import { activityName, legName } from '../../device/text/names';
import { bezel } from '../../device/ui/bezel';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { legs } from '../../device/ui/legs';
import { button, columns, line, paragraph } from '../../device/ui/parts';
import { fullRing, progressRing } from '../../device/ui/ring';
import { COLORS } from '../../device/ui/theme';
import type { SessionLayout } from './layout';
import { layoutSession } from './layout';

export type SessionAction =
  'pause' | 'resume' | 'next' | 'extend' | 'askEnd' | 'end' | 'keepGoing' | 'dark' | 'touchDark';

/** `black`: nothing is lit, and cues go on; `word`: it is about to be so, and says how to get the picture back. */
export type Look = 'picture' | 'word' | 'black';

export interface SessionState {
  readonly session: SessionView;
  /** Whether the person is being asked if the session is to end. */
  readonly asking: boolean;
  /** What to use instead of touches; none when the glass listens. */
  readonly locked?: Locked;
  /** Whether the last change did not get to the disk. */
  readonly unsaved: boolean;
  /** How many cues are to come that only a living page brings. */
  readonly bare: number;
  /** Whether the watch is not on the wrist. */
  readonly isOff: boolean;
  readonly look: Look;
  /** Whether the person may have the screen look black. */
  readonly canDarken: boolean;
}

interface Locked {
  readonly keys: readonly Key[];
  readonly flipPauses: boolean;
}

/** How long a cue stays lit at the edge of the screen, in ms. */
const LIT_FOR = 1500;

/**
 * The session screen. Within a second nothing changes but the countdown and the two rings, so at rest it costs three
 * widget calls a second. The buttons lie above the rings, which would take the touches meant for them, and below all
 * that comes and goes, so that no button is made anew under a finger.
 */
export function viewSession(
  state: SessionState,
  frame: Frame,
  text: Text,
): readonly Element<SessionAction>[] {
  const { session, look, locked } = state;
  const layout = layoutSession(frame);
  if (look !== 'picture') return darkSheet(look, frame, layout, text);
  const cue = litCue(session);
  const steps = { ...layout.stepRing, color: cue === undefined ? COLORS.key : COLORS.track };
  return [
    ...fullRing(frame, 'stepTrack', { ...layout.stepRing, color: COLORS.track }, COLORS.background),
    ...fullRing(frame, 'wholeTrack', { ...layout.wholeRing, color: COLORS.track }, COLORS.background),
    ...progressRing(frame, 'whole', layout.wholeRing, ...wholeSteps(session.whole)),
    ...progressRing(frame, 'step', steps, ...wholeSteps(session.step)),
    ...bezel(frame, cue),
    ...(locked ? keyHints(locked, session, layout, text) : buttons(state, layout, text)),
    ...activityElements(session, layout, frame, text),
    note(state, layout, text),
  ];
}

/** One black button over all of the screen, which takes every touch; no other pixel is lit, so that nothing burns in. */
function darkSheet(
  look: Look,
  { width, height }: Frame,
  { word, titleSize }: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const black = { color: COLORS.background, fill: COLORS.background, pressedFill: COLORS.background };
  const all = { x: 0, y: 0, w: width, h: height, text: '', size: titleSize };
  const words = text('Cues go on in the dark. Tap twice or press a key to see.');
  return [
    { kind: 'button', key: 'touchDark', ...all, ...black, action: 'touchDark' },
    ...(look === 'word' ? [paragraph('word', word, words, titleSize, COLORS.quiet)] : []),
  ];
}

/** The cue that is being felt; the finish stays lit until the page is left. */
function litCue({ phase, ending, lastCue }: SessionView): Signal | undefined {
  const isFresh = phase === 'running' && lastCue !== undefined && lastCue.ago < LIT_FOR;
  return lastCue && (isFresh || ending === 'finished') ? signalOf(lastCue.cue) : undefined;
}

function activityElements(
  session: SessionView,
  layout: SessionLayout,
  frame: Frame,
  text: Text,
): readonly Element[] {
  const { activity } = session;
  const left = countdown(secondsLeft(session.step));
  const leg = line('legName', layout.leg, legName(text, activity.leg), layout.legSize, COLORS.quiet);
  const question = session.interrupted ? whetherToGoOn(session, text) : undefined;
  if (activity.kind === 'prepare') {
    const advice =
      'Sit, leg on a pillow. Light touch toward the heart, around the veins, never on a bulging one. Stop if it hurts.';
    return [
      leg,
      line('title', layout.title, activityName(text, activity), layout.titleSize),
      paragraph('advice', layout.advice, question ?? text(advice), layout.noteSize, COLORS.text),
      { ...line('countdown', layout.smallCountdown, left, layout.smallCountdownSize), align: 'right' },
    ];
  }
  return [
    ...litLegs(session, layout, frame),
    leg,
    {
      ...line('activity', layout.activity, activityName(text, activity), layout.activitySize),
      align: 'left',
    },
    question === undefined
      ? { ...line('countdown', layout.countdown, left, layout.countdownSize), align: 'left' }
      : { ...paragraph('question', layout.countdown, question, layout.noteSize, COLORS.text), align: 'left' },
  ];
}

/** What a session that was cut off asks, in the place of the time left: nobody knows more than what is done. */
function whetherToGoOn({ whole }: SessionView, text: Text): string {
  const [done, planned] = [whole.done, whole.length].map((length) => countdown(Math.floor(length / SECOND)));
  return text('{done} of {planned} done for sure. Go on?', { done: done ?? '', planned: planned ?? '' });
}

/** While legs are changed, the zone that comes next is lit: it shows where to put the hands. */
function litLegs({ activity, next }: SessionView, layout: SessionLayout, frame: Frame): readonly Element[] {
  const shown = [activity, next].find(isZone);
  return shown ? legs(frame, layout.legs.x, layout.legs.y, shown.leg, shown.zone) : [];
}

function isZone(activity: Activity | undefined): activity is Activity & { readonly kind: 'zone' } {
  return activity?.kind === 'zone';
}

/** Which mode keeps cues from being felt, in the room that there is. */
const QUIET: Readonly<Record<QuietMode, TextId>> = {
  doNotDisturb: 'Do not disturb: on',
  sleep: 'Sleep mode: on',
  theatre: 'Theatre mode: on',
};

/** What comes next, unless there is something more pressing to say. */
function note(
  { session, asking, unsaved, bare, isOff }: SessionState,
  layout: SessionLayout,
  text: Text,
): Element {
  const { phase, interrupted, activity, next } = session;
  const box = activity.kind === 'prepare' ? layout.besideSmallCountdown : layout.note;
  const say = (key: string, words: string, color: number): Element => ({
    ...line(key, box, words, layout.noteSize, color),
    align: 'left',
  });
  if (asking) return say('alert', text('End this session?'), COLORS.warm);
  if (unsaved) return say('alert', text('Could not save'), COLORS.warm);
  if (phase === 'ended') return say('over', text('Session done'), COLORS.key);
  if (phase === 'paused') return say('alert', text(interrupted ? 'Interrupted' : 'Paused'), COLORS.warm);
  if (session.swallowedBy) return say('alert', text(QUIET[session.swallowedBy]), COLORS.warm);
  if (isOff) return say('alert', text('Not on the wrist'), COLORS.warm);
  // Whoever looks up at a tick they do not know reads what it was.
  if (litCue(session) === 'lightTouch') return say('cue', text('Light touch'), COLORS.warm);
  if (bare > 0) return say('alert', text('{count} without alarm', { count: String(bare) }), COLORS.warm);
  return say(
    'note',
    next ? text('Next: {step}', { step: activityName(text, next) }) : text('Last step'),
    COLORS.quiet,
  );
}

function buttons(
  { session, asking, canDarken }: SessionState,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  if (session.phase === 'ended') return [];
  return asking ? questionButtons(layout, text) : controls(session, canDarken, layout, text);
}

function controls(
  { phase }: SessionView,
  canDarken: boolean,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const [extend, pause, next] = columns(layout.controls, layout.gap, [10, 13, 10]);
  const paused = phase === 'paused';
  const size = layout.buttonSize;
  if (!extend || !pause || !next) return [];
  return [
    button('extend', extend, text('+15 s'), size, 'plain'),
    {
      ...button('pause', pause, text(paused ? 'Resume' : 'Pause'), size, 'key'),
      action: paused ? 'resume' : 'pause',
    },
    button('next', next, text('Next'), size, 'plain'),
    ...lowestButtons(!paused && canDarken, layout, text),
  ];
}

function lowestButtons(
  isDarkOffered: boolean,
  { lowest, gap, buttonSize, noteSize }: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const [dark, end] = columns(lowest, gap, [72, 150]);
  if (!isDarkOffered || !dark || !end)
    return [button('askEnd', lowest, text('End session'), buttonSize, 'plain')];
  return [
    button('dark', dark, text('Dark'), noteSize, 'plain'),
    button('askEnd', end, text('End session'), noteSize, 'plain'),
  ];
}

/** "Keep going" lies where "End session" was: a finger that slips twice ends nothing. */
function questionButtons(layout: SessionLayout, text: Text): readonly Element<SessionAction>[] {
  return [
    button('end', { ...layout.lowest, y: layout.controls.y }, text('End'), layout.buttonSize, 'plain'),
    button('keepGoing', layout.lowest, text('Keep going'), layout.buttonSize, 'key'),
  ];
}

/** What the keys do while the glass is locked, in the place of the buttons. */
function keyHints(
  { keys, flipPauses }: Locked,
  { phase }: SessionView,
  layout: SessionLayout,
  text: Text,
): readonly Element[] {
  if (phase === 'ended') return [];
  const { controls, lowest, noteSize } = layout;
  const paused = phase === 'paused';
  const lines = hintsFor(keys, paused).map((hint) => text(hint));
  const places = columns(
    controls,
    layout.gap,
    // Of two keys the lower one has the longer name.
    lines.map((_, index) => (lines.length === 2 ? 7 + 4 * index : 1)),
  );
  const hints = places.map((box, index) =>
    paragraph(`hint${index}`, box, lines[index] ?? '', noteSize, COLORS.text),
  );
  const isFlipHeard = flipPauses && !paused;
  const lock = text(isFlipHeard ? 'Hold a key: unlock. Flip: pause' : 'Locked: hold a key to unlock');
  return [...hints, paragraph('locked', lowest, lock, noteSize, COLORS.warm)];
}

/** A watch with keys at its side needs no more than those; others have a crown that is pressed and turned. */
function hintsFor(keys: readonly Key[], paused: boolean): readonly TextId[] {
  if (keys.includes('select'))
    return [paused ? 'SELECT: resume' : 'SELECT: pause', 'UP: +15 s', 'DOWN: next'];
  return [
    paused ? 'Crown: resume' : 'Crown: pause',
    !keys.includes('shortcut') ? 'Turn it: +15 s' : 'Lower key: +15 s',
  ];
}

function wholeSteps(progress: Progress): [done: number, total: number] {
  const total = Math.ceil(progress.length / SECOND);
  return [total - secondsLeft(progress), total];
}

function secondsLeft({ left }: Progress): number {
  return Math.ceil(left / SECOND);
}
