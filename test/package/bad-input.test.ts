import fc from 'fast-check';
import { sealSlot } from '../../core/state/slots';
import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { runs } from '../runs';
import { loadPackage, newWatch, putPayload, reach, see, startSession } from './app';
import { payloadOn, recordsOn, sessionOn } from './disk';

beforeAll(loadPackage);

type Damage = (bytes: Uint8Array) => Uint8Array;

const SLOTS = ['session.a', 'session.b'] as const;

/** What can be wrong with a slot; all but the empty one leave bytes to keep. */
const DAMAGES: readonly (readonly [string, Damage])[] = [
  ['cut in half', (bytes) => bytes.slice(0, bytes.length / 2)],
  ['cut in its first line', (bytes) => bytes.slice(0, 9)],
  ['with one bit flipped', flipBit],
  ['of other bytes', (bytes) => bytes.map((_, index) => (index * 37) % 256)],
  ['with a wrong sum', () => text('legato 2 99 2 00000000\n{}')],
];

describe.each([
  ...DAMAGES,
  ['from a newer version', () => sealSlot({ sequence: 99, payload: '{"version":2}' })] as const,
])('a session file %s', (_name, damage) => {
  test('in both slots: the start screen says so, the bytes are kept, and none of its cues is felt', () => {
    const watch = leftRunning();
    const bad = SLOTS.map((slot) => damage(bytesOf(watch, slot)));
    SLOTS.forEach((slot, index) => {
      watch.putFile(slot, bad[index] ?? new Uint8Array());
    });
    const felt = watch.felt().length;
    watch.advance(60 * SECOND);
    watch.openApp();
    expect(watch.screen().shows).toBe('page/start/index');
    expect(see(watch, 'A session is unreadable. Its file was kept.')).toBe(true);
    const kept = [...watch.files()].filter(([path]) => path.startsWith('session') && path.endsWith('.bad'));
    expect(kept.length).toBeGreaterThanOrEqual(1);
    expect(watch.alarms()).toEqual([]);
    watch.advance(700 * SECOND);
    expect(watch.felt()).toHaveLength(felt);
    watch.openApp();
    reach(watch, 'Start');
    expect(watch.screen().shows).toBe('page/session/index');
    expect(watch.texts()).toContain('Get comfortable');
    watch.advance(700 * SECOND);
    expect(watch.felt()).toHaveLength(felt + 22);
    expect(recordsOn(watch)).toHaveLength(1);
  });
});

describe.each(DAMAGES)('a session file %s', (_name, damage) => {
  test('in its newer slot: the session goes on from the older one', () => {
    const watch = leftRunning();
    const [older] = SLOTS.map((slot) => ({ slot, sequence: sequenceOf(watch, slot) })).sort(
      (a, b) => a.sequence - b.sequence,
    );
    const newer = SLOTS.find((slot) => slot !== older?.slot) ?? 'session.a';
    const bad = damage(bytesOf(watch, newer)).slice(0, 200);
    watch.putFile(newer, bad);
    const known = sessionOn(watch);
    expect(known?.session.phase).toBe('running');
    watch.openApp();
    expect(watch.screen().shows).toBe('page/session/index');
    const journal = sessionOn(watch)?.session.journal ?? [];
    expect(journal.slice(0, known?.session.journal.length)).toEqual(known?.session.journal);
    expect(Buffer.from(bytesOf(watch, `${newer}.bad`))).toEqual(Buffer.from(bad));
    endFromScreen(watch);
    expect(recordsOn(watch)).toHaveLength(1);
  });
});

test('empty session files leave a start screen that works', () => {
  const watch = leftRunning();
  SLOTS.forEach((slot) => {
    watch.putFile(slot, new Uint8Array());
  });
  watch.openApp();
  expect(watch.alarms()).toEqual([]);
  watch.tap('Start');
  expect(watch.screen().shows).toBe('page/session/index');
});

test('whatever its files contain, the app opens on a screen from which a session can be started', () => {
  const files = ['session', 'preferences', 'plan', 'identity', 'check', 'sync', 'outbox/outbox-1'];
  const slots = files.flatMap((file) => [`${file}.a`, `${file}.b`]);
  const whole = leftRunning();
  whole.openApp();
  endFromScreen(whole);
  startSession(whole);
  whole.advance(30 * SECOND);
  const contents = [...whole.files()].filter(([path]) => slots.includes(path));
  const damaged = fc.tuple(...contents.map(([, bytes]) => damagesOf(bytes)));
  fc.assert(
    fc.property(damaged, (bytes) => {
      const watch = newWatch(whole.device.name, 'en-US', 2);
      contents.forEach(([path, before], index) => {
        watch.putFile(path, bytes[index] ?? before);
      });
      watch.openApp();
      if (watch.screen().shows === 'page/start/index') reach(watch, 'Start');
      expect(watch.screen().shows).toBe('page/session/index');
      const before = recordsOn(watch).length;
      endFromScreen(watch);
      expect(recordsOn(watch)).toHaveLength(before + 1);
    }),
    { numRuns: runs(300, 40) },
  );
});

describe('preferences', () => {
  test.each([
    ['with wrong types', '{"version":1,"lotionMode":["yes",5],"strength":[7,7],"cueSet":"wide"}'],
    ['that are no JSON', '{"version":1,'],
    ['from a newer version', '{"version":2}'],
  ])('%s are reset to their defaults, which is reported, and their bytes are kept', (_name, payload) => {
    const watch = newWatch();
    putPayload(watch, 'preferences', payload);
    watch.openApp();
    expect(see(watch, 'Preferences are unreadable')).toBe(true);
    expect(Buffer.from(bytesOf(watch, 'preferences.bad')).toString()).toBe(payload);
    reach(watch, 'Start');
    expect(watch.texts()).toContain('Pause');
    watch.advance(21 * SECOND);
    expect(watch.felt()).toHaveLength(1);
  });

  test('are no longer reported once something was chosen', () => {
    const watch = newWatch();
    putPayload(watch, 'preferences', '{"version":2}');
    watch.openApp();
    reach(watch, 'Right first');
    watch.press('HOME');
    watch.openApp();
    expect(see(watch, 'Preferences are unreadable')).toBe(false);
  });
});

test.each([
  ['with a revision in words', '{"revision":"one","plan":{}}'],
  ['over the limits', '{"revision":3,"plan":{"version":1,"legs":[]}}'],
  ['that is no JSON', 'plan'],
])(
  'a plan %s is replaced by the default one, which is reported, and its bytes are kept',
  (_name, payload) => {
    const watch = newWatch();
    putPayload(watch, 'plan', payload);
    watch.openApp();
    expect(watch.texts()).toContain('10 min');
    expect(see(watch, 'The plan is unreadable')).toBe(true);
    expect(Buffer.from(bytesOf(watch, 'plan.bad')).toString()).toBe(payload);
    reach(watch, 'Start');
    expect(watch.screen().shows).toBe('page/session/index');
  },
);

test.each([
  ['without a count', '{"version":1,"device":"abcdefghjk"}'],
  ['from a newer version', '{"version":2}'],
  ['that is no JSON', 'me'],
])('an identity %s is replaced, so that no id is used twice, and its bytes are kept', (_name, payload) => {
  const watch = newWatch();
  startSession(watch);
  endFromScreen(watch);
  const [first] = recordsOn(watch);
  putPayload(watch, 'identity', payload);
  watch.openApp();
  reach(watch, 'Start');
  endFromScreen(watch);
  const ids = recordsOn(watch).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
  expect(ids[0]?.split('-')[0]).not.toBe(first?.id.split('-')[0]);
  expect(Buffer.from(bytesOf(watch, 'identity.bad')).toString()).toBe(payload);
});

test('a file of past sessions that cannot be read is set aside and reported; new ones go into another', () => {
  const watch = newWatch();
  startSession(watch);
  endFromScreen(watch);
  const bad = text('legato');
  watch.putFile('outbox/outbox-1.a', bad);
  watch.putFile('outbox/outbox-1.b', bad);
  watch.openApp();
  expect(see(watch, 'Past sessions are unreadable')).toBe(true);
  reach(watch, 'Start');
  endFromScreen(watch);
  expect(recordsOn(watch)).toHaveLength(1);
  expect([...watch.files().keys()]).toContain('outbox/outbox-2.b');
  expect(Buffer.from(bytesOf(watch, 'outbox/outbox-1.a.bad'))).toEqual(Buffer.from(bad));
});

describe('an alarm', () => {
  test.each([
    ['of another session', (fields: Record<string, unknown>) => ({ ...fields, id: 'k3f9aaaaaa-7' })],
    ['of an older arming', (fields: Record<string, unknown>) => ({ ...fields, revision: 1_000 })],
    ['of cues that were felt', (fields: Record<string, unknown>) => ({ ...fields, booked: 23 })],
    ['of a session that is forgotten', () => undefined],
  ])('%s plays nothing and posts nothing', (_name, change) => {
    const watch = leftRunning();
    const felt = watch.felt().length;
    const fields = JSON.parse(payloadOn(watch, 'session') ?? '') as Record<string, unknown>;
    const changed = change(fields);
    putPayload(watch, 'session', changed ? JSON.stringify(changed) : '');
    watch.advance(25 * 3600 * SECOND);
    expect(watch.serviceRuns().length).toBeGreaterThan(15);
    expect([watch.felt().length, watch.notifications()]).toEqual([felt, []]);
  });

  test('that outlived its session is cancelled when the app is opened', () => {
    const watch = leftRunning();
    putPayload(watch, 'session', '');
    watch.openApp();
    expect(watch.screen().shows).toBe('page/start/index');
    expect(watch.alarms()).toEqual([]);
  });
});

describe('a clock that is set', () => {
  test.each([
    ['back', -3600],
    ['forward', 3600],
  ])('%s by an hour while the page lives changes no cue', (_name, seconds) => {
    const watch = newWatch();
    startSession(watch);
    watch.advance(100 * SECOND);
    watch.stepClock(seconds * SECOND);
    watch.advance(540 * SECOND);
    const at = watch.felt().map((felt) => Math.round(felt.at / SECOND));
    expect(at).toEqual(felt100());
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { played: 22, missed: 0 } }]);
    expect(watch.screen().shows).toBe('page/summary/index');
  });

  test('back by an hour while no page lives: the session goes on from the known position, with no cue twice', () => {
    const watch = leftRunning();
    watch.stepClock(-3600 * SECOND);
    watch.advance(30 * SECOND);
    expect(watch.felt()).toHaveLength(3);
    watch.openApp();
    expect(watch.screen().shows).toBe('page/session/index');
    watch.advance(700 * SECOND);
    expect(watch.felt()).toHaveLength(22);
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, missed: 0 } }]);
  });

  test('forward by an hour while no page lives: nothing rings in a burst, and the person is asked', () => {
    const watch = leftRunning();
    watch.stepClock(3600 * SECOND);
    watch.advance(30 * SECOND);
    expect(watch.felt()).toHaveLength(3);
    watch.openApp();
    expect(watch.texts()).toEqual(expect.arrayContaining(['Interrupted', 'Resume']));
    endFromScreen(watch);
    expect(recordsOn(watch)).toMatchObject([{ ending: 'interrupted' }]);
    const done = recordsOn(watch)[0]?.zones.reduce((sum, zone) => sum + zone.doneSeconds, 0);
    expect(done).toBeLessThanOrEqual(110);
  });
});

// Helpers

/** A session that was begun 100 s ago and whose app then died; three cues were felt. */
function leftRunning(): VirtualWatch {
  const watch = newWatch();
  startSession(watch);
  watch.advance(100 * SECOND);
  watch.crash();
  expect(watch.felt()).toHaveLength(3);
  return watch;
}

/** When the cues of the default session are felt, in seconds. */
function felt100(): readonly number[] {
  const leg = (from: number) => [0, 1, 2, 3, 4].flatMap((zone) => [from + 60 * zone, from + 60 * zone + 30]);
  return [...leg(20), 320, ...leg(335), 635];
}

function endFromScreen(watch: VirtualWatch): void {
  reach(watch, 'End session');
  watch.tap('End');
  watch.advance(5 * SECOND);
  expect(watch.screen().shows).toBe('page/summary/index');
  watch.press('HOME');
}

function bytesOf(watch: VirtualWatch, path: string): Uint8Array {
  const bytes = watch.files().get(path);
  if (!bytes) throw new Error(`there is no ${path}, only ${[...watch.files().keys()].join(', ')}`);
  return bytes;
}

function sequenceOf(watch: VirtualWatch, slot: string): number {
  return Number(Buffer.from(bytesOf(watch, slot)).toString().split(' ')[2]);
}

function text(words: string): Uint8Array {
  return Uint8Array.from(Buffer.from(words));
}

function flipBit(bytes: Uint8Array): Uint8Array {
  const middle = Math.floor(bytes.length / 2);
  return bytes.map((byte, index) => (index === middle ? byte ^ 4 : byte));
}

/** The same bytes, or truncated, flipped or replaced anywhere. */
function damagesOf(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: Math.max(0, bytes.length - 1) });
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(bytes) },
    place.map((length) => bytes.slice(0, length)),
    fc
      .tuple(place, fc.nat({ max: 7 }))
      .map(([at, bit]) => bytes.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))),
    fc.uint8Array({ maxLength: 40 }),
  );
}
