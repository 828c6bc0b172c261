import fc from 'fast-check';
import { HOUR, SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { press, swipeOut } from './app';
import { recordsOn, sessionOn } from './disk';

/** One thing that happens to a watch with a session on it. */
export type Beat =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'press'; readonly label: string }
  | { readonly kind: 'step'; readonly ms: number }
  | { readonly kind: 'refuse'; readonly alarms: number }
  | {
      readonly kind: 'tear';
      readonly bytes: number;
      readonly then: 'crash' | 'power';
      readonly whole: number;
    }
  | { readonly kind: 'limit'; readonly alarms: number }
  | { readonly kind: 'fail'; readonly writes: number }
  | { readonly kind: 'silence'; readonly on: boolean }
  | { readonly kind: 'stall'; readonly ms: number }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'away'; readonly days: number }
  | { readonly kind: 'leave' | 'return' | 'update' }
  | { readonly kind: (typeof HAPPENINGS)[number] };

/** The only things that keep a cue from coming or from being known. */
const CAUSES = [
  'reboot',
  'update',
  'refuse',
  'limit',
  'step',
  'tear',
  'fail',
  'silence',
  'late',
  'stall',
] as const;
export type Cause = (typeof CAUSES)[number] | 'longAway' | 'next';

/** The events of a story that can cause missed cues. */
export function causesIn(story: readonly Beat[]): ReadonlySet<Cause> {
  const found = CAUSES.filter((cause) => story.some((beat) => beat.kind === cause && !isLoud(beat)));
  const days = story.reduce((sum, beat) => sum + (beat.kind === 'away' ? beat.days : 0), 0);
  const isMovedOn = story.some((beat) => beat.kind === 'press' && beat.label === 'Next');
  return new Set<Cause>([
    ...found,
    ...(days > GUARDED_DAYS ? ['longAway' as const] : []),
    ...(isMovedOn ? ['next' as const] : []),
  ]);
}

function isLoud(beat: Beat): boolean {
  return beat.kind === 'silence' && !beat.on;
}

/** What a beat adds to a story, in a few words. */
export function ingredientsOf(beat: Beat): readonly string[] {
  switch (beat.kind) {
    case 'press':
      return [beat.label];
    case 'step':
      return [beat.ms < 0 ? 'step back' : 'step forward'];
    case 'tear':
      return [`tear and ${beat.then}`];
    default:
      return [beat.kind];
  }
}

/** How long the watch can tell what became of its alarms. */
const GUARDED_DAYS = 29;

/** What happens to a watch in one step. */
const HAPPENINGS = ['screenOff', 'wake', 'palm', 'wristDown', 'crash', 'reboot'] as const;

export function beats(): fc.Arbitrary<Beat> {
  const wait = fc.record({
    kind: fc.constant('wait' as const),
    ms: fc.integer({ min: 0, max: 60 * SECOND }),
  });
  const press = fc.record({
    kind: fc.constant('press' as const),
    label: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('Pause', 'Resume', 'Next', '+15 s') },
      { weight: 1, arbitrary: fc.constantFrom('End session', 'Done', 'Start') },
    ),
  });
  const happening = fc.record({ kind: fc.constantFrom('leave' as const, 'return' as const, ...HAPPENINGS) });
  const stall = fc.record({
    kind: fc.constant('stall' as const),
    ms: fc.oneof(fc.integer({ min: 0, max: 3 * SECOND }), fc.integer({ min: 0, max: 90 * SECOND })),
  });
  const late = fc.record({ kind: fc.constant('late' as const), ms: fc.integer({ min: 0, max: 5 * SECOND }) });
  const away = fc.record({ kind: fc.constant('away' as const), days: fc.integer({ min: 1, max: 40 }) });
  const silence = fc.record({ kind: fc.constant('silence' as const), on: fc.boolean() });
  const limit = fc.record({
    kind: fc.constant('limit' as const),
    alarms: fc.integer({ min: 0, max: 24 }),
  });
  const fail = fc.record({ kind: fc.constant('fail' as const), writes: fc.integer({ min: 1, max: 6 }) });
  const update = fc.record({ kind: fc.constant('update' as const) });
  const step = fc.record({
    kind: fc.constant('step' as const),
    ms: fc.oneof(
      fc.integer({ min: -2 * HOUR, max: 2 * HOUR }),
      fc.integer({ min: -30 * SECOND, max: 30 * SECOND }),
    ),
  });
  const refuse = fc.record({
    kind: fc.constant('refuse' as const),
    alarms: fc.integer({ min: 1, max: 30 }),
  });
  const tear = fc.record({
    kind: fc.constant('tear' as const),
    bytes: fc.integer({ min: 0, max: 2500 }),
    then: fc.constantFrom('crash' as const, 'power' as const),
    whole: fc.integer({ min: 0, max: 3 }),
  });
  return fc.oneof(
    { weight: 24, arbitrary: wait },
    { weight: 16, arbitrary: press },
    { weight: 16, arbitrary: happening },
    { weight: 2, arbitrary: stall },
    ...[late, away, silence, step, refuse, tear, limit, fail, update].map((arbitrary) => ({
      weight: 1,
      arbitrary: arbitrary as fc.Arbitrary<Beat>,
    })),
  );
}

export function live(watch: VirtualWatch, beat: Beat): void {
  if (watch.screen().shows === 'off') watch.powerOn();
  switch (beat.kind) {
    case 'wait':
      watch.advance(beat.ms);
      return;
    case 'press':
      press(watch, beat.label);
      // The app asks before it ends the session.
      if (watch.texts().includes('End this session?')) watch.tap('End');
      if (watch.texts().includes('Save this session?')) watch.tap('End and save');
      return;
    case 'step':
      watch.stepClock(beat.ms);
      return;
    case 'refuse':
      watch.refuseAlarms(beat.alarms);
      return;
    case 'tear':
      watch.tearNextWrite(beat.bytes, beat.then, beat.whole);
      return;
    case 'limit':
      watch.limitAlarms(beat.alarms);
      return;
    case 'fail':
      watch.failWrites(beat.writes);
      return;
    case 'silence':
      watch.setMode({ DND: beat.on });
      return;
    case 'stall':
      watch.stallPages(beat.ms);
      watch.advance(beat.ms);
      return;
    case 'late':
      watch.delayAlarms(beat.ms);
      return;
    case 'away':
      watch.advance(beat.days * 24 * HOUR);
      return;
    case 'update':
      watch.updateApp();
      return;
    case 'leave':
      if (watch.screen().lit) swipeOut(watch);
      return;
    case 'return':
      watch.openApp();
      return;
    case 'screenOff':
    case 'wake':
    case 'palm':
    case 'wristDown':
    case 'crash':
    case 'reboot':
      watch[beat.kind]();
      return;
  }
}

/** Opens the app repeatedly until the session is over, whatever still goes wrong. */
export function bringToEnd(watch: VirtualWatch, during: (beat: Beat) => void): void {
  for (let tries = 0; tries < 30 && (recordsOn(watch).length === 0 || sessionOn(watch)); tries += 1) {
    during({ kind: 'return' });
    during({ kind: 'wait', ms: SECOND });
    during({ kind: 'press', label: 'Resume' });
    // A sleeping page without other carriers does not advance by itself.
    if (tries >= 10) during({ kind: 'press', label: 'Next' });
    during({ kind: 'wait', ms: 400 * SECOND });
  }
}
