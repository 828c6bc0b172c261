import { meteredEngine } from '../../../scripts/bench/metered-engine';
import type { PhoneCost } from '../../../scripts/bench/phone-engine';
import { phoneCost } from '../../../scripts/bench/phone-engine';

/** A session a day for a month, and for ten years. */
let [few, many]: PhoneCost[] = [];
const both = (): { readonly few: PhoneCost; readonly many: PhoneCost } => {
  if (!few || !many) throw new Error('nothing was measured');
  return { few, many };
};

beforeAll(async () => {
  const engine = await meteredEngine();
  few = await phoneCost(30, engine);
  many = await phoneCost(3_652, engine);
});

test.each(['today', 'oneMore'] as const)(
  'with ten years of sessions an engine has at most a fifth more work than with a month, and looks at two months at most: %s',
  (work) => {
    expect(both().many[work].instructions / both().few[work].instructions).toBeLessThanOrEqual(1.2);
    expect(both().many[work].months).toBeLessThanOrEqual(2);
  },
);

test('the page with Today open asks the storage once, and costs a tenth of what it did when it read all', () => {
  const { reads, instructions } = both().many.today;
  expect(reads).toBe(1);
  expect(instructions).toBeLessThanOrEqual(2.8e9 / 10);
});

test('no section that is open has more than 150 components with pictures, or 400 from boxes', () => {
  const { today, history, table, backup, boxes } = both().many;
  const pages = [today, history, ...table.measured, ...backup.measured];
  expect(Math.max(...pages.map(({ nodes }) => nodes))).toBeLessThanOrEqual(150);
  expect(boxes.nodes).toBeLessThanOrEqual(400);
});

test.each(['table', 'backup'] as const)(
  'all of ten years goes out in parts, none of which takes a thousand million instructions: %s',
  (what) => {
    const { count, measured } = both().many[what];
    expect(count).toBeGreaterThanOrEqual(20);
    for (const { months, instructions } of measured) {
      // Six of the part, and the present one.
      expect(months).toBeLessThanOrEqual(7);
      expect(instructions).toBeLessThanOrEqual(1e9);
    }
  },
);

test('a session takes no more than 130 characters of the storage', () => {
  expect(both().many.stored / both().many.sessions).toBeLessThanOrEqual(130);
});
