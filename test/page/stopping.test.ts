import type { Leg } from '../../core/body';
import { locksIn } from '../../core/care/locks';
import { stopCauseIn } from '../../core/record/extensions';
import { OWN_PLAN } from '../../core/state/plan-file';
import type { Preferences } from '../../core/state/preferences';
import { PREFERENCES_FILE, UNCHANGED_PREFERENCES } from '../../core/state/preferences';
import { MINUTE, SECOND } from '../../core/time';
import { beginOnDisk } from '../../device/session/begin';
import { openCareStore } from '../../device/store/care-store';
import { openOutbox } from '../../device/store/outbox-store';
import { openSessionStore } from '../../device/store/session-store';
import { openStored } from '../../device/store/stored-file';
import type { Undo } from '../../device/watch/clock';
import type { Disk } from '../../device/watch/disk';
import { openHurtsPage } from '../../page/hurts/open';
import { openSessionPage } from '../../page/session/open';
import { openStartPage } from '../../page/start/open';
import type { FakeWatch } from '../device/fake-watch';
import { fakeWatch } from '../device/fake-watch';
import { spaced } from './seen';

const SILENT = { request: () => new Promise<never>(() => undefined), close: () => undefined };

const ANSWERED: Partial<Preferences> = {
  ...({ clotAnswer: 'no', injuryAnswer: 'no', pregnantAnswer: 'no' } as const),
  ...({ painAnswer: 'no', illAnswer: 'no', skinAnswer: 'no' } as const),
};

/** A watch on which a session has just begun, with these choices. */
function begun(chosen: Partial<Preferences> = ANSWERED): FakeWatch {
  const fake = fakeWatch(Date.UTC(2026, 4, 1));
  const { watch } = fake;
  fake.memory.landed = true;
  const values = { ...UNCHANGED_PREFERENCES.values, ...chosen };
  openStored(watch.disk, PREFERENCES_FILE).write({ ...UNCHANGED_PREFERENCES, values });
  const care = openCareStore(watch.disk).book();
  beginOnDisk(watch, openSessionStore(watch.disk), OWN_PLAN, care, values);
  return fake;
}

/** The same watch after its app was closed: what pages passed to each other is gone. */
function relaunch({ memory }: FakeWatch): void {
  for (const name of Object.keys(memory)) Reflect.deleteProperty(memory, name);
}

function touch({ ui }: FakeWatch, label: string): void {
  const found = ui.screen.find(({ type, options }) => type === 'BUTTON' && options['text'] === label);
  const touched = found?.options['click_func'];
  if (typeof touched !== 'function') throw new Error(`no button "${label}"`);
  (touched as () => void)();
}

const locksOn = ({ watch }: FakeWatch) => locksIn(openCareStore(watch.disk).book().said);
const lockedOn = (fake: FakeWatch): readonly Leg[] => locksOn(fake).map(({ leg }) => leg);
const sessionOn = ({ watch }: FakeWatch) => openSessionStore(watch.disk).value()?.session;
const recordOn = ({ watch }: FakeWatch) => openOutbox(watch.disk).newest();
const stopOn = (fake: FakeWatch) => {
  const record = recordOn(fake);
  return record && stopCauseIn(record);
};

/** A disk that has no room for some files. */
function refusing(disk: Disk, refuses: (path: string) => boolean): Disk['write'] {
  return (path, ...rest) => !refuses(path) && disk.write(path, ...rest);
}

/** The files in the order in which they were written, without the slots. */
const writes = ({ done }: FakeWatch): readonly string[] =>
  done.flatMap((what) => (what.startsWith('write ') ? [what.replace(/^write |\.[ab]$/g, '')] : []));

describe('a sign that is present', () => {
  const ways: readonly (readonly [string, Partial<Preferences>, (fake: FakeWatch) => void])[] = [
    [
      'a touch',
      {},
      (fake) => {
        touch(fake, 'Yes');
        fake.advance(SECOND);
      },
    ],
    [
      'a touch after a hold in lotion mode',
      { lotionMode: true },
      (fake) => {
        fake.person.press?.({ kind: 'hold' });
        touch(fake, 'Yes');
        fake.advance(SECOND);
      },
    ],
  ];

  test.each(ways)(
    'locks the leg before the record that ends the session is written, by %s',
    (_, more, say) => {
      const fake = begun({ ...ANSWERED, ...more });
      openSessionPage(fake.watch);
      fake.done.splice(0);
      say(fake);
      const order = writes(fake);
      const [lock, record] = [order.indexOf('care'), order.findIndex((path) => path.startsWith('outbox/'))];
      expect([lock >= 0, lock < record]).toEqual([true, true]);
      expect([lockedOn(fake), stopOn(fake)]).toEqual([['left'], 'sign']);
    },
  );

  test('is in the record and shown to the person, even if the watch is cut off before the session is told', () => {
    const fake = begun();
    const { watch } = fake;
    // The lock is the last file that reached the disk.
    let isOff = false;
    const write: Disk['write'] = (path, ...rest) => {
      if (isOff) return false;
      isOff = path.startsWith('care');
      return watch.disk.write(path, ...rest);
    };
    openSessionPage({ ...watch, disk: { ...watch.disk, write } });
    touch(fake, 'Yes');
    fake.advance(SECOND);
    expect([lockedOn(fake), sessionOn(fake)?.phase, recordOn(fake)]).toEqual([
      ['left'],
      'running',
      undefined,
    ]);
    const { sign } = fake.memory.stopped ?? {};
    relaunch(fake);
    // The sign of the day on which it is opened again was not asked.
    fake.advance(24 * 60 * MINUTE);
    openSessionPage(watch);
    expect([stopOn(fake), sessionOn(fake), fake.memory.stopped]).toEqual([
      ...['sign', undefined],
      { leg: 'left', sign },
    ]);
  });

  test('locks once: neither another attempt to store the record nor another page locks a leg unlocked since', () => {
    const fake = begun();
    const { watch } = fake;
    const { disk } = watch;
    const isRecord = (path: string): boolean => path.startsWith('outbox');
    const full = { ...watch, disk: { ...disk, write: refusing(disk, isRecord) } };
    const leave = openSessionPage(full);
    touch(fake, 'Yes');
    fake.advance(20 * SECOND);
    expect([locksOn(fake).length, sessionOn(fake)?.phase, recordOn(fake)]).toEqual([1, 'ended', undefined]);
    leave();
    openSessionPage(full)();
    expect(locksOn(fake)).toHaveLength(1);
    const lifts = locksOn(fake).map(({ id }) => id)[0] ?? '';
    openCareStore(disk).add([{ kind: 'unlock', id: 'doctor-1', lifts, doctorOn: 1, at: fake.now() }]);
    relaunch(fake);
    openSessionPage(watch);
    expect([lockedOn(fake), stopOn(fake), sessionOn(fake)]).toEqual([[], 'sign', undefined]);
  });
});

describe('a person who stops because it hurts and says no more', () => {
  function hurt(): FakeWatch {
    const fake = begun();
    const leave = openSessionPage(fake.watch);
    touch(fake, 'It hurts');
    leave();
    fake.done.splice(0);
    return fake;
  }
  /** Goes through the page "It hurts" up to its last button. */
  function say(fake: FakeWatch, ...labels: readonly string[]): void {
    const close = openHurtsPage(fake.watch);
    labels.forEach((label) => {
      touch(fake, label);
      fake.advance(SECOND);
    });
    close();
  }
  /** Whether the start page asks about the pain before anything else. */
  function isAsked(fake: FakeWatch): boolean {
    fake.done.splice(0);
    openStartPage(fake.watch, SILENT)();
    return fake.done.includes('go to hurts');
  }
  const mayBeginOn = ({ watch }: FakeWatch) =>
    beginOnDisk(
      ...([watch, openSessionStore(watch.disk), OWN_PLAN, openCareStore(watch.disk).book()] as const),
      UNCHANGED_PREFERENCES.values,
    );

  test('is asked again at the next start, before anything else, and begins nothing until then', () => {
    const fake = hurt();
    relaunch(fake);
    expect([isAsked(fake), mayBeginOn(fake), stopOn(fake)]).toEqual([true, 'stopped', 'hurts']);
    say(fake, 'Right leg', 'Sharp pain', 'Done');
    expect([lockedOn(fake), isAsked(fake), mayBeginOn(fake)]).toEqual([['right'], false, 'begun']);
  });

  test('locks nothing with "something else", and is not asked again', () => {
    const fake = hurt();
    relaunch(fake);
    say(fake, 'Left leg', 'Something else');
    relaunch(fake);
    expect([lockedOn(fake), isAsked(fake), mayBeginOn(fake)]).toEqual([[], false, 'begun']);
  });

  test('is noted before the record is stored, and if the watch dies in between, the session does not go on', () => {
    const fake = begun();
    openSessionPage(fake.watch)();
    openCareStore(fake.watch.disk).noteStop('left');
    relaunch(fake);
    openStartPage(fake.watch, SILENT)();
    expect(fake.done).toContain('go to session');
    const leave = openSessionPage(fake.watch);
    fake.advance(SECOND);
    leave();
    expect([sessionOn(fake), recordOn(fake)?.ending, stopOn(fake), fake.alarms.left.size]).toEqual([
      undefined,
      'stopped',
      'hurts',
      0,
    ]);
    expect(fake.done).toContain('go to hurts');
  });

  test('is asked again in another launch if the disk refused the lock, but not in this one', () => {
    const fake = hurt();
    fake.disk.takes = false;
    say(fake, 'Left leg', 'New swelling');
    expect(isAsked(fake)).toBe(false);
    fake.disk.takes = true;
    expect(mayBeginOn(fake)).toBe('stopped');
    relaunch(fake);
    expect(isAsked(fake)).toBe(true);
  });
});

describe('what is shown after a stop', () => {
  const recorded = 'The session was stopped, and is recorded as that.';
  const unrecorded = 'The session was stopped. It could not be saved.';
  const unlocked = 'Not saved: still no massage.';
  const SAID = [recorded, unrecorded, unlocked, 'Left leg: locked'];

  test.each([
    ['all', () => false, [recorded, 'Left leg: locked']],
    ['no record', (path: string) => path.startsWith('outbox'), [unrecorded, 'Left leg: locked']],
    ['no lock', (path: string) => path.startsWith('care'), [recorded, unlocked]],
    ['nothing', () => true, [unrecorded, unlocked]],
  ])('for pain and for a sign matches what is on a disk that accepts %s', (_, refuses, said) => {
    for (const way of [['Yes'], ['It hurts', 'Left leg', 'New swelling']]) {
      const fake = begun();
      const { disk } = fake.watch;
      const leave = openSessionPage(fake.watch);
      const full = { ...fake.watch, disk: { ...disk, write: refusing(disk, refuses) } };
      leave();
      const close = openSessionPage(full);
      touch(fake, way[0] ?? '');
      fake.advance(SECOND);
      close();
      openHurtsPage(full);
      way.slice(1).forEach((label) => {
        touch(fake, label);
        fake.advance(SECOND);
      });
      const words = fake.ui.screen.map(({ options }) => spaced(String(options['text'])));
      expect(SAID.filter((each) => words.includes(each))).toEqual(SAID.filter((each) => said.includes(each)));
    }
  });
});

describe('a stop that the disk does not take', () => {
  const LOST = 'Nothing could be saved. If the session shows again, end it.';
  const FILES = ['care', 'outbox', 'session'] as const;
  type Files = readonly (typeof FILES)[number][];

  /** Stops on a disk that takes nothing of `refused` any more, and is led to the page that asks where it hurts. */
  function hurtWithout(refused: Files, ...said: readonly string[]) {
    const fake = begun();
    const { disk } = fake.watch;
    let refuses = refused;
    const write = refusing(disk, (path) => refuses.some((name) => path.startsWith(name)));
    const full = { ...fake.watch, disk: { ...disk, write } };
    openSessionPage(fake.watch)();
    const leave = openSessionPage(full);
    touch(fake, 'It hurts');
    fake.advance(0);
    leave();
    openHurtsPage(full);
    said.forEach((label) => {
      touch(fake, label);
      fake.advance(SECOND);
    });
    const shows = (words: string): boolean =>
      fake.ui.screen.some(({ options }) => spaced(String(options['text'])) === words);
    const accept = (files: Files): void => {
      refuses = refuses.filter((name) => !files.includes(name));
    };
    return { fake, shows, accept };
  }
  /** Opens the app after a crash; returns whether the person is asked where it hurts. */
  function openAgain(fake: FakeWatch): boolean {
    relaunch(fake);
    fake.done.splice(0);
    openStartPage(fake.watch, SILENT)();
    if (fake.done.includes('go to session')) {
      const leave = openSessionPage(fake.watch);
      fake.advance(0);
      leave();
    }
    if (fake.done.includes('go to start')) openStartPage(fake.watch, SILENT)();
    return fake.done.includes('go to hurts');
  }

  test.each([
    [[], true],
    [['care'], false],
    [['outbox'], true],
    [['session'], true],
    [['outbox', 'session'], true],
    [['care', 'outbox'], true],
    [['care', 'session'], false],
  ] as const)('is in the record after a crash if the disk refuses only %j', (refused, asks) => {
    const { fake } = hurtWithout(refused);
    expect(openAgain(fake)).toBe(asks);
    expect([recordOn(fake)?.ending, stopOn(fake), sessionOn(fake)]).toEqual(['stopped', 'hurts', undefined]);
  });

  test.each(FILES)('is saved as soon as the disk takes %s again, without a touch', (file) => {
    const { fake, accept, shows } = hurtWithout(FILES);
    expect(shows(LOST)).toBe(true);
    accept([file]);
    fake.advance(5 * SECOND);
    expect(shows(LOST)).toBe(false);
    openAgain(fake);
    expect([recordOn(fake)?.ending, stopOn(fake), sessionOn(fake)]).toEqual(['stopped', 'hurts', undefined]);
  });

  test('is said to be lost in every step as long as nothing of it could be saved', () => {
    const { fake, shows } = hurtWithout(FILES);
    const seen = ['Left leg', 'Something else'].map((label) => {
      touch(fake, label);
      fake.advance(SECOND);
      return shows(LOST);
    });
    expect(seen).toEqual([true, true]);
    expect(shows('The session was stopped. It could not be saved.')).toBe(true);
  });

  test('is not forgotten with the answer as long as only the note of it is on disk', () => {
    const { fake } = hurtWithout(['outbox', 'session'], 'Left leg', 'Something else');
    expect(openAgain(fake)).toBe(true);
    expect([recordOn(fake)?.ending, stopOn(fake), sessionOn(fake)]).toEqual(['stopped', 'hurts', undefined]);
  });

  test('ends the session in this launch too, whichever page takes it up', () => {
    const { fake } = hurtWithout(FILES, 'Left leg', 'Something else');
    openSessionPage(fake.watch)();
    expect([recordOn(fake)?.ending, stopOn(fake), sessionOn(fake)]).toEqual(['stopped', 'hurts', undefined]);
  });
});

describe('a page that is left within the second before an answer counts', () => {
  function leftAfter(label: string, chosen?: Partial<Preferences>): FakeWatch {
    const fake = begun(chosen);
    const leave: Undo = openSessionPage(fake.watch);
    touch(fake, label);
    fake.advance(SECOND / 2);
    leave();
    fake.advance(MINUTE);
    return fake;
  }

  test('accepts a stop', () => {
    const fake = leftAfter('Yes');
    expect([lockedOn(fake), sessionOn(fake), stopOn(fake)]).toEqual([['left'], undefined, 'sign']);
    expect(fake.alarms.left.size).toBe(0);
  });

  test('accepts a yes, for both legs if it cannot ask which, and opens no page', () => {
    const fake = leftAfter('Yes', { ...ANSWERED, painAnswer: 'open' });
    expect([lockedOn(fake), sessionOn(fake), recordOn(fake)]).toEqual([
      ['left', 'right'],
      undefined,
      undefined,
    ]);
    expect(openStored(fake.watch.disk, PREFERENCES_FILE).value().values.painAnswer).toBe('yes');
    expect(fake.done).not.toContain('go to questions');
  });

  test('does not accept a no', () => {
    const fake = leftAfter('No', { ...ANSWERED, painAnswer: 'open' });
    expect(openStored(fake.watch.disk, PREFERENCES_FILE).value().values.painAnswer).toBe('open');
    expect(sessionOn(fake)).toBeDefined();
  });

  test('accepts nothing next to a palm', () => {
    const fake = begun();
    const leave = openSessionPage(fake.watch);
    touch(fake, 'Yes');
    fake.person.wrist?.('palm');
    leave();
    expect([lockedOn(fake), sessionOn(fake)?.phase]).toEqual([[], 'running']);
  });

  test.each([
    ['a stop, by two quick touches', ANSWERED, ['left']],
    ['a yes, by two quick touches', { ...ANSWERED, painAnswer: 'open' }, ['left', 'right']],
  ] as const)('accepts %s', (_, chosen, locked) => {
    const fake = begun(chosen);
    const leave = openSessionPage(fake.watch);
    touch(fake, 'Yes');
    fake.advance(200);
    touch(fake, 'Yes');
    leave();
    expect([lockedOn(fake), sessionOn(fake)]).toEqual([locked, undefined]);
  });
});

test('in lotion mode open questions are asked on an unlocked touch screen, which is locked after the last answer', () => {
  const fake = begun({ ...ANSWERED, painAnswer: 'open', lotionMode: true });
  openSessionPage(fake.watch);
  expect(fake.person.swipe?.(false)).toBe(false);
  touch(fake, 'No');
  fake.advance(SECOND);
  expect(openStored(fake.watch.disk, PREFERENCES_FILE).value().values.painAnswer).toBe('no');
  expect(fake.person.swipe?.(false)).toBe(true);
});

test('a key pressed out of habit answers no sign: the lower key gives 15 s more while it is asked, and locks no leg', () => {
  const fake = begun({ ...ANSWERED, lotionMode: true });
  openSessionPage(fake.watch);
  fake.advance(5 * SECOND);
  expect(says(fake, 'Hold a key, then touch Yes or No')).toBe(true);
  for (let times = 0; times < 2; times += 1) {
    fake.person.press?.({ kind: 'click', key: 'shortcut' });
    fake.advance(2 * SECOND);
  }
  expect([sessionOn(fake)?.phase, lockedOn(fake)]).toEqual(['running', []]);
  expect(sessionOn(fake)?.journal.map(({ kind }) => kind)).toEqual(['extended', 'extended']);
});

test('in lotion mode a hold of a key brings both answers, and the touch screen locks again after the answer', () => {
  const fake = begun({ ...ANSWERED, lotionMode: true });
  openSessionPage(fake.watch);
  fake.advance(5 * SECOND);
  const isLocked = (): boolean => fake.person.swipe?.(false) === true;
  expect([says(fake, 'No'), isLocked()]).toEqual([false, true]);
  fake.person.press?.({ kind: 'hold' });
  expect([says(fake, 'Yes'), says(fake, 'No'), isLocked()]).toEqual([true, true, false]);
  touch(fake, 'No');
  fake.advance(2 * SECOND);
  expect([sessionOn(fake)?.journal.map(({ kind }) => kind), isLocked()]).toEqual([['touched'], true]);
});

test('in lotion mode a hold and a yes stop at the sign and lock the leg', () => {
  const fake = begun({ ...ANSWERED, lotionMode: true });
  openSessionPage(fake.watch);
  fake.advance(5 * SECOND);
  fake.person.press?.({ kind: 'hold' });
  touch(fake, 'Yes');
  fake.advance(SECOND);
  expect([lockedOn(fake), stopOn(fake)]).toEqual([['left'], 'sign']);
});

test('in lotion mode a sign that nobody answers after a hold locks the touch screen again', () => {
  const fake = begun({ ...ANSWERED, lotionMode: true });
  openSessionPage(fake.watch);
  fake.advance(5 * SECOND);
  fake.person.press?.({ kind: 'hold' });
  expect(fake.person.swipe?.(false)).toBe(false);
  fake.advance(20 * SECOND);
  expect(fake.person.swipe?.(false)).toBe(true);
});

function says({ ui }: FakeWatch, words: string): boolean {
  return ui.screen.some(({ options }) => spaced(String(options['text'])) === words);
}
