import { DEFAULT_PLAN } from '../../core/plan/plan';
import { planLines } from '../../core/plan/words/write';
import { readPlan } from '../../phone/plan-store';
import { readPreferences } from '../../phone/preferences';
import { FIVE_ZONES_A_LEG } from '../core/plans';
import { MemoryStorage } from '../phone/memory-storage';
import { OpenedPage } from './opened';

const NOW = Date.UTC(2026, 4, 1, 6, 14);
const MINUTE = 60_000;

/** A page with a part of the plan's section open, and a clock that the test controls. */
function opened(part: string): { readonly page: OpenedPage; readonly wait: (ms: number) => void } {
  let now = NOW;
  const page = new OpenedPage(new MemoryStorage(), () => (now += 1));
  page.view({ plan: part });
  return { page, wait: (ms) => (now += ms) };
}

/** The same, with a plan of five zones a leg. */
function withPlan(part: string): ReturnType<typeof opened> {
  const it = opened(part);
  it.page.actions.plan.use(FIVE_ZONES_A_LEG);
  return it;
}

/** The plan as the page shows it, and what is stored. */
function plan({ storage }: OpenedPage): readonly string[] {
  const stored = readPlan(storage);
  return stored.state === 'ready' ? planLines(stored.plan, (text) => text) : [];
}

const AS = 'To copy, or to change here';

test('a plan is changed by tapping: a zone longer, shorter, off and on, and the page shows it in words', () => {
  const { page } = withPlan('edit');
  page.press('+ 15 s', 1);
  page.press('− 15 s', 2);
  page.press('Leave out', 3);
  expect(plan(page)[0]).toBe('Left leg: ankle 1:15, calf 0:45, lower thigh 1:00, upper thigh 1:00');
  expect(page.texts()).toContain(plan(page)[0]);
  expect(page.texts()).toContain('In all: 9 min 35 s');
  page.press('Put in', 1);
  expect(plan(page)[0]).toBe(
    'Left leg: ankle 1:15, calf 0:45, knee 1:00, lower thigh 1:00, upper thigh 1:00',
  );
});

test('a leg is removed with its last zone and comes back with its first', () => {
  const { page } = withPlan('edit');
  for (let zone = 0; zone < 5; zone += 1) page.press('Leave out', 1);
  expect(plan(page)[0]).toMatch(/^Right leg/);
  expect(page.texts()).not.toContain('Begin with the other leg');
  // The zones of the left-out leg come last.
  page.press('Put in', 2);
  expect(plan(page).slice(0, 2)).toEqual([
    'Right leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00',
    'Left leg: calf 1:00',
  ]);
});

test('the last remaining zone has no button to leave it out', () => {
  const { page } = opened('edit');
  page.actions.plan.use({
    ...FIVE_ZONES_A_LEG,
    legs: [{ leg: 'left', zones: [{ zone: 'knee', seconds: 60 }] }],
  } as never);
  expect(page.texts().filter((text) => text === 'Leave out')).toHaveLength(1);
  expect(page.texts().filter((text) => text === 'Put in')).toHaveLength(9);
});

test('pauses, reminder, both orders and the strength of cues are changed by tapping', () => {
  const { page } = withPlan('edit');
  page.press('+ 15 s', 11);
  page.press('− 15 s', 12);
  page.press('+ 15 s', 13);
  page.press('Turn round');
  page.press('Begin with the other leg');
  page.press('strong');
  expect([plan(page)[0]?.slice(0, 9), ...plan(page).slice(2)]).toEqual([
    'Right leg',
    'Get comfortable: 0:30',
    'Change legs: 0:00',
    'Light touch: 0:45',
    'Order: upper zones first',
  ]);
  expect(page.texts()).toContain('Strength of cues: strong');
  expect(readPreferences(page.storage)).toEqual({ strength: ['strong', 1] });
  page.press('Leave out', 11);
  expect(plan(page)[4]).toBe('Light touch: off');
  page.press('Put in', 1);
  expect(plan(page)[4]).toBe('Light touch: 0:30');
});

test.each([
  ['Five minutes a leg', 'Left leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00'],
  ['Short', 'Left leg: ankle 0:30, calf 0:30, knee 0:30, lower thigh 0:30, upper thigh 0:30'],
  ['Upper zones first', 'Left leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00'],
  ['One leg', 'Left leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00'],
])('tapping "%s" makes that plan', (label, line) => {
  const { page } = opened('edit');
  page.press('Turn round');
  page.press(label);
  expect(plan(page)[0]).toBe(line);
  expect(plan(page).slice(-1)).toEqual([
    label === 'Upper zones first' ? 'Order: upper zones first' : 'Order: from the ankle up',
  ]);
  expect(plan(page)).toHaveLength(label === 'One leg' ? 5 : 6);
});

test('the standard plan is one tap away, without opening anything', () => {
  const { page } = opened('');
  page.type('Paste a plan', 'Left leg: calf 2:00');
  page.press('Use the standard plan');
  expect(readPlan(page.storage)).toMatchObject({ state: 'ready', plan: DEFAULT_PLAN });
});

test('the last five plans can be restored; many taps in succession are one change', () => {
  const { page, wait } = opened('earlier');
  expect(page.texts()).toContain('There was no other plan yet.');
  for (let minutes = 1; minutes <= 7; minutes += 1) page.type('Paste a plan', `Left leg: calf ${minutes}:00`);
  const before = () => page.texts().filter((text) => /^Left leg: calf \d/.test(text));
  expect(before()).toEqual([7, 6, 5, 4, 3, 2].map((minutes) => `Left leg: calf ${minutes}:00`));
  page.press('Use this plan again', 5);
  expect(plan(page)[0]).toBe('Left leg: calf 2:00');
  page.view({ plan: 'edit' });
  page.press('+ 15 s');
  page.press('+ 15 s');
  wait(11 * MINUTE);
  page.press('+ 15 s');
  page.view({ plan: 'earlier' });
  expect(before().slice(0, 3)).toEqual(['2:45', '2:30', '2:00'].map((time) => `Left leg: calf ${time}`));
});

test('the plan is shown as text for copying, and can be edited in place', () => {
  const { page } = withPlan('text');
  const text = () =>
    page.nodes().flatMap((node) => (node.kind === 'field' && node.label === AS ? [node.value] : []));
  expect(text()).toEqual([planLines(FIVE_ZONES_A_LEG, (words) => words).join('\n')]);
  page.type(AS, text()[0]?.replace('ankle 1:00', 'ankle 2:00') ?? '');
  expect(plan(page)[0]).toMatch(/^Left leg: ankle 2:00/);
  expect(page.texts().filter((words) => words.startsWith('Put right'))).toEqual([]);
});

test('the page stays within its budget whichever part is open', () => {
  for (const part of ['edit', 'earlier', 'text']) {
    const shut = opened('').page.nodes().length;
    expect(opened(part).page.nodes().length - shut).toBeLessThanOrEqual(150);
  }
});

test('what the storage refuses is reported, and the plan stays', () => {
  const { page } = opened('edit');
  page.press('+ 15 s');
  const before = plan(page);
  page.storage.mood = 'silent';
  page.press('+ 15 s');
  page.press('Use the standard plan');
  page.press('strong');
  page.storage.mood = 'good';
  expect(plan(page)).toEqual(before);
  expect(readPreferences(page.storage)).toEqual({});
});
