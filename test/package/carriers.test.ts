import type { Checked } from '../../core/check/checked';
import { NOT_TRIED } from '../../core/check/proof';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import { CHECK_FILE } from '../../core/state/check-file';
import { storedText } from '../../core/state/stored';
import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import {
  choose,
  feltAndDue,
  loadPackage,
  putPayload,
  reach,
  see,
  showByCheck,
  signalFelt,
  startSession,
  watchWith,
} from './app';
import { recordsOn } from './disk';

const { cues } = makeRoutine(DEFAULT_PLAN);
const SIGNALS = cues.map(({ cue }) => cue.kind);

beforeAll(loadPackage);

/** A watch with this result of the check. */
function shown(proofs: Partial<Checked>, options: Parameters<typeof watchWith>[0] = {}): VirtualWatch {
  const watch = watchWith(options);
  showByCheck(watch, proofs);
  return watch;
}

/** A session with the screen dark, and what is shown about it afterwards. */
function throughTheDark(watch: VirtualWatch): void {
  choose(watch, { letScreenSleep: true });
  startSession(watch);
  watch.advance(700 * SECOND);
}

function told(watch: VirtualWatch): void {
  watch.openApp();
  watch.advance(5 * SECOND);
  expect(watch.screen().shows).toBe('page/summary/index');
}

test('if the motor stops with its service, the check finds that out, and the next session in the dark is felt', () => {
  const watch = watchWith({ outlastsService: 'nothing', serviceEnds: 'whenDone' });
  throughTheDark(watch);
  expect(watch.felt()).toEqual([]);
  told(watch);
  reach(watch, 'Check the cues');
  reach(watch, 'Begin');
  watch.advance(82 * SECOND);
  // Only the busy one was felt.
  ['0', '1', 'No'].forEach((answer) => reach(watch, answer));
  reach(watch, 'Done');
  watch.press('HOME');
  const before = watch.felt().length;
  throughTheDark(watch);
  const felt = watch.felt().slice(before);
  const [signals, due] = feltAndDue(felt, cues);
  expect(signals).toEqual(due);
  expect(felt.filter(({ cut, carrier }) => cut || carrier !== 'service')).toEqual([]);
  told(watch);
  expect(see(watch, '22 of 22 cues felt')).toBe(true);
});

test('if whole patterns are felt, services play them whole', () => {
  const watch = shown({ service: 'proven', form: 'full' }, { outlastsService: 'everything' });
  throughTheDark(watch);
  const felt = watch.felt();
  expect(felt.map((each) => [each.carrier, each.cut])).toEqual(cues.map(() => ['service', false]));
  expect(felt.map((each) => signalFelt(each)).slice(0, 3)).toEqual([1, 'lightTouch', 2]);
  told(watch);
  expect(see(watch, '22 of 22 cues felt')).toBe(true);
});

test('before a check no cue is claimed to have been felt', () => {
  const watch = watchWith({});
  throughTheDark(watch);
  told(watch);
  expect(see(watch, '22 of 22 cues given')).toBe(true);
  expect(see(watch, 'felt')).toBe(false);
});

test('a cue from a carrier that has failed is not shown as played, although it was tried', () => {
  const watch = shown({ service: 'failed', notification: 'failed', page: 'failed' });
  throughTheDark(watch);
  told(watch);
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { played: 0, why: { unknown: 22 } } }]);
});

test('if services are not felt, an alarm opens the page again, which goes on', () => {
  const watch = shown({ service: 'failed', page: 'proven' }, { actionLists: 'played' });
  startSession(watch);
  watch.advance(30 * SECOND);
  watch.press('HOME');
  watch.advance(700 * SECOND);
  expect(watch.felt().map(({ carrier }) => carrier)).toEqual(SIGNALS.map(() => 'page'));
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, played: 22 } }]);
});

test('if only a notification is felt, each cue is one buzz and one line that replaces the one before', () => {
  const watch = shown({ service: 'failed', notification: 'proven', page: 'failed' });
  choose(watch, { letScreenSleep: true });
  startSession(watch);
  for (const title of ['Ankle', 'Light touch', 'Calf']) {
    watch.advanceToNextFelt();
    expect(watch.notifications().map((each) => each.title)).toEqual([title]);
  }
  watch.advance(700 * SECOND);
  expect(watch.felt().map(({ carrier }) => carrier)).toEqual(SIGNALS.map(() => 'system'));
  told(watch);
  expect(watch.notifications()).toEqual([]);
  expect(recordsOn(watch)).toMatchObject([{ cues: { due: 22, played: 22 } }]);
  expect(see(watch, '22 of 22 cues felt')).toBe(true);
});

test.each([24, 12])(
  'where a notification lights the screen each cue is one buzz as well, and none is lost among %i alarms',
  (alarmSlots) => {
    const watch = shown(
      { service: 'failed', notification: 'proven', page: 'failed' },
      { notificationLightsScreen: true, alarmSlots },
    );
    throughTheDark(watch);
    expect(watch.felt().map(({ carrier }) => carrier)).toEqual(SIGNALS.map(() => 'system'));
    // The last of them has lit the screen, so that the page has seen the end.
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, played: 22 } }]);
  },
);

test('a motor that takes no lists and whose scenes never end does not go on after the session', () => {
  const watch = watchWith({
    ...({ actionLists: 'refused', endlessScenes: ['DURATION', 'DURATION_LONG'] } as const),
    ...({ serviceEnds: 'whenDone', outlastsService: 'everything' } as const),
  });
  throughTheDark(watch);
  watch.advance(60 * SECOND);
  const long = watch.felt().filter(({ pulses: [first] }) => first?.type === 'DURATION');
  expect(long.map(({ pulses }) => pulses.map(({ onMs }) => onMs))).toEqual([[450], [450]]);
});

test('no notification follows a pattern', () => {
  const watch = watchWith({ notificationBuzz: 'cuts' });
  throughTheDark(watch);
  expect([watch.everNotified(), watch.felt().filter(({ cut }) => cut)]).toEqual([[], []]);
});

test('after a system update, the app behaves as before any check', () => {
  const watch = shown({ service: 'proven', form: 'full' }, { outlastsService: 'everything' });
  const { name } = watch.device;
  const checked: Checked = { ...NOT_TRIED, service: 'proven', form: 'full', model: name, osVersion: '0.1' };
  putPayload(watch, 'check', storedText(CHECK_FILE, { checked }));
  throughTheDark(watch);
  const [signals, due] = feltAndDue(watch.felt(), cues);
  expect(signals).toEqual(due);
  told(watch);
  expect(see(watch, 'felt')).toBe(false);
});
