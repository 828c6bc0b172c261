import { SECOND } from '../../core/time';
import { choose, loadPackage, newWatch, reach, see } from './app';

beforeAll(loadPackage);

const OFFER = 'New? See how it works';

/** The answers of a person without any of the conditions: without them the questions are offered first. */
const ANSWERED: Parameters<typeof choose>[1] = {
  ...({ clotAnswer: 'no', injuryAnswer: 'no', pregnantAnswer: 'no' } as const),
  ...({ painAnswer: 'no', illAnswer: 'no', skinAnswer: 'no' } as const),
};

test('a new watch begins a session with one tap on Start, whatever else it offers', () => {
  const watch = newWatch();
  watch.openApp();
  expect(watch.texts()).toEqual(expect.arrayContaining(['Questions first: 6', 'Start']));
  watch.tap('Start');
  expect(watch.screen().shows).toBe('page/session/index');
});

test('How it works opens with a tap, leads back to the start page, and is not offered again', () => {
  const watch = newWatch();
  choose(watch, ANSWERED);
  watch.openApp();
  watch.tap(OFFER);
  expect(watch.screen().shows).toBe('page/welcome/index');
  reach(watch, 'Next');
  reach(watch, 'Next');
  watch.advance(33 * SECOND);
  expect(watch.felt()).toHaveLength(8);
  expect(watch.texts()).toContain('Lotion on your fingers?');
  reach(watch, 'Not now');
  expect(watch.screen().shows).toBe('page/start/index');
  watch.crash();
  watch.openApp();
  expect(watch.texts()).not.toContain(OFFER);
  expect(see(watch, 'How it works')).toBe(true);
});

test('after How it works, the open questions follow', () => {
  const watch = newWatch();
  watch.openApp();
  reach(watch, 'How it works');
  reach(watch, 'Next');
  reach(watch, 'Next');
  watch.advance(33 * SECOND);
  reach(watch, 'Not now');
  expect(watch.screen().shows).toBe('page/questions/index');
  reach(watch, 'Skip');
  expect(watch.screen().shows).toBe('page/start/index');
});

test('a check opened from the summary leads back into the app', () => {
  const watch = newWatch();
  watch.openApp();
  watch.tap('Start');
  watch.advance(30 * SECOND);
  reach(watch, 'End session');
  watch.tap('End');
  watch.advance(3 * SECOND);
  reach(watch, 'Check the cues');
  reach(watch, 'Back');
  expect(watch.screen().shows).toBe('page/start/index');
});

test('a check opened from the preferences leads back to them', () => {
  const watch = newWatch();
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, 'Check the cues');
  reach(watch, 'Back');
  expect(watch.screen().shows).toBe('page/preferences/index');
  reach(watch, 'Done');
  expect(watch.screen().shows).toBe('page/start/index');
});

test('the summary teaches the card once, a few days on, and it can be read again', () => {
  const watch = newWatch();
  choose(watch, ANSWERED);
  const labels = ['Check the cues', 'How it works', 'Show me how'];
  const offered = (): string | undefined => {
    watch.openApp();
    watch.tap('Start');
    watch.advanceUntil(() => watch.screen().shows === 'page/summary/index', 900 * SECOND);
    watch.advance(3 * SECOND);
    const label = labels.find((words) => see(watch, words));
    watch.crash();
    watch.advance(24 * 3600 * SECOND);
    watch.wake();
    return label;
  };
  expect([offered(), offered(), offered()]).toEqual(['Check the cues', 'How it works', 'Check the cues']);
  watch.openApp();
  watch.tap('Start');
  watch.advanceUntil(() => watch.screen().shows === 'page/summary/index', 900 * SECOND);
  watch.advance(3 * SECOND);
  reach(watch, 'Show me how');
  expect(watch.screen().shows).toBe('page/card/index');
  reach(watch, 'Next');
  reach(watch, 'Next');
  reach(watch, 'Done');
  expect(watch.screen().shows).toBe('page/start/index');
  reach(watch, 'How it works');
  reach(watch, 'Skip');
  reach(watch, 'How it works');
  reach(watch, 'Quick start');
  reach(watch, 'Skip');
  expect(watch.screen().shows).toBe('page/welcome/index');
});
