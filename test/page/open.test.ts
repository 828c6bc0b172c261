import { parsePlan } from '../../core/plan/parse-plan';
import { certain } from '../../core/result';
import { PLAN_FILE } from '../../core/state/plan-file';
import { PREFERENCES_FILE, UNCHANGED_PREFERENCES } from '../../core/state/preferences';
import type { Preferences } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import { beginOnDisk } from '../../device/session/begin';
import { openSessionStore } from '../../device/store/session-store';
import { openStored } from '../../device/store/stored-file';
import type { PhoneLink } from '../../device/sync/link';
import { openCheckPage } from '../../page/check/open';
import { openPreferencesPage } from '../../page/preferences/open';
import { openSessionPage } from '../../page/session/open';
import { openStartPage } from '../../page/start/open';
import { openSummaryPage } from '../../page/summary/open';
import type { FakeWatch } from '../device/fake-watch';
import { fakeWatch } from '../device/fake-watch';

const START = Date.UTC(2026, 4, 1);
const ZONE = 20 * SECOND;
const PLAN = certain(
  parsePlan({
    ...{ version: 1, prepareSeconds: 0, switchSeconds: 0, reminderSeconds: 'off', zoneOrder: 'upward' },
    legs: [{ leg: 'left', zones: [{ zone: 'ankle', seconds: ZONE / SECOND }] }],
  }),
  'the plan keeps to all limits',
);

/** A phone that never answers; `closed` counts how often the link was closed. */
function silentLink(): PhoneLink & { closed: number } {
  return {
    closed: 0,
    request: () => new Promise(() => undefined),
    close() {
      this.closed += 1;
    },
  };
}

function choose(fake: FakeWatch, chosen: Partial<Preferences>): void {
  const values = { ...UNCHANGED_PREFERENCES.values, ...chosen };
  openStored(fake.watch.disk, PREFERENCES_FILE).write({ ...UNCHANGED_PREFERENCES, values });
}

function begin(fake: FakeWatch): void {
  openStored(fake.watch.disk, PLAN_FILE).write({ revision: 1, plan: PLAN });
  beginOnDisk(fake.watch, openSessionStore(fake.watch.disk), PLAN);
  fake.done.splice(0);
}

function wordsOn({ ui }: FakeWatch): readonly unknown[] {
  return ui.screen.map(({ options }) => options['text']);
}

function touch({ ui }: FakeWatch, label: string): void {
  const found = ui.screen.find(({ type, options }) => type === 'BUTTON' && options['text'] === label);
  const touched = found?.options['click_func'];
  if (typeof touched !== 'function') throw new Error(`no button "${label}"`);
  (touched as () => void)();
}

/** What was asked of the screen's light. */
function lights({ done }: FakeWatch): readonly string[] {
  return done.filter((what) => what.startsWith('lit') || what === 'may go dark');
}

describe('the start page', () => {
  it('of an app that is opened with a session on disk goes straight to it', () => {
    const fake = fakeWatch(START);
    begin(fake);
    openStartPage(fake.watch, silentLink());
    expect(fake.done).toContain('go to session');
    expect(fake.ui.calls).toEqual([]);
  });

  it('that is come back to offers to go on with it', () => {
    const fake = fakeWatch(START);
    begin(fake);
    fake.memory.landed = true;
    openStartPage(fake.watch, silentLink());
    expect(wordsOn(fake)).toContain('Continue');
  });

  it.each([
    ['without a session takes away a few of the marks that nobody will read', false, 8],
    ['with a session leaves the marks to it', true, 40],
  ])('of a launch %s', (_, isInSession, left) => {
    const fake = fakeWatch(START);
    if (isInSession) begin(fake);
    for (let stray = 0; stray < 40; stray += 1) fake.disk.files.set(`marks/old-1-${stray}`, new Uint8Array());
    openStartPage(fake.watch, silentLink());
    expect([...fake.disk.files.keys()].filter((path) => path.startsWith('marks/'))).toHaveLength(left);
  });

  it('begins one session, however often Start is touched', () => {
    const fake = fakeWatch(START);
    openStartPage(fake.watch, silentLink());
    touch(fake, 'Start');
    const { session } = openSessionStore(fake.watch.disk).value() ?? {};
    fake.advance(SECOND);
    touch(fake, 'Start');
    expect(openSessionStore(fake.watch.disk).value()?.session).toEqual(session);
    expect(fake.done.filter((what) => what === 'go to session')).toHaveLength(1);
  });

  it('says when the disk does not take a session, and begins it when there is room', () => {
    const fake = fakeWatch(START);
    openStartPage(fake.watch, silentLink());
    fake.disk.takes = false;
    touch(fake, 'Start');
    expect(wordsOn(fake)).toContain('The storage is full: nothing was started.');
    fake.disk.takes = true;
    touch(fake, 'Start');
    expect(fake.done).toContain('go to session');
  });

  it('shows within two seconds that a quiet mode was turned on, and that it was turned off', () => {
    const fake = fakeWatch(START);
    openStartPage(fake.watch, silentLink());
    fake.modes.doNotDisturb = 'yes';
    fake.advance(2 * SECOND);
    expect(wordsOn(fake)).toContain('! Do not disturb is on.');
    fake.modes.doNotDisturb = 'no';
    fake.advance(2 * SECOND);
    expect(wordsOn(fake)).not.toContain('! Do not disturb is on.');
  });

  it('that is left takes everything back: its screen, its timers and its link', () => {
    const fake = fakeWatch(START);
    const link = silentLink();
    const leave = openStartPage(fake.watch, link);
    leave();
    expect(fake.ui.screen).toEqual([]);
    expect(link.closed).toBe(1);
    fake.modes.doNotDisturb = 'yes';
    fake.done.splice(0);
    fake.advance(60 * SECOND);
    expect(fake.ui.screen).toEqual([]);
    expect(fake.done).toEqual([]);
  });
});

describe('the session page', () => {
  it('without a session shows the start page instead, and does not come back on wake', () => {
    const fake = fakeWatch(START);
    openSessionPage(fake.watch);
    expect(fake.done.slice(-2)).toEqual(['stay closed on wake', 'go to start']);
  });

  it('keeps the screen lit while the session runs, and neither in a pause nor when it is left', () => {
    const fake = fakeWatch(START);
    begin(fake);
    const leave = openSessionPage(fake.watch);
    const lit = `lit ${ZONE + 120 * SECOND}`;
    expect(lights(fake)).toEqual([lit]);
    touch(fake, 'Pause');
    expect(lights(fake)).toEqual([lit, 'may go dark']);
    touch(fake, 'Resume');
    leave();
    expect(lights(fake)).toEqual([lit, 'may go dark', lit, 'may go dark']);
    expect(fake.ui.screen).toEqual([]);
  });

  it('asks for light anew at each cue and when the session becomes longer, never for more than two minutes beyond its end', () => {
    const fake = fakeWatch(START);
    begin(fake);
    openSessionPage(fake.watch);
    fake.advance(5 * SECOND);
    touch(fake, '+15 s');
    fake.advance(ZONE + 10 * SECOND);
    expect(lights(fake)).toEqual(['lit 140000', 'lit 150000', 'may go dark']);
  });

  const waysOut: readonly (readonly [string, (fake: FakeWatch, leave: () => void) => void])[] = [
    ['is left', (_, leave) => leave()],
    ['is touched twice', (fake) => [1, 2].forEach(() => touch(fake, ''))],
    ['hears a key', (fake) => fake.person.press?.({ kind: 'click', key: 'back' })],
    ['comes to its end', (fake) => fake.advance(ZONE)],
    ['dies, as soon as the app is opened again', (fake) => openStartPage(fake.watch, silentLink())],
    ['dies, as soon as it comes back', (fake) => openSessionPage(fake.watch)],
  ];

  it.each(waysOut)(
    'makes the screen as dark as it goes, and as bright again as it was when it %s',
    (_, goOut) => {
      const fake = fakeWatch(START);
      fake.memory.knowsWayBack = true;
      begin(fake);
      const leave = openSessionPage(fake.watch);
      expect(fake.watch.display.brightness()).toEqual({ level: 60, auto: true });
      touch(fake, 'Dark');
      expect(wordsOn(fake)).toEqual(['']);
      expect(fake.watch.display.brightness()).toEqual({ level: 1, auto: false });
      goOut(fake, leave);
      expect(fake.watch.display.brightness()).toEqual({ level: 60, auto: true });
      expect(fake.disk.files.has('brightness')).toBe(false);
    },
  );

  it('leaves the brightness alone where it could not be put back', () => {
    const fake = fakeWatch(START);
    fake.memory.knowsWayBack = true;
    begin(fake);
    openSessionPage(fake.watch);
    fake.disk.takes = false;
    touch(fake, 'Dark');
    fake.advance(3 * SECOND);
    expect(wordsOn(fake)).toEqual(['']);
    expect(fake.watch.display.brightness()).toEqual({ level: 60, auto: true });
  });

  it('that looks black swallows swipes and keys, and its cues go on', () => {
    const fake = fakeWatch(START);
    choose(fake, { darkLook: true, letScreenSleep: true });
    begin(fake);
    openSessionPage(fake.watch);
    fake.advance(6 * SECOND);
    expect(wordsOn(fake)).toEqual(['']);
    expect(lights(fake)).toHaveLength(1);
    expect(fake.person.swipe?.()).toBe(true);
    const calls = fake.ui.calls.length;
    fake.advance(10 * SECOND);
    expect(fake.ui.calls).toHaveLength(calls);
    fake.advance(4 * SECOND);
    expect(fake.done).toContain('play finish');
  });

  it('lets the screen go dark where the person wants it to', () => {
    const fake = fakeWatch(START);
    choose(fake, { letScreenSleep: true });
    begin(fake);
    openSessionPage(fake.watch);
    expect(lights(fake)).toEqual([]);
  });

  it('comes back on wake until the session is over, then leads to the summary once the last cue was felt', () => {
    const fake = fakeWatch(START);
    begin(fake);
    openSessionPage(fake.watch);
    expect(fake.done).toContain('reopen on wake');
    fake.advance(ZONE);
    expect(fake.done).toEqual(expect.arrayContaining(['play finish', 'stay closed on wake']));
    expect(fake.done).not.toContain('go to summary');
    fake.advance(10 * SECOND);
    expect(fake.done).toContain('go to summary');
  });

  it('in lotion mode swallows swipes and keys until a key is held', () => {
    const fake = fakeWatch(START);
    choose(fake, { lotionMode: true });
    begin(fake);
    openSessionPage(fake.watch);
    expect(fake.person.swipe?.()).toBe(true);
    expect(fake.person.press?.({ kind: 'click', key: 'home' })).toBe(true);
    expect(wordsOn(fake)).toContain('Paused');
    expect(fake.person.press?.({ kind: 'hold' })).toBe(true);
    expect(fake.person.swipe?.()).toBe(false);
    expect(fake.person.press?.({ kind: 'click', key: 'home' })).toBe(false);
    expect(wordsOn(fake)).toContain('Resume');
  });

  it('hears a turned wrist only where it was chosen, and pauses by it', () => {
    const fake = fakeWatch(START);
    begin(fake);
    openSessionPage(fake.watch)();
    expect(fake.person.flip).toBeUndefined();
    choose(fake, { flipPauses: true });
    openSessionPage(fake.watch);
    fake.person.flip?.();
    fake.person.flip?.();
    expect(wordsOn(fake)).toContain('Paused');
  });
});

test('the summary without a record leads to the start page and asks the phone nothing', () => {
  const fake = fakeWatch(START);
  const link = silentLink();
  openSummaryPage(fake.watch, link);
  expect(fake.done).toEqual(['go to start']);
});

test('a preference is on disk before it is shown, and one that the disk refuses says so', () => {
  const fake = fakeWatch(START);
  openPreferencesPage(fake.watch);
  touch(fake, 'Lotion mode: off');
  expect(wordsOn(fake)).toContain('Lotion mode: on');
  expect(openStored(fake.watch.disk, PREFERENCES_FILE).value().values.lotionMode).toBe(true);
  fake.disk.takes = false;
  touch(fake, 'Lotion mode: on');
  expect(wordsOn(fake)).toContain('Could not save');
  expect(openStored(fake.watch.disk, PREFERENCES_FILE).value().values.lotionMode).toBe(true);
});

test('a check sets its alarms, turns the screen off, and asks afterwards what was felt', () => {
  const fake = fakeWatch(START);
  const leave = openCheckPage(fake.watch);
  touch(fake, 'Begin');
  expect(fake.done).toEqual(expect.arrayContaining(['arm', 'reopen on wake', 'go dark']));
  leave();
  fake.advance(60 * SECOND);
  openCheckPage(fake.watch);
  touch(fake, '3');
  expect(fake.done).toContain('stay closed on wake');
  expect(wordsOn(fake)).toContain('Felt 3, rang 0 of 3');
});
