import { parsePlan } from '../../core/plan/parse-plan';
import { certain } from '../../core/result';
import { OFFERS_FILE } from '../../core/state/offers-file';
import { PLAN_FILE } from '../../core/state/plan-file';
import { NOTHING_SAID } from '../../core/care/book';
import { DEFAULT_PREFERENCES, PREFERENCES_FILE, UNCHANGED_PREFERENCES } from '../../core/state/preferences';
import type { Preferences } from '../../core/state/preferences';
import { WELCOME_FILE } from '../../core/state/welcome';
import { SIGNALS } from '../../core/cue/cue';
import { NOT_TRIED } from '../../core/check/proof';
import { addRecord } from '../../core/record/outbox';
import { HOUR, SECOND } from '../../core/time';
import { beginOnDisk } from '../../device/session/begin';
import { openCheckStore } from '../../device/store/check-store';
import { openOutbox } from '../../device/store/outbox-store';
import { openSessionStore } from '../../device/store/session-store';
import { openStored } from '../../device/store/stored-file';
import type { PhoneLink } from '../../device/sync/link';
import { openCardPage } from '../../page/card/open';
import { openCheckPage } from '../../page/check/open';
import { openPreferencesPage } from '../../page/preferences/open';
import { openSessionPage } from '../../page/session/open';
import { openStartPage } from '../../page/start/open';
import { openSummaryPage } from '../../page/summary/open';
import { openWelcomePage } from '../../page/welcome/open';
import { dailyRecord, packed } from '../core/record/records';
import type { FakeWatch } from '../device/fake-watch';
import { fakeWatch } from '../device/fake-watch';
import { spaced } from './seen';

const START = Date.UTC(2026, 4, 1);
const ZONE = 20 * SECOND;
const PLAN = certain(
  parsePlan({
    ...{ version: 1, prepareSeconds: 0, switchSeconds: 0, reminderSeconds: 'off', zoneOrder: 'upward' },
    legs: [{ leg: 'left', zones: [{ zone: 'ankle', seconds: ZONE / SECOND }] }],
  }),
  'the plan keeps to all limits',
);

/** The answers of a person without any of the conditions. */
const ANSWERED: Partial<Preferences> = {
  ...({ clotAnswer: 'no', injuryAnswer: 'no', pregnantAnswer: 'no' } as const),
  ...({ painAnswer: 'no', illAnswer: 'no', skinAnswer: 'no' } as const),
};

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
  beginOnDisk(fake.watch, openSessionStore(fake.watch.disk), { plan: PLAN, revision: 0 }, NOTHING_SAID, {
    ...DEFAULT_PREFERENCES,
    ...ANSWERED,
  });
  fake.done.splice(0);
}

/** A session begun by hand goes through the start page. A first page opened by an alarm waits for the motor to wake. */
function beginByHand(fake: FakeWatch): void {
  begin(fake);
  fake.memory.landed = true;
}

function wordsOn({ ui }: FakeWatch): readonly unknown[] {
  return ui.screen.map(({ options: { text } }) => (typeof text === 'string' ? spaced(text) : text));
}

function touch({ ui }: FakeWatch, label: string): void {
  const found = ui.screen.find(({ type, options }) => type === 'BUTTON' && options['text'] === label);
  const touched = found?.options['click_func'];
  if (typeof touched !== 'function') throw new Error(`no button "${label}"`);
  (touched as () => void)();
}

/** The calls that control the screen's light. */
function lights({ done }: FakeWatch): readonly string[] {
  return done.filter((what) => what.startsWith('lit') || what === 'may go dark');
}

describe('the start page', () => {
  it('goes straight to a session on disk when the app is opened', () => {
    const fake = fakeWatch(START);
    begin(fake);
    openStartPage(fake.watch, silentLink());
    expect(fake.done).toContain('go to session');
    expect(fake.ui.calls).toEqual([]);
  });

  it('offers to go on with it when one returns to the page', () => {
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

  it('reports newest records that cannot be read as soon as it is visible', () => {
    const fake = fakeWatch(START);
    openOutbox(fake.watch.disk).add({ packed: packed(1), record: dailyRecord(1) });
    const bytes = fake.disk.files.get('outbox/outbox-1.b') ?? new Uint8Array();
    fake.disk.files.set('outbox/outbox-1.b', Uint8Array.from(bytes).fill(0x21, -9));
    openStartPage(fake.watch, silentLink());
    const unreadable = 'Past sessions are unreadable. Their file was kept.';
    expect(wordsOn(fake)).not.toContain(unreadable);
    fake.advance(SECOND / 10);
    expect(wordsOn(fake)).toContain(unreadable);
    expect([...fake.disk.files.keys()]).toContain('outbox/outbox-1.b.bad');
  });

  it('begins one session, however often Start is tapped', () => {
    const fake = fakeWatch(START);
    openStartPage(fake.watch, silentLink());
    touch(fake, 'Start');
    const { session } = openSessionStore(fake.watch.disk).value() ?? {};
    fake.advance(SECOND);
    touch(fake, 'Start');
    expect(openSessionStore(fake.watch.disk).value()?.session).toEqual(session);
    expect(fake.done.filter((what) => what === 'go to session')).toHaveLength(1);
  });

  it('says if the disk refuses a session, and begins it when there is room', () => {
    const fake = fakeWatch(START);
    openStartPage(fake.watch, silentLink());
    fake.disk.takes = false;
    touch(fake, 'Start');
    expect(wordsOn(fake)).toContain('Storage full: make room on the watch.');
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

  it('releases everything when it is left: its screen, its timers and its link', () => {
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
    beginByHand(fake);
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

  it('renews the light at each cue and when the session gets longer, for at most two minutes after its end', () => {
    const fake = fakeWatch(START);
    beginByHand(fake);
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
    'dims the screen as far as possible, and restores its brightness when it %s',
    (_, goOut) => {
      const fake = fakeWatch(START);
      fake.memory.knowsWayBack = true;
      beginByHand(fake);
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

  it('leaves the brightness alone if it could not be restored', () => {
    const fake = fakeWatch(START);
    fake.memory.knowsWayBack = true;
    beginByHand(fake);
    openSessionPage(fake.watch);
    fake.disk.takes = false;
    touch(fake, 'Dark');
    fake.advance(3 * SECOND);
    expect(wordsOn(fake)).toEqual(['']);
    expect(fake.watch.display.brightness()).toEqual({ level: 60, auto: true });
  });

  it('swallows swipes and keys in the dark look, and its cues go on', () => {
    const fake = fakeWatch(START);
    choose(fake, { darkLook: true, letScreenSleep: true });
    beginByHand(fake);
    openSessionPage(fake.watch);
    fake.advance(6 * SECOND);
    expect(wordsOn(fake)).toEqual(['']);
    expect(lights(fake)).toHaveLength(1);
    expect(fake.person.swipe?.(true)).toBe(true);
    const calls = fake.ui.calls.length;
    fake.advance(10 * SECOND);
    expect(fake.ui.calls).toHaveLength(calls);
    fake.advance(4 * SECOND);
    expect(fake.done).toContain('play finish');
  });

  it('lets the screen go dark if the person wants it to', () => {
    const fake = fakeWatch(START);
    choose(fake, { letScreenSleep: true });
    beginByHand(fake);
    openSessionPage(fake.watch);
    expect(lights(fake)).toEqual([]);
  });

  it('comes back on wake until the session is over, then opens the summary after the last cue', () => {
    const fake = fakeWatch(START);
    beginByHand(fake);
    openSessionPage(fake.watch);
    expect(fake.done).toContain('reopen on wake');
    fake.advance(ZONE);
    expect(fake.done).toEqual(expect.arrayContaining(['play finish', 'stay closed on wake']));
    expect(fake.done).not.toContain('go to summary');
    fake.advance(10 * SECOND);
    expect(fake.done).toContain('go to summary');
  });

  it('swallows swipes and keys in lotion mode until a key is held', () => {
    const fake = fakeWatch(START);
    choose(fake, { ...ANSWERED, lotionMode: true });
    beginByHand(fake);
    openSessionPage(fake.watch);
    expect(fake.person.swipe?.(true)).toBe(true);
    expect(fake.person.press?.({ kind: 'click', key: 'home' })).toBe(true);
    expect(wordsOn(fake)).toContain('Paused');
    expect(fake.person.swipe?.(true)).toBe(true);
    expect(fake.person.press?.({ kind: 'hold' })).toBe(true);
    expect(fake.person.swipe?.(true)).toBe(false);
    expect(fake.person.press?.({ kind: 'click', key: 'home' })).toBe(false);
    expect(wordsOn(fake)).toContain('Resume');
  });

  it('listens to the crown only while the touch screen is locked, because the crown may not scroll meanwhile', () => {
    const fake = fakeWatch(START);
    beginByHand(fake);
    const close = openSessionPage(fake.watch);
    expect(fake.person.turn).toBeUndefined();
    touch(fake, 'Lotion mode');
    fake.person.turn?.({ kind: 'turn' });
    const { journal = [] } = openSessionStore(fake.watch.disk).value()?.session ?? {};
    expect(journal.map(({ kind }) => kind)).toEqual(['booked', 'extended']);
    fake.person.press?.({ kind: 'hold' });
    expect(fake.person.turn).toBeUndefined();
    touch(fake, 'Lotion mode');
    close();
    expect(fake.person.turn).toBeUndefined();
  });

  it('asks once before a swipe leaves a running session, and leaves all other swipes to the page', () => {
    const fake = fakeWatch(START);
    beginByHand(fake);
    openSessionPage(fake.watch);
    expect(fake.person.swipe?.(false)).toBe(false);
    expect(fake.person.swipe?.(true)).toBe(true);
    expect(wordsOn(fake)).toContain('The session goes on. Leave?');
    expect(fake.done).toContain('scroll to top');
    expect(fake.person.swipe?.(true)).toBe(false);
  });

  it('scrolls the whole question whether to end into view', () => {
    const fake = fakeWatch(START);
    beginByHand(fake);
    openSessionPage(fake.watch);
    touch(fake, 'End session');
    expect(wordsOn(fake)).toContain('Save this session?');
    expect(fake.done.some((what) => /^scroll down to \d+$/.test(what))).toBe(true);
  });

  describe('when it has to discard its session', () => {
    function discard(fake: FakeWatch): void {
      touch(fake, 'End session');
      touch(fake, 'Discard');
    }

    it('deletes it with its alarms, keeps no record, and opens the start page', () => {
      const fake = fakeWatch(START);
      beginByHand(fake);
      choose(fake, { flipPauses: true });
      openSessionPage(fake.watch);
      expect(fake.alarms.left.size).toBeGreaterThan(0);
      discard(fake);
      expect(fake.done.slice(-2)).toEqual(['stay closed on wake', 'go to start']);
      // Nothing that still reaches the page while it is being left restores anything.
      fake.person.wrist?.('flip');
      fake.advance(HOUR);
      expect(openSessionStore(fake.watch.disk).value()).toBeUndefined();
      expect(openOutbox(fake.watch.disk).last()).toBeUndefined();
      expect(fake.alarms.left.size).toBe(0);
      expect(fake.done).not.toContain('play finish');
    });

    it('goes on with it if the disk refuses that, and says so until the next touch', () => {
      const fake = fakeWatch(START);
      beginByHand(fake);
      openSessionPage(fake.watch);
      fake.disk.takes = false;
      discard(fake);
      expect(wordsOn(fake)).toContain('Could not save');
      fake.disk.takes = true;
      touch(fake, 'Pause');
      expect(wordsOn(fake)).not.toContain('Could not save');
      expect(openSessionStore(fake.watch.disk).value()?.session.phase).toBe('paused');
    });
  });

  it('pauses at a turn of the wrist only if that was chosen', () => {
    const fake = fakeWatch(START);
    beginByHand(fake);
    openSessionPage(fake.watch)();
    expect(fake.person.wrist).toBeUndefined();
    choose(fake, { flipPauses: true });
    openSessionPage(fake.watch);
    fake.person.wrist?.('flip');
    fake.person.wrist?.('flip');
    expect(wordsOn(fake)).toContain('Paused');
  });
});

test('the summary without a record opens the start page and sends nothing to the phone', () => {
  const fake = fakeWatch(START);
  const link = silentLink();
  openSummaryPage(fake.watch, link);
  expect(fake.done).toEqual(['go to start']);
});

test('a preference is on disk before it is shown, and a refusal by the disk is reported', () => {
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

describe('the check page', () => {
  /** Begins a check and lets its alarms ring, up to the one that opens the page. */
  function rung(fake: FakeWatch): void {
    const leave = openCheckPage(fake.watch);
    touch(fake, 'Begin');
    leave();
    fake.advance(80 * SECOND);
    const [guard] = fake.alarms.left.keys();
    [...fake.alarms.left.keys()].filter((id) => id !== guard).forEach((id) => fake.alarms.left.delete(id));
    delete fake.memory.landed;
  }

  it('sets an alarm for each ring, and turns the screen off', () => {
    const fake = fakeWatch(START);
    fake.memory.landed = true;
    openCheckPage(fake.watch);
    touch(fake, 'Begin');
    expect(fake.done).toEqual(expect.arrayContaining(['arm', 'stay closed on wake', 'go dark']));
    const rings = [...fake.alarms.left.values()].slice(1).map(({ rings: at }) => (at - START) / SECOND);
    expect(rings).toEqual([20, 40, 60, 80]);
  });

  it('asks what was felt when an alarm opens it, and says what that means', () => {
    const fake = fakeWatch(START);
    rung(fake);
    openCheckPage(fake.watch);
    touch(fake, '3');
    touch(fake, '3');
    touch(fake, 'No');
    expect(wordsOn(fake)).toContain('In the check, your watch buzzed in full with the screen off.');
    expect(openCheckStore(fake.watch.disk, fake.watch.system).known()).toEqual({
      ...{ model: 'Fake', osVersion: '1.0' },
      ...{ service: 'proven', form: 'full', notification: 'failed', page: 'proven' },
    });
    expect(fake.alarms.left.size).toBe(0);
    touch(fake, 'Done');
    expect(fake.done).toContain('go back');
  });

  it('leads to the dark look if nothing was felt', () => {
    const fake = fakeWatch(START);
    rung(fake);
    fake.memory.landed = true;
    fake.advance(6 * SECOND);
    openCheckPage(fake.watch);
    touch(fake, '0');
    touch(fake, '0');
    touch(fake, 'No');
    expect(wordsOn(fake)).toContain(
      'You felt nothing with the screen off. The dark look only seems off, and still buzzes.',
    );
    touch(fake, 'Use the dark look');
    expect(openStored(fake.watch.disk, PREFERENCES_FILE).value().values).toMatchObject({ darkLook: true });
    expect(wordsOn(fake)).toContain('The dark look is on.');
  });

  it('goes dark again if it is opened too soon, and continues to the questions by itself if it stays lit', () => {
    const fake = fakeWatch(START);
    fake.memory.landed = true;
    openCheckPage(fake.watch);
    touch(fake, 'Begin');
    fake.done.splice(0);
    fake.advance(12 * SECOND);
    expect(fake.done).toContain('go dark');
    expect(wordsOn(fake)).toContain(
      'Let the screen stay off. No question after two minutes? Then open Legato.',
    );
    fake.advance(75 * SECOND);
    // A screen that was lit all the time shows nothing.
    expect(wordsOn(fake)).toContain(
      'The check showed nothing. Check again with the screen and quiet modes off.',
    );
  });

  it('does not begin while cues cannot be felt', () => {
    const fake = fakeWatch(START);
    fake.modes.doNotDisturb = 'yes';
    openCheckPage(fake.watch);
    touch(fake, 'Begin');
    expect(wordsOn(fake)).toContain(
      "It may keep cues from you. Turn it off in the watch's settings, then touch Begin.",
    );
    expect(fake.alarms.left.size).toBe(0);
  });

  it('says that the result of another watch does not count', () => {
    const fake = fakeWatch(START);
    rung(fake);
    openCheckPage(fake.watch);
    ['3', '3', 'Yes'].forEach((answer) => touch(fake, answer));
    openCheckPage({ ...fake.watch, system: { ...fake.watch.system, osVersion: () => '1.1' } });
    expect(wordsOn(fake)).toContain('The watch or its system has changed since the last check.');
  });
});

describe('the summary', () => {
  const offer = 'Check the cues';

  function recordOn(fake: FakeWatch): void {
    const outbox = openOutbox(fake.watch.disk);
    outbox.save(addRecord(outbox.outbox(), packed(1)));
  }

  it('offers the check once a day, until it was made', () => {
    const fake = fakeWatch(START);
    recordOn(fake);
    openStored(fake.watch.disk, OFFERS_FILE).write({ made: ['welcome', 'card'] });
    const offered = (): boolean => {
      const close = openSummaryPage(fake.watch, silentLink());
      fake.advance(SECOND / 10);
      const isOffered = wordsOn(fake).includes(offer);
      close();
      return isOffered;
    };
    expect([offered(), offered()]).toEqual([true, false]);
    fake.advance(24 * HOUR);
    expect(offered()).toBe(true);
    fake.advance(24 * HOUR);
    const store = openCheckStore(fake.watch.disk, fake.watch.system);
    store.save({ checked: { ...NOT_TRIED, model: 'Fake', osVersion: '1.0' } });
    expect(offered()).toBe(false);
    store.save({ checked: { ...NOT_TRIED, model: 'Fake', osVersion: '0.9' } });
    expect(offered()).toBe(true);
  });

  it('offers one thing a day: the check, how it works and, once, the card; none that was done or seen', () => {
    const fake = fakeWatch(START);
    recordOn(fake);
    const offers = [offer, 'How it works', 'Show me how'];
    const offered = (): string => {
      const close = openSummaryPage(fake.watch, silentLink());
      fake.advance(SECOND / 10);
      const words = offers.filter((label) => wordsOn(fake).includes(label)).join();
      close();
      fake.advance(24 * HOUR);
      return words;
    };
    expect([offered(), offered(), offered(), offered(), offered()]).toEqual([
      ...[offer, 'How it works', offer, 'Show me how', offer],
    ]);
    const seen = fakeWatch(START);
    recordOn(seen);
    openStored(seen.watch.disk, OFFERS_FILE).write({ made: ['check'] });
    openStored(seen.watch.disk, WELCOME_FILE).write(START);
    openCardPage(seen.watch)();
    openSummaryPage(seen.watch, silentLink());
    seen.advance(SECOND);
    expect(offers.filter((label) => wordsOn(seen).includes(label))).toEqual([offer]);
  });

  it.each([
    ['Show me how', 'card', { made: ['welcome', 'check'] }],
    ['How it works', 'welcome', { made: ['check'] }],
  ] as const)('leads with %s to the page %s', (label, page, made) => {
    const fake = fakeWatch(START);
    recordOn(fake);
    openStored(fake.watch.disk, OFFERS_FILE).write(made);
    openSummaryPage(fake.watch, silentLink());
    fake.advance(SECOND / 10);
    touch(fake, label);
    expect(fake.done).toContain(`go to ${page}`);
  });

  it('leads to the check', () => {
    const fake = fakeWatch(START);
    recordOn(fake);
    openSummaryPage(fake.watch, silentLink());
    fake.advance(SECOND / 10);
    touch(fake, offer);
    expect(fake.done).toContain('go to check');
  });
});

describe('the lesson of the card', () => {
  it('goes on from picture to picture, and leads back where it was opened', () => {
    const fake = fakeWatch(START);
    fake.memory.wentInto = true;
    const close = openCardPage(fake.watch);
    touch(fake, 'Next');
    touch(fake, 'Next');
    expect(wordsOn(fake)).toContain('From then on: swipe right, touch Start.');
    touch(fake, 'Done');
    expect(fake.done).toContain('go back');
    close();
  });

  it('can be left at once', () => {
    const fake = fakeWatch(START);
    openCardPage(fake.watch);
    touch(fake, 'Skip');
    expect(fake.done).toContain('go back');
  });
});

describe('the page that says how it works', () => {
  const played = ({ done }: FakeWatch) => done.filter((what) => what.startsWith('play '));

  it('is offered until it was seen or a session was done', () => {
    const isOffered = (fake: FakeWatch) => {
      fake.memory.landed = true;
      choose(fake, ANSWERED);
      const leave = openStartPage(fake.watch, silentLink());
      const words = wordsOn(fake);
      leave();
      return words.includes('New? See how it works');
    };
    expect(isOffered(fakeWatch(START))).toBe(true);
    const seen = fakeWatch(START);
    openWelcomePage(seen.watch)();
    expect(isOffered(seen)).toBe(false);
    const old = fakeWatch(START);
    openOutbox(old.watch.disk).add({ packed: packed(1), record: dailyRecord(1) });
    expect(isOffered(old)).toBe(false);
  });

  it('plays each signal once, explains it, and continues to lotion mode by itself', () => {
    const fake = fakeWatch(START);
    openWelcomePage(fake.watch);
    touch(fake, 'Next');
    expect(played(fake)).toEqual([]);
    touch(fake, 'Next');
    expect(wordsOn(fake)).toContain('Ankle');
    fake.advance(4 * SECOND);
    expect(wordsOn(fake)).toContain('Calf');
    fake.advance(28 * SECOND);
    expect(played(fake)).toEqual(SIGNALS.map((signal) => `play ${signal}`));
    touch(fake, 'Lotion mode');
    expect(openStored(fake.watch.disk, PREFERENCES_FILE).value().values.lotionMode).toBe(true);
    expect(fake.done).toContain('go to questions');
  });

  it('can be left at any time, and plays nothing after that', () => {
    const fake = fakeWatch(START);
    const leave = openWelcomePage(fake.watch);
    touch(fake, 'Skip');
    expect(fake.done).toContain('go back');
    touch(fake, 'Next');
    touch(fake, 'Next');
    leave();
    fake.done.splice(0);
    fake.advance(60 * SECOND);
    expect(played(fake)).toEqual([]);
  });

  it('says if the disk refuses the choice', () => {
    const fake = fakeWatch(START);
    openWelcomePage(fake.watch);
    touch(fake, 'Next');
    touch(fake, 'Next');
    touch(fake, 'Next');
    fake.disk.takes = false;
    touch(fake, 'Lotion mode');
    expect(wordsOn(fake)).toContain('Could not save');
    expect(fake.done).not.toContain('go back');
  });
});
