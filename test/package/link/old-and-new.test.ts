import { pack } from '../../../core/care/statement';
import { SECOND } from '../../../core/time';
import { readSaid } from '../../../phone/care/said';
import { readPreferences } from '../../../phone/preferences';
import type { WatchPackage } from '../../../virtual-watch/node';
import { bootWatch, readZab, VirtualPhone } from '../../../virtual-watch/node';
import { firstPackage } from '../../fixtures/fixture';
import type { Pair } from './pair';
import {
  allTexts,
  ledgerOn,
  loadPackage,
  open,
  outboxOn,
  reach,
  sessionOn,
  storageOn,
  syncNow,
  syncWords,
  theZab,
} from './pair';
import { doSession, givePlan, planOf } from './wrist';

/*
 * The first version and the current one against each other: the package of the first is a fixture, as it was built.
 */

beforeAll(loadPackage);

const UPDATE_THE_PHONE =
  'Refused when last seen: 1 from a newer Legato. Update Legato on the phone and sync again.';

describe('a watch with the first version and a phone with the current one', () => {
  it('lose no session, no preference and no plan', () => {
    const both = pairOf({ watch: firstPackage(), phone: theZab() });
    paste(both, planOf(5));
    open(both);
    doSession(both.watch);
    both.watch.advance(20 * SECOND);
    expect(ledgerOn(both.phone).sessions).toMatchObject([{ version: 1, zones: [{ doneSeconds: 5 }] }]);
    both.watch.tap('Done');
    paste(both, planOf(7));
    both.watch.wake();
    syncNow(both);
    expect(syncWords(both.watch)).toBe('Done: all is on the phone.');
    expect(both.watch.texts()).toContain('7 s');
  });

  it('understand each other whatever a later version has left on the phone', () => {
    const later = Object.fromEntries(
      Array.from('abcdefghijklmnopqrstuvwxyz', (name) => [name, ['x'.repeat(300), 5]] as const),
    );
    const preferences = JSON.stringify({ ...later, firstLeg: ['right', 5, 0], strength: ['strong', 5] });
    const both = pairOf({ watch: firstPackage(), phone: theZab() }, { preferences });
    open(both);
    expect(syncWords(both.watch)).toBe('Done: all is on the phone.');
    expect(both.watch.texts()).toContain('Right leg, then left');
    reach(both.watch, 'Left first');
    syncNow(both);
    const now = readPreferences(storageOn(both.phone));
    expect([now['firstLeg']?.[0], now['strength'], now['z']]).toEqual([
      'left',
      ['strong', 5],
      ['x'.repeat(300), 5],
    ]);
  });

  it('keep the order of a plan that is pasted later, although the watch is 90 s ahead', () => {
    const both = pairOf({ watch: firstPackage(), phone: theZab() });
    open(both);
    both.watch.stepClock(90 * SECOND);
    reach(both.watch, 'Right first');
    syncNow(both);
    expect(both.watch.texts()).toContain('Right leg, then left');
    paste(both, bothLegs(30));
    syncNow(both);
    expect(both.watch.texts()).toContain('Left leg, then right');
  });
});

describe('a watch with the first version beside a phone that knows locks', () => {
  const locks = (['left', 'right'] as const).map((leg, number) =>
    pack({ kind: 'lock', id: `p${String(number)}`, leg, why: 'hand', at: 1 }),
  );
  const said = JSON.stringify({ version: 1, said: locks });

  it('loses no session and no lock, and the phone says no more about the watch than it knows', () => {
    const both = pairOf({ watch: firstPackage(), phone: theZab() }, { 'care.said': said });
    paste(both, planOf(5));
    open(both);
    doSession(both.watch);
    both.watch.advance(20 * SECOND);
    expect(ledgerOn(both.phone).sessions).toMatchObject([{ version: 1, zones: [{ doneSeconds: 5 }] }]);
    expect(readSaid(storageOn(both.phone))).toEqual(locks);
    const page = both.phone.settingsPage().texts().join(' | ');
    expect(page).toContain('Both legs: locked');
    expect(page).toContain('A watch that knows of this begins no session of this plan');
  });

  it('knows the locks once it is updated, and begins no session', () => {
    const before = pairOf({ watch: firstPackage(), phone: theZab() }, { 'care.said': said });
    open(before);
    const about = (): string => {
      const page = before.phone.settingsPage();
      page.tap('About Legato');
      const texts = page.texts().join(' | ');
      page.tap('About Legato');
      return texts;
    };
    // The first version did not tell which one it is.
    expect(about()).toMatch(/Legato on [^|]+: not known yet/);
    const both = { ...before, watch: movedTo(before.watch, before.phone) };
    open(both);
    expect(about()).toMatch(/Legato on [^|]+: 0\.1\.0/);
    expect(both.watch.texts()).not.toContain('Start');
    expect(readSaid(storageOn(both.phone))).toEqual(locks);
  });
});

describe('a watch with the current version and a phone with the first one', () => {
  it('keep the session on the watch, say on both sides which one needs the update, and lose nothing', () => {
    const both = pairOf({ watch: theZab(), phone: firstPackage() });
    givePlan(both.watch, planOf(5));
    both.watch.openApp();
    doSession(both.watch);
    both.watch.advance(20 * SECOND);
    expect(allTexts(both.watch)).toContain('1 refused: update Legato on the phone');
    expect(both.phone.settingsPage().texts()).toContain(UPDATE_THE_PHONE);
    const [entry] = outboxOn(both.watch).chunks[0]?.entries ?? [];
    expect(entry?.state).toBe('recordVersion');

    const updated = { ...both, phone: phoneOf(theZab(), Object.fromEntries(both.phone.storage())) };
    const after = { ...updated, watch: movedTo(both.watch, updated.phone) };
    open(after);
    expect(syncWords(after.watch)).toBe('Done: all is on the phone.');
    expect(ledgerOn(after.phone).sessions).toMatchObject([{ version: 2, zones: [{ doneSeconds: 5 }] }]);
    expect(after.phone.settingsPage().texts()).not.toContain(UPDATE_THE_PHONE);
  });

  it('exchange plans and preferences all the same', () => {
    const both = pairOf({ watch: theZab(), phone: firstPackage() });
    open(both);
    paste(both, bothLegs(30));
    syncNow(both);
    expect(both.watch.texts()).toContain('Left leg, then right');
    reach(both.watch, 'Right first');
    syncNow(both);
    expect(syncWords(both.watch)).toBe('Done: nothing to send yet.');
    expect(both.watch.texts()).toContain('Right leg, then left');
    expect(readPreferences(storageOn(both.phone))['firstLeg']?.[0]).toBe('right');
  });
});

describe('a watch that is updated, followed by its phone', () => {
  it('goes on with its session, and brings the records from before and after to the phone', () => {
    const both = pairOf({ watch: firstPackage(), phone: firstPackage() });
    const { watch, phone } = both;
    paste(both, bothLegs(5));
    open(both);
    phone.outOfRange();
    reach(watch, 'Right first');
    doSession(watch);
    watch.tap('Done');
    watch.advance(SECOND);
    watch.tap('Start');
    watch.advance(2 * SECOND);
    watch.updateApp(theZab());
    expect(sessionOn(watch)?.phase).toBe('running');

    phone.inRange();
    watch.openApp();
    // An update loses the alarms, so the session waits for the person.
    watch.tap('Resume');
    watch.advance(60 * SECOND);
    expect(ledgerOn(phone).sessions.map(({ version }) => version)).toEqual([1]);

    const updated = phoneOf(theZab(), Object.fromEntries(phone.storage()));
    open({ phone: updated, watch: movedTo(watch, updated) });
    const records = ledgerOn(updated).sessions;
    expect(records.map(({ version, ending }) => [version, ending])).toEqual([
      [2, 'finished'],
      [1, 'finished'],
    ]);
    expect(records.every(({ zones }) => zones[0]?.leg === 'right')).toBe(true);
    expect(readPreferences(storageOn(updated))['firstLeg']?.[0]).toBe('right');
  });
});

/** A calf of either leg, the left one first. */
function bothLegs(seconds: number): unknown {
  return {
    ...planOf(seconds),
    legs: ['left', 'right'].map((leg) => ({ leg, zones: [{ zone: 'calf', seconds }] })),
  };
}

interface Halves {
  readonly watch: Uint8Array;
  readonly phone: Uint8Array;
}

function pairOf(halves: Halves, storage: Readonly<Record<string, string>> = {}): Pair {
  const phone = phoneOf(halves.phone, storage);
  return { phone, watch: bootWatch({ device: 'Amazfit Balance', zab: halves.watch, radio: phone.radio }) };
}

function phoneOf(zab: Uint8Array, storage: Readonly<Record<string, string>> = {}): VirtualPhone {
  return new VirtualPhone({ package: packageIn(zab), storage });
}

function packageIn(zab: Uint8Array): WatchPackage {
  const found = readZab(zab).find(({ width, height }) => width === 480 && height === 480);
  if (!found) throw new Error('there is no package for the round screen of 480 pixels');
  return found;
}

/** A watch with the current version and the files of another, beside another phone. */
function movedTo(watch: Pair['watch'], phone: VirtualPhone): Pair['watch'] {
  const moved = bootWatch({
    device: 'Amazfit Balance',
    zab: theZab(),
    radio: phone.radio,
    startAt: watch.wall() + SECOND,
  });
  watch.files().forEach((bytes, path) => {
    moved.putFile(path, bytes);
  });
  return moved;
}

function paste({ phone }: Pair, plan: unknown): void {
  phone.settingsPage().type('Paste a plan', JSON.stringify(plan));
}
