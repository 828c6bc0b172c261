import fc from 'fast-check';
import { readPlanText } from '../../../../core/plan/paste/read-plan-text';
import type { Plan } from '../../../../core/plan/plan';
import { planLines } from '../../../../core/plan/words/write';
import { LANGUAGES } from '../../../page/translations';
import { runs } from '../../../runs';
import { plans } from '../../arbitraries';
import { translator } from './translator';

/** How a mail is wrapped and quoted on its way. */
interface Way {
  readonly columns: number;
  /** How often the wrapped text is quoted. */
  readonly quotedAfter: number;
  /** How often it was quoted before it was wrapped, so that only some lines have a mark. */
  readonly quotedBefore: number;
  readonly mark: '>' | '> ';
  /** A blank at the end of a wrapped line, as in `format=flowed`; `=` as in a mail that was not decoded. */
  readonly end: '' | ' ' | '=';
  /** Whether all is wrapped a second time, as by the next program. */
  readonly again: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

const ways: fc.Arbitrary<Way> = fc.record({
  columns: fc.integer({ min: 40, max: 78 }),
  quotedAfter: fc.nat(3),
  quotedBefore: fc.nat(3),
  mark: fc.constantFrom('>' as const, '> ' as const),
  end: fc.constantFrom('' as const, ' ' as const, '=' as const),
  again: fc.boolean(),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
});

test.each(LANGUAGES)('a plan in %s that a mail has wrapped and quoted is the same plan', (language) => {
  const translate = translator(language);
  fc.assert(
    fc.property(plans(), ways, (plan, way) => {
      const read = readPlanText(sent(planLines(plan, translate), way));
      expect(read).toMatchObject({ ok: true, value: { plan } });
    }),
    { numRuns: runs(4000, 400) },
  );
});

test.each(LANGUAGES)('every column from 40 to 78 and every depth of quoting is read, in %s', (language) => {
  const [translate, plan] = [translator(language), longestPlan()];
  for (let columns = 40; columns <= 78; columns += 1) {
    for (let depth = 0; depth <= 3; depth += 1) {
      const quoted = wrapped(planLines(plan, translate), columns, '').map(
        (line) => '> '.repeat(depth) + line,
      );
      expect(readPlanText(quoted.join('\n'))).toMatchObject({ ok: true, value: { plan } });
    }
  }
});

test('that lines were joined is said', () => {
  const lines = wrapped(
    planLines(longestPlan(), (text) => text),
    40,
    '',
  );
  const read = readPlanText(lines.join('\n'));
  expect(read.ok && read.value.repairs).toEqual(['lineBreaks']);
});

// Helpers

function sent(lines: readonly string[], way: Way): string {
  const before = lines.map((line) => way.mark.repeat(way.quotedBefore) + line);
  const once = wrapped(before, way.columns, way.end).map((line) => way.mark.repeat(way.quotedAfter) + line);
  // A line that ends in `=` is not wrapped a second time: it is still encoded.
  const all = way.again && way.end !== '=' ? wrapped(once, way.columns, way.end) : once;
  return all.join(way.lineEnd);
}

/** The lines in a number of columns; a Chinese character takes two and may be parted from the next. */
function wrapped(lines: readonly string[], columns: number, end: string): readonly string[] {
  return lines.flatMap((line) => {
    const parts: string[] = [];
    let part = '';
    for (const word of line.match(/[\u3000-\uffef]|[^\s\u3000-\uffef]+\s*|\s+/g) ?? []) {
      if (part !== '' && widthOf(part) + widthOf(word.trimEnd()) + end.length > columns) {
        parts.push(part.trimEnd() + (end === '=' ? `${/\s*$/.exec(part)?.[0] ?? ''}=` : end));
        part = '';
      }
      part += word;
    }
    return [...parts, part.trimEnd()];
  });
}

function widthOf(text: string): number {
  return Array.from(text).reduce((width, sign) => width + (/[\u3000-\uffef]/.test(sign) ? 2 : 1), 0);
}

/** Every line as long as it can be. */
function longestPlan(): Plan {
  const zones = (['ankle', 'calf', 'knee', 'lowerThigh', 'upperThigh'] as const).map((zone) => ({
    zone,
    seconds: 61,
  }));
  return {
    ...{ version: 1, prepareSeconds: 61, switchSeconds: 61, reminderSeconds: 61, zoneOrder: 'upperFirst' },
    legs: [
      { leg: 'right', zones },
      { leg: 'left', zones },
    ],
  } as never;
}
