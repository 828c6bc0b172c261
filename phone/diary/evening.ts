import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayFrom, dayText } from '../../core/calendar/day';
import { isWhole } from '../../core/json';
import { withPlainSigns } from '../../core/wide-signs';

/** The questions of the diary for each leg, in order (docs/care.md, Diary and girth). */
export const COMPLAINTS = ['heavy', 'aching', 'swollen', 'throbbing', 'itching'] as const;
export type Complaint = (typeof COMPLAINTS)[number];

/** The highest rating; 0 means not at all. */
export const RATING_MOST = 10;

/** The rating of each complaint for the last 24 hours, in the order of `COMPLAINTS`. */
export type Ratings = readonly number[];

/** How the person answered: for each leg, for both alike, or as on the evening before. */
export const HOW_ANSWERED = ['each', 'alike', 'asYesterday'] as const;
export type HowAnswered = (typeof HOW_ANSWERED)[number];

/** The state of an evening's question. Skipped or deleted evenings stay so. */
export type Evening =
  | { readonly state: 'open' | 'skipped' | 'deleted' }
  | {
      readonly state: 'answered';
      readonly how: HowAnswered;
      readonly legs: Readonly<Record<Leg, Ratings>>;
    };

/** The girth of each measured calf, in mm. */
export type Girth = Readonly<Partial<Record<Leg, number>>>;

/** The entries of a day of a diary week. */
export interface DiaryDay {
  readonly evening: Evening;
  readonly girth: Girth;
}

export const EMPTY_DAY: DiaryDay = { evening: { state: 'open' }, girth: {} };

/** The range of calf girths, in mm; anything beyond is a typing error or in inches. */
const GIRTH_LIMITS = { min: 150, max: 900 } as const;

/** The error of repeated measurements, in mm (Angiology 2007;58:593). Girths that differ by less count as equal. */
export const GIRTH_ERROR = 6;

/** Parses a girth in cm, with a point or a comma, into mm; undefined if it is out of range. */
export function girthIn(text: string): number | undefined {
  const words = withPlainSigns(text)
    .trim()
    .replace(/\s*(?:cm|厘米|公分)$/i, '')
    .replace(',', '.');
  const mm = /^\d{1,3}(\.\d{1,2})?$/.test(words) ? Math.round(Number(words) * 10) : NaN;
  return isGirth(mm) ? mm : undefined;
}

function isGirth(value: unknown): value is number {
  return isWhole(value, GIRTH_LIMITS.min) && value < GIRTH_LIMITS.max;
}

/** The form in stored weeks and in backups: `[day, how or state, left, right, girth left, girth right]`. */
export function packDay(day: Day, { evening, girth }: DiaryDay): readonly unknown[] {
  const [word, left, right] =
    evening.state === 'answered'
      ? [evening.how, evening.legs.left.join(' '), evening.legs.right.join(' ')]
      : [evening.state, '', ''];
  return [dayText(day), word, left, right, girth.left ?? 0, girth.right ?? 0];
}

/** Undefined if the item is not such a day. */
export function readDay(item: unknown): readonly [Day, DiaryDay] | undefined {
  const [text, word, left, right, ...girths] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  const day = typeof text === 'string' ? dayFrom(text) : undefined;
  const evening = eveningOf(word, left, right);
  if (day === undefined || !evening || girths.length !== 2) return undefined;
  if (!girths.every((each) => each === 0 || isGirth(each))) return undefined;
  const girth: Partial<Record<Leg, number>> = {};
  LEGS.forEach((leg, at) => {
    const mm = girths[at];
    if (isGirth(mm)) girth[leg] = mm;
  });
  return [day, { evening, girth }];
}

function eveningOf(word: unknown, left: unknown, right: unknown): Evening | undefined {
  if (word === 'open' || word === 'skipped' || word === 'deleted') return { state: word };
  const how = HOW_ANSWERED.find((known) => known === word);
  const legs = { left: allRatingsIn(left), right: allRatingsIn(right) };
  return how && legs.left && legs.right
    ? { state: 'answered', how, legs: { left: legs.left, right: legs.right } }
    : undefined;
}

function allRatingsIn(text: unknown): Ratings | undefined {
  const ratings = typeof text === 'string' ? ratingsIn(text.split(' ')) : undefined;
  return ratings?.length === COMPLAINTS.length ? ratings : undefined;
}

/** Parses ratings; undefined if any is invalid. */
export function ratingsIn(words: readonly string[]): Ratings | undefined {
  return words.every((word) => /^(\d|10)$/.test(word)) ? words.map(Number) : undefined;
}
