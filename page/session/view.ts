import type { Key, LockedState } from '../../core/session/keys';
import type { Signal } from '../../core/cue/cue';
import { signalOf } from '../../core/cue/cue';
import type { SessionView } from '../../core/session/view';
import { SECOND } from '../../core/time';
import { countdown } from '../../device/text/duration';
import type { Text } from '../../device/text/ids';
import { activityName, legName } from '../../device/text/names';
import { bezel } from '../../device/ui/bezel';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import type { Veins } from '../../device/ui/legs';
import { legs } from '../../device/ui/legs';
import { button, line, paragraph } from '../../device/ui/parts';
import { COLORS } from '../../device/ui/theme';
import type { Ask } from './ask';
import { asked, timeWhileAsked } from './ask';
import { below, foot } from './below';
import { edge } from './edge';
import { keeper } from '../../core/kept';
import { keyHints } from './key-hints';
import type { SessionLayout } from './layout';
import { clockWidth, layoutSession } from './layout';
import { alertOf, isNextNews, note } from './note';

export type SessionAction =
  | 'pause'
  | 'resume'
  | 'next'
  | 'back'
  | 'extend'
  | 'askEnd'
  | 'end'
  | 'discard'
  | 'keepGoing'
  | 'switchTime'
  | 'dark'
  | 'lock'
  | 'touchDark'
  | 'hurts'
  | 'fine'
  | 'stopAtSign'
  | 'yes'
  | 'no';

/** `black`: nothing is lit, and cues go on. `word`: about to be black; shows how to get the picture back. */
export type Look = 'picture' | 'word' | 'black';

/** `end`: whether to end the session; `endOrDiscard`: also whether to keep it; `leave`: whether to leave the page. */
export type Question = 'end' | 'endOrDiscard' | 'leave';

export interface SessionState {
  readonly session: SessionView;
  /** What the person is being asked. */
  readonly asking?: Question;
  /** Whether the time left is that of the whole session instead of the step. */
  readonly showsAll: boolean;
  /** Whether to say that the time left is that of the step. */
  readonly saysStep: boolean;
  /** What to use instead of touches; undefined when the glass is not locked. */
  readonly locked?: Locked;
  /** Whether the last change could not be saved. */
  readonly unsaved: boolean;
  /** The number of cues to come that only a live page brings. */
  readonly bare: number;
  /** Whether the watch is off the wrist. */
  readonly isOff: boolean;
  readonly look: Look;
  /** Whether the person may make the screen look black. */
  readonly canDarken: boolean;
  /** What has to be answered before the leg is touched. */
  readonly ask?: Ask;
  /** The zones of each leg with a vein to go around. */
  readonly veins?: Veins;
}

export interface Locked {
  readonly keys: readonly Key[];
  readonly flipPauses: boolean;
}

/** How long a cue stays lit at the edge of the screen, in ms. */
const LIT_FOR = 1500;

/**
 * The session screen: which leg, which zone, how long, and one button; all other buttons are below the screen. From
 * second to second only the time left and the line at the edge change, so at rest it costs two widget calls a second.
 * The buttons lie in front of that line, which would intercept their touches, and behind everything that comes and
 * goes, so that no button is recreated under a finger.
 */
export function viewSession(
  state: SessionState,
  frame: Frame,
  text: Text,
): readonly Element<SessionAction>[] {
  const { session, look } = state;
  const layout = layoutSession(frame);
  if (look !== 'picture') return darkSheet(look, frame, layout, text);
  const cue = litCue(session);
  const isOver = session.phase === 'ended';
  const around = [
    ...edge(session, { isLit: cue !== undefined, waits: isNextNews(session) }, frame, layout),
    ...bezel(frame, cue),
    ...(isOver
      ? unsavedEnd(state, layout, text)
      : keptControls(controlsFrom(state, layout, text), () => controls(state, frame, layout, text))),
  ];
  if (state.asking === 'leave') return around.concat(whetherToLeave(layout, text));
  const alert = alertOf(state, cue, layout, text);
  const isPaused = session.phase === 'paused';
  // In large text there is no space for both: the question waits, so that it is not answered unread.
  const ask = alert && layout.isLarge && state.ask?.kind === 'question' ? undefined : state.ask;
  if (ask) {
    return around.concat(
      timeLeft(state, { ask, isAlert: alert !== undefined }, false, frame, layout, text),
      asked(ask, session, alert, state.locked !== undefined, frame, layout, text),
    );
  }
  return around.concat(
    timeLeft(state, undefined, state.showsAll && !isPaused && !alert, frame, layout, text),
    session.activity.kind === 'prepare'
      ? preparation(session, layout, text)
      : activity(state, frame, layout, text),
    isPaused ? pauseBand(state, frame, layout, text) : note(state, alert, layout, text),
  );
}

/**
 * A session whose record the disk does not take would stay for good on a watch that makes no folder for it. It can be
 * discarded one swipe down, far from where a finger was that paused.
 */
function unsavedEnd(
  { unsaved }: SessionState,
  { row, pageEnd, sizes }: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  if (!unsaved) return [];
  const discard = button<SessionAction>('discard', row(0), text('Discard'), sizes.row, 'plain');
  return [{ kind: 'scrollBar', key: 'scrollBar' }, { ...discard, color: COLORS.warm }, foot(pageEnd())];
}

/** Shown above the button, which then says no, while a second swipe would leave. */
function whetherToLeave({ leave, leaveHow, sizes, isLarge }: SessionLayout, text: Text): readonly Element[] {
  return [
    paragraph('leave', leave(), text('The session goes on. Leave?'), sizes.leave, COLORS.warm),
    line('note', leaveHow(), text(isLarge ? 'Yes: swipe again' : 'Yes: swipe right again'), sizes.note),
  ];
}

/** A black button over the whole screen that takes every touch; no other pixel is lit, so that nothing burns in. */
function darkSheet(
  look: Look,
  { width, height }: Frame,
  { word, sizes }: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const black = { color: COLORS.background, fill: COLORS.background, pressedFill: COLORS.background };
  const all = { x: 0, y: 0, w: width, h: height, text: '', size: sizes.leg };
  const words = text('Black screen, cues go on. To see, tap twice or press a key.');
  return [
    { kind: 'button', key: 'touchDark', ...all, ...black, action: 'touchDark' },
    ...(look === 'word' ? [paragraph('word', word(), words, sizes.leg, COLORS.quiet)] : []),
  ];
}

/** The cue being felt; the finish stays lit until the page is left. */
function litCue({ phase, ending, lastCue }: SessionView): Signal | undefined {
  const isFresh = phase === 'running' && lastCue !== undefined && lastCue.ago < LIT_FOR;
  return lastCue && (isFresh || ending === 'finished') ? signalOf(lastCue.cue) : undefined;
}

const keptControls = keeper<readonly Element<SessionAction>[]>();

/** Everything that determines buttons and hints. */
function controlsFrom(
  { session, asking, canDarken, locked, ask }: SessionState,
  layout: SessionLayout,
  text: Text,
): readonly unknown[] {
  const { phase, activity: present } = session;
  const isPrepared = present.kind === 'prepare';
  const touched = [asking, canDarken, layout, text];
  return [phase, isPrepared, locked?.keys, locked?.flipPauses, locked && ask !== undefined, ...touched];
}

function controls(
  state: SessionState,
  frame: Frame,
  layout: SessionLayout,
  text: Text,
): readonly Element<SessionAction>[] {
  const { locked } = state;
  return locked ? keyHints(locked, lockedState(state), frame, layout, text) : touched(state, layout, text);
}

/** The state that determines what keys do while the glass is locked. */
export function lockedState({ session, ask }: Pick<SessionState, 'session' | 'ask'>): LockedState {
  if (session.phase === 'paused') return 'lockedPaused';
  return ask?.kind === 'sign' ? 'asked' : 'locked';
}

/**
 * The main button, over the whole lower third of the glass; in a pause it has another shape and colour. It stays on the
 * page when the person is asked whether to leave.
 */
function touched(state: SessionState, layout: SessionLayout, text: Text): readonly Element<SessionAction>[] {
  const { pause, resume, sizes } = layout;
  const isPaused = state.session.phase === 'paused';
  const [action, label] =
    state.asking === 'leave' ? (['keepGoing', 'No, stay'] as const) : (['pause', 'Pause'] as const);
  const main = isPaused
    ? { ...button<SessionAction>('resume', resume(), text('Resume'), sizes.button, 'key'), ...WARM }
    : { ...button<SessionAction>(action, pause, text(label), sizes.button, 'key'), radius: 0 };
  return [
    main,
    ...(isPaused ? [hurts(layout, text)] : []),
    { kind: 'scrollBar', key: 'scrollBar' },
    ...below(state, layout, text),
  ];
}

/** The button for a person in pain, at the lower edge in a pause. */
function hurts({ hurts: box, sizes }: SessionLayout, text: Text): Element<SessionAction> {
  return { ...button<SessionAction>('hurts', box(), text('It hurts'), sizes.row, 'plain'), radius: 0 };
}

const WARM = { fill: COLORS.warm, pressedFill: COLORS.dimZone, color: COLORS.onWarm } as const;

const keptStep = keeper<readonly Element[]>();

/**
 * While the person sits down: a picture next to the clock. After an interruption, the question takes the place of both.
 */
function preparation(session: SessionView, layout: SessionLayout, text: Text): readonly Element[] {
  const { activity: present, interrupted } = session;
  return keptStep([present, interrupted, layout, text], () => {
    const { sizes } = layout;
    const { seat, leg, title } = layout.sitting();
    return [
      line('legName', leg, legName(text, present.leg), sizes.leg),
      line('title', title, activityName(text, present), sizes.leg),
      ...(interrupted ? [] : [{ kind: 'image', key: 'seat', ...seat, src: 'seat.png' } as const]),
    ];
  });
}

function activity(
  { session, veins }: SessionState,
  frame: Frame,
  layout: SessionLayout,
  text: Text,
): readonly Element[] {
  const { activity: present, phase, way, interrupted } = session;
  // In large text, the question of an interrupted session takes its place.
  const isNamed = !(layout.isLarge && interrupted);
  return keptStep([present, way, phase, veins, isNamed, layout, text], () => {
    const { sizes } = layout;
    const at = layout.step();
    const zone = present.kind === 'zone' ? { zone: present.zone } : {};
    const shown = { leg: present.leg, ...zone, done: way.done, isDim: phase === 'paused' };
    const isChange = present.kind === 'switchLeg';
    const [color, size] = isChange ? [COLORS.warm, sizes.changeLegs] : [COLORS.text, sizes.zone];
    return [
      ...legs(frame, at.legs.x, at.legs.y, shown, veins),
      line('legName', at.leg, legName(text, present.leg), sizes.leg, COLORS.text, 'left'),
      ...(isNamed ? [paragraph('activity', at.zone, activityName(text, present), size, color, 'left')] : []),
    ];
  });
}

/**
 * The time left of the step or of the session; a touch switches between them. It blinks in a pause, and gives way to
 * the question of an interrupted session. It precedes the elements that each step recreates, so that it is not
 * recreated with them.
 */
function timeLeft(
  { session, locked }: SessionState,
  asks: { readonly ask: Ask; readonly isAlert: boolean } | undefined,
  isAll: boolean,
  frame: Frame,
  layout: SessionLayout,
  text: Text,
): Element<SessionAction> {
  const { activity: present, step, whole, phase, pausedFor = 0 } = session;
  const { sizes } = layout;
  const isPrepared = present.kind === 'prepare';
  if (session.interrupted) {
    const box = (isPrepared ? layout.sitting() : layout.step()).question();
    const align = isPrepared ? 'center' : 'left';
    return paragraph('question', box, whetherToGoOn(session, text), sizes.question, COLORS.text, align);
  }
  const usual = () => ({ ...(isPrepared ? layout.sitting() : layout.step()).time, size: sizes.time });
  const {
    x,
    y,
    w: room,
    h,
    size: wantedSize,
  } = asks ? timeWhileAsked(asks.ask, locked !== undefined, asks.isAlert, frame, layout) : usual();
  const isOut = Math.floor(pausedFor / SECOND) % 2 === 1;
  const time = countdown(Math.ceil((isAll ? whole : step).left / SECOND));
  const wanted = clockWidth(wantedSize, time.length);
  const size = wanted > room ? Math.min(wantedSize, sizes.longTime) : wantedSize;
  const w = wanted > room ? Math.min(room, clockWidth(size, time.length)) : wanted;
  const shown = { key: 'countdown', x, y, w, h, text: isOut ? '' : time, size, color: COLORS.text };
  if (locked || asks || phase === 'ended') {
    const untouched = { kind: 'text', ...shown, align: 'center', overflow: 'ellipsis' } as const;
    // Between two answers it must not look like a third one.
    return asks ? { ...untouched, x: x + Math.round((room - w) / 2), color: COLORS.quiet } : untouched;
  }
  const { background: fill, button: pressedFill } = COLORS;
  return { kind: 'button', ...shown, fill, pressedFill, action: 'switchTime' };
}

/** The question of an interrupted session, in place of the time left. It can only say how much is known to be done. */
function whetherToGoOn({ massage }: SessionView, text: Text): string {
  const [done, planned] = [massage?.done ?? 0, massage?.length ?? 0].map((length) =>
    countdown(Math.floor(length / SECOND)),
  );
  return text('{done} of {planned} done. Go on?', { done: done ?? '', planned: planned ?? '' });
}

/**
 * A band across the screen, which says that the session is paused and for how long. It has the colours of the button
 * below in reverse, so that nobody takes it for a part of that.
 */
function pauseBand(
  { session, unsaved }: SessionState,
  frame: Frame,
  { band, bandText, sizes }: SessionLayout,
  text: Text,
): readonly Element[] {
  const { interrupted, pausedFor } = session;
  const row = bandText(text('Paused'));
  const say = (key: string, box: Box, words: string) => line(key, box, words, sizes.band, COLORS.warm);
  const back: Element = { kind: 'rect', key: 'band', ...band, radius: 0, color: COLORS.band };
  if (unsaved) return [back, say('alert', row, text('Could not save'))];
  if (interrupted || pausedFor === undefined) return [back, say('alert', row, text('Interrupted'))];
  const middle = Math.round(frame.width * 0.53);
  const gap = Math.round(frame.width * 0.03);
  const before = { ...row, w: middle - gap - row.x };
  const after = { ...row, x: middle + gap, w: row.x + row.w - middle - gap };
  return [
    back,
    { ...say('alert', before, text('Paused')), align: 'right' },
    { ...say('pausedFor', after, countdown(Math.floor(pausedFor / SECOND))), align: 'left' },
  ];
}
