import fc from 'fast-check';
import { HOUR, SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
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
  | { readonly kind: 'leave' | 'return' }
  | { readonly kind: (typeof HAPPENINGS)[number] };

/** What happens to a watch in one go. */
const HAPPENINGS = ['screenOff', 'wake', 'palm', 'wristDown', 'crash', 'reboot'] as const;

export function beats(): fc.Arbitrary<Beat> {
  const wait = fc.record({
    kind: fc.constant('wait' as const),
    ms: fc.integer({ min: 0, max: 60 * SECOND }),
  });
  const press = fc.record({
    kind: fc.constant('press' as const),
    label: fc.constantFrom('Pause', 'Resume', 'Next', '+15 s'),
  });
  const happening = fc.record({ kind: fc.constantFrom('leave' as const, 'return' as const, ...HAPPENINGS) });
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
    { weight: 6, arbitrary: wait },
    { weight: 4, arbitrary: press },
    { weight: 4, arbitrary: happening },
    { weight: 1, arbitrary: step },
    { weight: 1, arbitrary: refuse },
    { weight: 1, arbitrary: tear },
  );
}

export function live(watch: VirtualWatch, beat: Beat): void {
  if (watch.screen().shows === 'off') watch.powerOn();
  switch (beat.kind) {
    case 'wait':
      watch.advance(beat.ms);
      return;
    case 'press':
      if (watch.texts().includes(beat.label)) watch.tap(beat.label);
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
    case 'leave':
      if (watch.screen().lit) watch.swipe('right');
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

/** Opens the app until the session is over, whatever still goes wrong on the way. */
export function bringToEnd(watch: VirtualWatch, during: (beat: Beat) => void): void {
  for (let tries = 0; tries < 30 && (recordsOn(watch).length === 0 || sessionOn(watch)); tries += 1) {
    during({ kind: 'return' });
    during({ kind: 'wait', ms: SECOND });
    during({ kind: 'press', label: 'Resume' });
    during({ kind: 'wait', ms: 400 * SECOND });
  }
}
