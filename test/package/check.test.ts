import type { Verdict } from '../../core/check/proof';
import { verdictOf } from '../../core/check/proof';
import type { CheckFile } from '../../core/state/check-file';
import { CHECK_FILE } from '../../core/state/check-file';
import { readStored } from '../../core/state/stored';
import { MINUTE, SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { loadPackage, newWatch, reach, see, startSession, watchWith } from './app';
import { payloadOn } from './disk';

beforeAll(loadPackage);

const CHECK = 'Check the cues';
const WAIT = 'Let the screen stay off. No question after two minutes? Then open Legato.';
const CUT_OFF = 'The check was cut off: the watch restarted, a session began, or it was too long ago.';
const NOTHING_SHOWN = 'The check showed nothing. Check again with the screen and quiet modes off.';
const QUESTIONS = [
  'After 20 s: how many pulses?',
  'After 40 s: how many pulses?',
  'After 60 s: did it buzz?',
] as const;

function toCheck(watch: VirtualWatch): void {
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, CHECK);
}

function begun(watch: VirtualWatch = newWatch()): VirtualWatch {
  toCheck(watch);
  reach(watch, 'Begin');
  return watch;
}

/** The answers of somebody who feels everything that the watch plays. */
function answerTruly(watch: VirtualWatch): void {
  const began = watch.felt().filter(({ by }) => by === 'app-service/cue' || by === 'notification');
  const start = checkStart;
  const at = (second: number) =>
    began.filter((felt) => Math.abs(felt.at - start - second * SECOND) < 3 * SECOND);
  QUESTIONS.forEach((question, place) => {
    if (!watch.texts().includes(question)) return;
    const felt = at((place + 1) * 20);
    const pulses = felt.reduce((sum, each) => sum + each.pulses.length, 0);
    reach(watch, place < 2 ? String(Math.min(3, pulses)) : pulses > 0 ? 'Yes' : 'No');
  });
}

let checkStart = 0;

/** Makes the whole check, in the dark. */
function checked(watch: VirtualWatch): VirtualWatch {
  toCheck(watch);
  checkStart = watch.now();
  reach(watch, 'Begin');
  watch.advance(90 * SECOND);
  if (watch.screen().shows !== 'page/check/index') watch.openApp();
  answerTruly(watch);
  return watch;
}

function fileOn(watch: VirtualWatch): CheckFile {
  return readStored(CHECK_FILE, payloadOn(watch, 'check')).value;
}

function verdictOn(watch: VirtualWatch): Verdict | undefined {
  const { checked: shown } = fileOn(watch);
  return shown && verdictOf(shown);
}

test('the watch goes dark, three services are woken, and an alarm brings the page back with its questions', () => {
  const watch = begun();
  expect(watch.screen().lit).toBe(false);
  watch.advance(79 * SECOND);
  expect([watch.screen().lit, watch.screen().shows]).toEqual([false, 'watchface']);
  watch.advance(2 * SECOND);
  expect([watch.screen().lit, watch.screen().shows]).toEqual([true, 'page/check/index']);
  expect(watch.texts()).toContain(QUESTIONS[0]);
  expect(watch.alarms()).toEqual([]);
  expect(watch.screenHold().wakesToApp).toBe(false);
});

test.each<readonly [string, Parameters<typeof watchWith>[0], Verdict, string]>([
  [
    'goes on without its service',
    { outlastsService: 'everything' },
    'whole',
    'In the check, your watch buzzed in full with the screen off.',
  ],
  [
    'is cut off after 600 ms',
    { outlastsService: 'nothing' },
    'less',
    'With the screen off, only short buzzes come. They say: light touch, move up, this leg is done.',
  ],
  [
    'stops with a service that is done',
    { outlastsService: 'nothing', serviceEnds: 'whenDone' },
    'less',
    'With the screen off, only short buzzes come. They say: light touch, move up, this leg is done.',
  ],
  [
    'stops and takes no pattern from a service at all',
    { actionLists: 'ignored' },
    'lights',
    'In the check, your watch lit up but did not buzz. Each cue will light it, then try to buzz.',
  ],
])('it finds out what a watch whose motor %s can do', (_name, options, verdict, words) => {
  const watch = checked(watchWith(options));
  expect(watch.texts()).toContain(words);
  expect(verdictOn(watch)).toBe(verdict);
  expect(fileOn(watch).checked).toMatchObject({
    model: 'Amazfit Balance',
    osVersion: watch.device.osVersion,
  });
  reach(watch, 'Done');
  expect(watch.screen().shows).toBe('page/start/index');
});

test('a watch that brings no cue by alarm leads to the dark look, and shows a warning until that is on', () => {
  const watch = begun();
  watch.delayAlarms(3600 * SECOND);
  watch.advance(90 * SECOND);
  watch.openApp();
  expect(watch.texts()).toContain(
    'You felt nothing with the screen off. The dark look only seems off, and still buzzes.',
  );
  reach(watch, 'Done');
  expect(watch.texts()).toContain('! Keep Legato open.');
  reach(watch, '! Keep Legato open.');
  expect(
    see(watch, 'You felt nothing with the screen off. The dark look only seems off, and still buzzes.'),
  ).toBe(true);
  reach(watch, 'Done');
  reach(watch, 'Preferences');
  reach(watch, CHECK);
  reach(watch, 'Use the dark look');
  reach(watch, 'Done');
  expect(watch.texts().filter((text) => text.startsWith('!'))).toEqual([]);
});

test('a watch that refuses an alarm is told so at once, and can be checked once it takes some', () => {
  const watch = newWatch();
  toCheck(watch);
  watch.refuseAlarms(1);
  reach(watch, 'Begin');
  expect(watch.texts()).toContain(
    'The watch took no alarm. Restart it, then open Legato again: that may help.',
  );
  expect([fileOn(watch).checked, watch.alarms()]).toEqual([undefined, []]);
  reach(watch, 'Begin');
  expect(watch.screen().lit).toBe(false);
});

test('after an update of the system no earlier result counts', () => {
  const watch = checked(newWatch());
  expect(fileOn(watch).checked?.osVersion).toBeDefined();
  const updated = newWatch('Amazfit Bip 6');
  for (const slot of ['a', 'b']) {
    const content = watch.files().get(`check.${slot}`);
    if (content) updated.putFile(`check.${slot}`, content);
  }
  toCheck(updated);
  expect(updated.texts()).toContain('The watch or its system has changed since the last check.');
});

test('after waking the watch too soon it goes dark again, and what came meanwhile does not count', () => {
  const watch = begun();
  watch.advance(30 * SECOND);
  watch.openApp();
  expect(watch.texts()).toContain(WAIT);
  watch.advance(6 * SECOND);
  expect(watch.screen().lit).toBe(false);
  watch.advance(50 * SECOND);
  expect(watch.texts()).toContain(QUESTIONS[0]);
  reach(watch, '1');
  expect(watch.texts()).toContain(QUESTIONS[2]);
});

test('a page that stays on the screen continues to the result by itself', () => {
  const watch = begun();
  watch.advance(70 * SECOND);
  watch.openApp();
  expect(watch.texts()).toContain(WAIT);
  watch.advance(3 * SECOND);
  reach(watch, 'Back');
  expect(watch.screen().shows).toBe('page/start/index');
});

test('a quiet mode that was turned on meanwhile is not blamed on a carrier', () => {
  const watch = begun();
  watch.advance(30 * SECOND);
  watch.setMode({ DND: true });
  watch.advance(60 * SECOND);
  watch.openApp();
  expect(watch.texts()).toContain(NOTHING_SHOWN);
});

/** Lets time pass, with do-not-disturb on from one second to another. */
function quietBetween(watch: VirtualWatch, from: number, to: number): void {
  watch.advance(from * SECOND);
  watch.setMode({ DND: true });
  watch.advance((to - from) * SECOND);
  watch.setMode({ DND: false });
}

test('a quiet mode that was on for some rings only is not blamed on their carriers either', () => {
  const watch = begun();
  quietBetween(watch, 10, 30);
  watch.advance(55 * SECOND);
  expect(watch.texts()).toContain(QUESTIONS[1]);
  reach(watch, '3');
  reach(watch, 'Yes');
  expect(fileOn(watch).checked).toMatchObject({ service: 'proven', notification: 'proven', page: 'proven' });
  expect([...watch.files().keys()].filter((name) => name.startsWith('marks/check'))).toEqual([]);
});

test('nor is one that has kept the page from opening', () => {
  const watch = begun();
  quietBetween(watch, 50, 90);
  watch.openApp();
  ['3', '3'].forEach((answer) => reach(watch, answer));
  expect(fileOn(watch).checked).toMatchObject({ notification: 'notTried', page: 'notTried' });
});

describe('a check that was cut off says so and can be made again', () => {
  const saysSo = (watch: VirtualWatch): void => {
    toCheck(watch);
    expect(watch.texts()).toContain(CUT_OFF);
    reach(watch, 'Begin');
    watch.advance(82 * SECOND);
    expect(watch.texts()).toContain(QUESTIONS[0]);
  };

  test.each([5, 30, 70])('by a restart after %i s', (second) => {
    const watch = begun();
    watch.advance(second * SECOND);
    watch.reboot();
    watch.advance(60 * SECOND);
    saysSo(watch);
  });

  test('by a session', () => {
    const watch = begun();
    watch.advance(25 * SECOND);
    watch.openApp();
    reach(watch, 'Back');
    reach(watch, 'Start');
    watch.advance(60 * SECOND);
    reach(watch, 'End session');
    watch.tap('End');
    watch.advance(5 * SECOND);
    reach(watch, 'Done');
    watch.press('HOME');
    saysSo(watch);
  });

  test('by a clock that goes back, and nothing buzzes when the hour comes again', () => {
    const watch = begun();
    watch.advance(10 * SECOND);
    watch.stepClock(-2 * 60 * MINUTE);
    watch.openApp();
    watch.press('HOME');
    expect(watch.alarms()).toEqual([]);
    watch.advance(2 * 60 * MINUTE + 90 * SECOND);
    expect(watch.felt()).toEqual([]);
    saysSo(watch);
  });

  test('by the night, though its questions were on the screen', () => {
    const watch = begun();
    watch.advance(82 * SECOND);
    expect(watch.texts()).toContain(QUESTIONS[0]);
    watch.advance(8 * 60 * MINUTE);
    saysSo(watch);
  });
});

test('opening the app while a question waits leads back to it', () => {
  const watch = begun();
  watch.advance(82 * SECOND);
  watch.press('HOME');
  watch.openApp();
  expect(watch.texts()).toContain(QUESTIONS[0]);
});

test('a check that the disk refuses is not begun, and says so', () => {
  const watch = newWatch();
  toCheck(watch);
  watch.failWrites(2);
  reach(watch, 'Begin');
  expect(watch.texts()).toContain('Could not save');
  expect(watch.alarms()).toEqual([]);
  reach(watch, 'Begin');
  expect(watch.alarms()).toHaveLength(5);
});

test('it is offered after a first session and not before', () => {
  const watch = newWatch();
  watch.openApp();
  expect(see(watch, CHECK)).toBe(false);
  watch.press('HOME');
  startSession(watch);
  watch.advanceUntil(() => watch.screen().shows === 'page/summary/index', 900 * SECOND);
  watch.advance(SECOND);
  reach(watch, CHECK);
  expect(watch.screen().shows).toBe('page/check/index');
});
