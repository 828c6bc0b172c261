import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What holds a number that a person can count to. */
const COUNTS = [
  ...[
    'count',
    'days',
    'done',
    'due',
    'late',
    'length',
    'line',
    'max',
    'min',
    'minutes',
    'number',
    'of',
    'part',
  ],
  ...[
    'parts',
    'percent',
    'planned',
    'played',
    'question',
    'right',
    'rows',
    'seconds',
    'sign',
    'step',
    'stopped',
  ],
  ...['interrupted', 'timed', 'hand', 'doctor', 'taken', 'total', 'value', 'first', 'last', 'newer'],
];

/** What holds words, a name or a date. */
const OTHERS = [
  ...[
    'answer',
    'choices',
    'cue',
    'day',
    'example',
    'field',
    'found',
    'from',
    'item',
    'known',
    'leg',
    'legs',
    'list',
  ],
  ...[
    'month',
    'name',
    'names',
    'note',
    'off',
    'one',
    'other',
    'place',
    'sentence',
    'time',
    'to',
    'two',
    'version',
  ],
  ...['watch', 'what', 'when', 'where', 'why', 'word', 'zone'],
];

/** What may follow a number: it has one form, whether the number is 0, 1 or many. */
const ONE_FORM = [
  ...['s', 'min', 'cm', 'KB'],
  ...['of', 'to', 'from', 'with', 'without', 'while', 'in', 'for', 'or', 'as'],
  ...['swallowed', 'lost', 'overtaken', 'refused', 'had', 'came', 'waiting', 'not', 'done', 'left', 'right'],
];

/** Sentences that stay as they are: tests from outside look for them, and a session has more than one cue. */
const KNOWN = ['{played} of {due} cues given', '{played} of {due} cues felt'];

/** The words of a sentence that would need another form after another number. */
function needsPlural(text: string): readonly string[] {
  if (KNOWN.includes(text)) return [];
  const found = [
    ...text.matchAll(/\{(\w+)\} ([A-Za-z]+)/g),
    ...text.matchAll(/(?:^|[^\d.:{}-])(1|%d) ([a-z]+)/g),
  ];
  return found
    .filter(([, name = '', word = '']) => !OTHERS.includes(name) && !ONE_FORM.includes(word))
    .filter(
      ([, name = '', word = '']) => COUNTS.includes(name) || /s$|^(?:that|which|is|are|was|were)$/.test(word),
    )
    .map(([whole]) => whole.trim());
}

function texts(folder: 'page' | 'setting'): readonly string[] {
  const file = readFileSync(join(__dirname, `../../${folder}/i18n/en-US.po`), 'utf8');
  return [...file.matchAll(/^msgstr (".+")$/gm)].map(([, text = '']) => JSON.parse(text) as string);
}

test.each(['page', 'setting'] as const)('no sentence of %s needs a plural form', (folder) => {
  expect(texts(folder).flatMap((text) => needsPlural(text).map((word) => `${word}: ${text}`))).toEqual([]);
});

test('whether a value is a number is known of each', () => {
  const all = [...texts('page'), ...texts('setting')].join('\n');
  const names = new Set([...all.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
  expect([...names].filter((name) => !COUNTS.includes(name) && !OTHERS.includes(name))).toEqual([]);
});

test.each([
  '{count} sessions',
  '%d sessions',
  '{count} that could not be read',
  '{rows} of {of} lines',
  '1 that could not be read',
])('"%s" is refused', (text) => {
  expect(needsPlural(text)).not.toEqual([]);
});

test.each([
  'Sessions: {count}',
  '{count} min',
  '{done} of {planned}',
  '{place} is missing',
  '{count} refused by the phone',
])('"%s" is accepted', (text) => {
  expect(needsPlural(text)).toEqual([]);
});
