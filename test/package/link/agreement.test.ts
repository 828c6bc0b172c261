import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { SECOND } from '../../../core/time';
import { PREFERENCES_FILE } from '../../../core/state/preferences';
import { readStored } from '../../../core/state/stored';
import { readPreferences } from '../../../phone/preferences';
import type { Pair } from './pair';
import {
  ledgerOn,
  loadPackage,
  makePair,
  open,
  payloadOn,
  reach,
  sessionOn,
  storageOn,
  syncNow,
  syncWords,
  watchOf,
} from './pair';
import { givePlan, planOf } from './wrist';

beforeAll(loadPackage);

describe('a plan pasted on the phone', () => {
  it('reaches the watch with the next talk, and the next session goes by it', () => {
    const both = makePair();
    open(both);
    expect(both.watch.texts()).toContain('10 min');
    paste(both, planOf(7));
    syncNow(both);
    expect(both.watch.texts()).toContain('7 s');
    expect(both.watch.texts()).toContain('Left leg only');
    both.watch.tap('Start');
    both.watch.advance(20 * SECOND);
    expect(ledgerOn(both.phone).sessions[0]?.zones).toEqual([
      { leg: 'left', zone: 'calf', plannedSeconds: 7, doneSeconds: 7 },
    ]);
  });

  it('is fetched only once', () => {
    const both = makePair();
    paste(both, planOf(7));
    open(both);
    const before = both.phone.traffic().toPhone.packets;
    syncNow(both);
    // A handshake, a hello and a closing message.
    expect(both.phone.traffic().toPhone.packets - before).toBe(3);
  });

  it('that is invalid is refused with an explanation, and neither phone nor watch changes its plan', () => {
    const both = makePair();
    paste(both, planOf(7));
    both.phone.settingsPage().type('Paste a plan', '{"version":1');
    const texts = both.phone.settingsPage().texts();
    expect(texts.slice(texts.indexOf('Plan') + 1, texts.indexOf('▸ Reminders'))).toEqual([
      'Left leg · 7 s',
      'Left leg: calf 0:07',
      'Get comfortable: 0:00',
      'Change legs: 0:00',
      'Light touch: off',
      'Order: from the ankle up',
      'Planned days: every day',
      'The watch takes it over at the next sync.',
      'Use the standard plan',
      '▸ Change the plan by touch',
      '▸ Plans before this one',
      '▸ The plan as text',
      'The last text was not taken:',
      'The text ends too early, in line 1: copy all of it, to the last bracket.',
      'Paste a plan',
      '{"version":1',
    ]);
    open(both);
    expect(both.watch.texts()).toContain('7 s');
  });

  it('has its own order of legs, until a leg is chosen on the watch after that', () => {
    const both = makePair();
    open(both);
    reach(both.watch, 'Right first');
    both.watch.advance(SECOND);
    paste(both, { ...DEFAULT_PLAN, prepareSeconds: 5 });
    syncNow(both);
    expect(both.watch.texts()).toContain('Left leg, then right');
    both.watch.advance(SECOND);
    reach(both.watch, 'Right first');
    both.watch.scroll(-10_000);
    expect(both.watch.texts()).toContain('Right leg, then left');
    syncNow(both);
    expect(both.watch.texts()).toContain('Right leg, then left');
  });

  it('keeps its order against a leg that was chosen before on a watch that is 90 s ahead', () => {
    const both = makePair();
    open(both);
    both.watch.stepClock(90 * SECOND);
    reach(both.watch, 'Right first');
    both.watch.advance(SECOND);
    paste(both, { ...DEFAULT_PLAN, prepareSeconds: 5 });
    syncNow(both);
    expect(both.watch.texts()).toContain('Left leg, then right');
    reach(both.watch, 'Right first');
    syncNow(both);
    expect(both.watch.texts()).toContain('Right leg, then left');
  });

  it('of a phone whose clock is ahead still allows choosing a leg', () => {
    const both = makePair();
    const plan = { revision: both.watch.wall() + 3_600_000, plan: DEFAULT_PLAN };
    both.phone.editStorage('plan', JSON.stringify(plan));
    open(both);
    reach(both.watch, 'Right first');
    both.watch.scroll(-10_000);
    expect(both.watch.texts()).toContain('Right leg, then left');
  });

  it('does not change a session in progress', () => {
    const both = makePair();
    givePlan(both.watch, planOf(60));
    open(both);
    both.watch.tap('Start');
    both.watch.advance(10 * SECOND);
    paste(both, planOf(7));
    both.watch.crash();
    open(both);
    expect(sessionOn(both.watch)?.routine.length).toBe(60 * SECOND);
    both.watch.advance(70 * SECOND);
    expect(ledgerOn(both.phone).sessions[0]?.zones[0]).toMatchObject({ plannedSeconds: 60 });
    both.watch.wake();
    both.watch.openApp();
    reach(both.watch, 'Done');
    expect(both.watch.texts()).toContain('7 s');
  });
});

describe('preferences', () => {
  it('changed on the watch reach the phone, and from there a new watch', () => {
    const both = makePair();
    open(both);
    reach(both.watch, 'Right first');
    syncNow(both);
    expect(readPreferences(storageOn(both.phone))['firstLeg']?.[0]).toBe('right');
    const other = { phone: both.phone, watch: watchOf(both.phone) };
    open(other);
    expect(other.watch.texts()).toContain('Right leg, then left');
  });

  it('that were changed on two watches are those of the one that knew of the other change, even if its clock is in a wrong year', () => {
    const { phone, watch: first } = makePair();
    open({ phone, watch: first });
    change(first, 'Strength');
    reach(first, 'Right first');
    syncNow({ phone, watch: first });
    const { strength, firstLeg } = readPreferences(storageOn(phone));
    const second = watchOf(phone, { startAt: first.wall() - 365 * 24 * 3600 * SECOND });
    open({ phone, watch: second });
    reach(second, 'Left first');
    syncNow({ phone, watch: second });
    const now = readPreferences(storageOn(phone));
    expect(now['strength']).toEqual(strength);
    expect([firstLeg?.[0], now['firstLeg']?.[0]]).toEqual(['right', 'left']);
    const payload = payloadOn(second, 'preferences');
    expect(readStored(PREFERENCES_FILE, payload).value.values).toMatchObject({
      strength: strength?.[0],
      firstLeg: 'left',
    });
  });

  it('changed on the watch while it talks to the phone are on the phone when the talk is over', () => {
    const both = makePair();
    both.watch.openApp();
    reach(both.watch, 'Right first');
    both.watch.advance(5 * SECOND);
    expect(syncWords(both.watch)).toBe('Done: nothing to send yet.');
    expect(readPreferences(storageOn(both.phone))['firstLeg']?.[0]).toBe('right');
  });

  it('of a higher revision count, whichever side has them', () => {
    const both = makePair();
    open(both);
    reach(both.watch, 'Right first');
    both.phone.editStorage(
      'preferences',
      JSON.stringify({ firstLeg: ['left', 0, 0], strength: ['strong', 1] }),
    );
    syncNow(both);
    expect(readPreferences(storageOn(both.phone))).toMatchObject({
      firstLeg: ['right', 1, 0],
      strength: ['strong', 1],
    });
    const payload = payloadOn(both.watch, 'preferences');
    expect(readStored(PREFERENCES_FILE, payload).value.values).toMatchObject({
      firstLeg: 'right',
      strength: 'strong',
    });
    both.phone.editStorage('preferences', JSON.stringify({ firstLeg: ['left', 2, 0] }));
    syncNow(both);
    expect(both.watch.texts()).toContain('Left leg, then right');
  });
});

function paste({ phone }: Pair, plan: unknown): void {
  phone.settingsPage().type('Paste a plan', JSON.stringify(plan));
}

function change(watch: Pair['watch'], preference: string): void {
  reach(watch, 'Preferences');
  reach(watch, preference);
  watch.swipe('right');
}
