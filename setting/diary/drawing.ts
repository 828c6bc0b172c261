import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import type { Measured } from '../../phone/diary/compare';
import { eveningsOf, isNoticed } from '../../phone/diary/compare';
import { COMPLAINTS, GIRTH_ERROR, RATING_MOST } from '../../phone/diary/evening';
import type { Diary } from '../../phone/diary/weeks';
import { WEEK_DAYS } from '../../phone/diary/weeks';
import type { ChartForm } from '../../phone/history/history-settings';
import type { Node } from '../node';
import { line } from '../node';
import { box, FAINT, INK, LINE, picture, svgRect, svgText } from '../picture';
import type { Voice } from '../words';
import { complaintName } from './words';

/*
 * The medians and all girths are also given in words next to the drawing; single evenings are listed by day in the
 * history.
 */

const BAR = '#0b57d0';
const FAINT_BAR = '#d4dde8';
const NOTHING = '#e7eaee';
/** A row shows a complaint: its name above one bar per evening. */
const ROW = { head: 16, height: 40, gap: 6, bar: 14, step: 18, between: 28 } as const;

interface Row {
  readonly name: string;
  readonly weeks: readonly (readonly (number | undefined)[])[];
  readonly fill: string;
}

/** The evenings of one or two weeks, side by side, for a leg: a row of bars for each complaint. */
export function drawEvenings(
  diary: Diary,
  weeks: readonly Day[],
  leg: Leg,
  form: ChartForm,
  voice: Voice,
): Node {
  const rows = COMPLAINTS.map((complaint): Row => {
    const evenings = weeks.map((first) => eveningsOf(diary, first, leg, complaint));
    const [one, other] = evenings;
    const isFaint = one !== undefined && other !== undefined && !isNoticed(one, other);
    return { name: complaintName(complaint, voice), weeks: evenings, fill: isFaint ? FAINT_BAR : BAR };
  });
  return form === 'picture' ? asPicture(rows, weeks.length) : asBoxes(rows);
}

function asPicture(rows: readonly Row[], weeks: number): Node {
  const block = WEEK_DAYS * ROW.step + ROW.between;
  const width = weeks * block - ROW.between;
  const rowHeight = ROW.head + ROW.height + ROW.gap;
  const pieces = rows.flatMap(({ name, weeks: evenings, fill }, line) => {
    const bottom = line * rowHeight + ROW.head + ROW.height;
    const bars = evenings.flatMap((values, week) =>
      values.flatMap((value, at) => {
        const x = week * block + at * ROW.step + 2;
        const height = ((value ?? 0) / RATING_MOST) * ROW.height;
        // An answer of 0 is a dark line, an evening without an answer a light one.
        if (value === undefined || value === 0) {
          const fill = value === undefined ? NOTHING : INK;
          return [svgRect(x, bottom - 1, ROW.bar, 1, fill, fill)];
        }
        return [svgRect(x, bottom - height, ROW.bar, height, fill, fill)];
      }),
    );
    return [svgText(2, line * rowHeight + 12, 12, INK, name, 'start'), ...bars];
  });
  return picture(width, rows.length * rowHeight, pieces);
}

function asBoxes(rows: readonly Row[]): Node {
  return box(
    { marginTop: '8px' },
    rows.flatMap(({ name, weeks, fill }) => [
      line('quiet', name),
      box(
        { ...LINE, alignItems: 'flex-end', height: `${ROW.height}px` },
        weeks.flatMap((values, week) => [
          ...(week > 0 ? [box({ width: `${ROW.between}px` })] : []),
          ...values.map((value) =>
            box({
              width: `${ROW.bar}px`,
              marginRight: '4px',
              height: `${Math.round((100 * (value ?? 0)) / RATING_MOST)}%`,
              background: fill,
              borderBottom: `2px solid ${value === undefined ? NOTHING : INK}`,
            }),
          ),
        ]),
      ),
    ]),
  );
}

const GIRTH = { width: 24, height: 90, margin: 10 } as const;
const BAND: Readonly<Record<Leg, string>> = { left: '#c5d8f7', right: '#bfe3c8' };

/**
 * The girths of a leg in order, each drawn as a band as wide as the measuring error. `all` has those of both legs, so
 * that they share a scale.
 */
export function drawGirths(
  measured: readonly Measured[],
  all: readonly Measured[],
  leg: Leg,
  form: ChartForm,
): Node {
  const lowest = Math.min(...all.map(({ mm }) => mm)) - GIRTH.margin;
  const highest = Math.max(...all.map(({ mm }) => mm)) + GIRTH.margin;
  const share = (mm: number): number => (mm - lowest) / (highest - lowest);
  if (form === 'boxes') {
    const percent = (mm: number): string => `${Math.round(100 * share(mm))}%`;
    return box(
      { ...LINE, height: `${GIRTH.height}px`, marginTop: '8px' },
      measured.map(({ mm }) => {
        const [low, high] = [percent(mm - GIRTH_ERROR), percent(mm + GIRTH_ERROR)];
        const band = `#ffffff ${low}, ${BAND[leg]} ${low}, ${BAND[leg]} ${high}, #ffffff ${high}`;
        return box({
          width: '16px',
          marginRight: '8px',
          height: '100%',
          background: `linear-gradient(to top, ${band})`,
        });
      }),
    );
  }
  const y = (mm: number): number => GIRTH.height * (1 - share(mm));
  const pieces = measured.flatMap(({ mm }, at) => {
    const x = at * GIRTH.width + 4;
    const band = svgRect(
      x,
      y(mm + GIRTH_ERROR),
      16,
      y(mm - GIRTH_ERROR) - y(mm + GIRTH_ERROR),
      BAND[leg],
      FAINT,
    );
    return [band, svgRect(x + 4, y(mm) - 1, 8, 2, INK, INK)];
  });
  return picture(Math.max(1, measured.length) * GIRTH.width, GIRTH.height, pieces);
}
