import fc from 'fast-check';
import { PASTE_TEXTS, pasteSentence } from '../../../../core/plan/paste/sentence';
import { PLAN_PASTE_LIMIT, readPlanText } from '../../../../core/plan/paste/read-plan-text';
import type { Repair } from '../../../../core/plan/paste/repair';
import { REPAIRS } from '../../../../core/plan/paste/repair';
import type { PlanTextProblem } from '../../../../core/plan/paste/problem';
import { filled } from '../../../../core/sentence';
import { runs } from '../../../runs';
import { plans } from '../../arbitraries';
import { FIVE_ZONES_A_LEG } from '../../plans';

const EACH = { numRuns: runs(1000, 200) };

const PLAN = { ...FIVE_ZONES_A_LEG, prepareSeconds: 0, switchSeconds: 60, reminderSeconds: 'off' };
const TEXT = JSON.stringify(PLAN, null, 1);
const ONE_LINE = JSON.stringify(PLAN);

/** The text with something inserted. */
function with_(from: string, to: string, text = TEXT): string {
  if (!text.includes(from)) throw new Error(`There is no ${from}.`);
  return text.replace(from, to);
}

const lines = TEXT.split('\n');
const WITH_NOTES = with_('"switchSeconds": 60,', '"switchSeconds": 60, // one minute\n /* sit down */');

/** Texts that are accepted, and what is reported as corrected. */
const taken: readonly (readonly [name: string, text: string, repairs: readonly Repair[]])[] = [
  ['a plan as it is written', TEXT, []],
  ['a plan in one line', ONE_LINE, []],
  ['blanks around it', `\n  ${TEXT}\n\n`, []],
  ['a byte order mark', `\uFEFF${TEXT}`, ['invisible']],
  ['blanks that do not break', TEXT.replace(/\n ( *)/g, '\n\u00A0$1'), ['invisible']],
  ['thin and wide blanks', with_(': 60', ':\u2009\u300060'), ['invisible']],
  ['a sign of no width between', with_('"legs"', '\u200B"legs"\u200D'), ['invisible']],
  ['a sign of no width in a name', with_('"legs"', '"le\u200Bgs"'), ['invisible']],
  ['a soft hyphen in a name', with_('"calf"', '"ca\u00ADlf"'), ['invisible']],
  ['signs of direction', `\u202A${TEXT}\u202C`, ['invisible']],
  ['signs of direction around a word', with_('"calf"', '"\u2068calf\u2069"'), ['invisible']],
  ['a sign for a variant of a letter', with_('"calf"', '"calf\uFE0F"'), ['invisible']],
  ['a letter that fills a place', with_('"calf"', '"calf\u3164"'), ['invisible']],
  ['the place of an attachment', with_('"calf"', '\uFFFC"calf"'), ['invisible']],
  [
    'the place of an attachment after a curly quotation mark',
    with_('"upward"', '“upward”\uFFFC'),
    ['invisible', 'quotes'],
  ],
  [
    'the place of an attachment after the first bracket, in a mail with other brackets',
    `Dear {name},\n${with_('{', '{\uFFFC')}`,
    ['invisible', 'around'],
  ],
  ['a line end of Unicode', TEXT.replace(/\n/g, '\u2028'), ['invisible']],
  ['lines of Windows', TEXT.replace(/\n/g, '\r\n'), []],
  ['lines of an old Mac', TEXT.replace(/\n/g, '\r'), []],
  ['curly quotation marks', TEXT.replace(/"(\w+)"/g, '“$1”'), ['quotes']],
  ['one curly quotation mark', with_('"upward"', '"upward”'), ['quotes']],
  ['German quotation marks', TEXT.replace(/"(\w+)"/g, '„$1“'), ['quotes']],
  ['French quotation marks', TEXT.replace(/"(\w+)"/g, '«$1»'), ['quotes']],
  ['single quotation marks', TEXT.replace(/"(\w+)"/g, "'$1'"), ['quotes']],
  ['curly single quotation marks', TEXT.replace(/"(\w+)"/g, '‘$1’'), ['quotes']],
  ['the sign of a chat for code', TEXT.replace(/"(\w+)"/g, '`$1`'), ['quotes']],
  ['Chinese corner quotation marks', TEXT.replace(/"(\w+)"/g, '「$1」'), ['quotes']],
  ['wide quotation marks', TEXT.replace(/"/g, '＂'), ['quotes']],
  ['names without quotation marks', TEXT.replace(/"(\w+)":/g, '$1:'), ['quotes']],
  ['no quotation mark at all', TEXT.replace(/"/g, ''), ['quotes']],
  ['a name written in codes', with_('"legs"', '"\\u006cegs"'), []],
  ['lines that a mail quotes', TEXT.replace(/^/gm, '> '), ['quoting']],
  ['lines that a mail quotes twice', TEXT.replace(/^/gm, '> > '), ['quoting']],
  ['lines that a mail quotes without a blank', TEXT.replace(/^/gm, '>>'), ['quoting']],
  ['a quoted answer of a mail', `Anna wrote:\n${TEXT.replace(/^/gm, '> ')}\n> Anna`, ['quoting', 'around']],
  ['a fence of a chat', `\`\`\`json\n${TEXT}\n\`\`\``, ['around']],
  ['a fence with waves', `~~~\n${TEXT}\n~~~\n`, ['around']],
  ['a mail around it', `Dear {name},\nhere is the plan:\n${TEXT}\nYours, B. {physio}`, ['around']],
  ['a name of a variable before it', `const plan = ${TEXT};`, ['around']],
  ['brackets around it', `[${TEXT}]`, ['around']],
  ['a comma after the last field', with_('\n}', ',\n}', TEXT.slice(0)), ['commas']],
  ['a comma after the last zone', TEXT.replace(/\}\n( *)\]/g, '},\n$1]'), ['commas']],
  ['two commas', with_('60,', '60,,'), ['commas']],
  ['a comma before the first field', with_('{', '{,'), ['commas']],
  ['no comma at the end of a line', with_('60,\n', '60\n'), ['commas']],
  ['no commas between the zones', TEXT.replace(/\},\n/g, '}\n'), ['commas']],
  ['comments', WITH_NOTES, ['comments']],
  ['a comment before it', `// for the left\n${TEXT}`, ['around']],
  ['a comment within, before the first name', with_('{', '{ /* " } */'), ['comments']],
  ['a decimal comma', with_('"switchSeconds": 60', '"switchSeconds": 60,0'), ['decimalCommas']],
  ['a decimal comma at the end', ONE_LINE.replace('"seconds":60}', '"seconds":60,0}'), ['decimalCommas']],
  ['a decimal point', with_('"switchSeconds": 60', '"switchSeconds": 60.0'), []],
  ['a power of ten', with_('"switchSeconds": 60', '"switchSeconds": 6e1'), []],
  ['a plus', with_('"switchSeconds": 60', '"switchSeconds": +60'), []],
  ['a zero before a number', with_('"switchSeconds": 60', '"switchSeconds": 060'), []],
  ['the signs of a Chinese keyboard', wide(TEXT), ['otherSigns']],
  ['wide digits', with_(': 60', ': ６０'), ['otherSigns']],
  ['wide letters', with_('"calf"', '"ｃａｌｆ"'), ['otherSigns']],
  ['wide digits in quotation marks', with_(': 60', ': "６０"'), ['otherSigns', 'numbersInQuotes']],
  ['semicolons', with_('60,', '60;'), ['otherSigns']],
  ['Chinese commas', TEXT.replace(/,/g, '、'), ['otherSigns']],
  ['a number as a text', with_('"switchSeconds": 60', '"switchSeconds": "60"'), ['numbersInQuotes']],
  ['the version as a text', with_('"version": 1', '"version": "1"'), ['numbersInQuotes']],
  [
    'all at once',
    `\uFEFFHello\n> ${wide(TEXT)
      .replace(/"(\w+)"/g, '“$1”')
      .replace(/\n/g, '\r\n> ')} // end`,
    ['quotes', 'quoting', 'around', 'otherSigns'],
  ],
];

test('the same plan in words besides it is text around the plan', () => {
  const text = `Left leg: ankle 1:00\n${JSON.stringify({ ...PLAN, legs: [{ leg: 'left', zones: [{ zone: 'ankle', seconds: 60 }] }] })}`;
  expect(readPlanText(text)).toMatchObject({ ok: true, value: { repairs: ['around'] } });
});

test.each(taken)('%s is accepted, and what was corrected is reported', (_name, text, repairs) => {
  const read = readPlanText(text);
  expect(read).toMatchObject({ ok: true, value: { plan: PLAN, repairs } });
});

const NO_PLAN =
  'There is no plan in the text: copy it from the first line to the last, or write it as Left leg: calf 1:30.';

/** Texts that are refused, and the sentence. */
const refused: readonly (readonly [name: string, text: string, sentence: string])[] = [
  ['nothing', ' ', NO_PLAN],
  ['a sentence', 'ten minutes each, please', NO_PLAN],
  ['a table', 'date;leg;minutes\n2026-01-01;left;5', NO_PLAN],
  [
    'too long a text',
    ' '.repeat(PLAN_PASTE_LIMIT) + TEXT,
    'The text is too long, its characters are more than 9000: paste the plan alone.',
  ],
  [
    'half a megabyte',
    '{'.repeat(512 * 1024),
    'The text is too long, its characters are more than 9000: paste the plan alone.',
  ],
  ['the first half of it', TEXT.slice(0, TEXT.length / 2), cutOff(TEXT.slice(0, TEXT.length / 2))],
  ['all but the last brace', TEXT.slice(0, -1), cutOff(TEXT)],
  [
    'thousands divided by an apostrophe',
    `{"legs":[{"leg":"left","zones":[{"zone":"ankle","seconds":1'200}]}]}`,
    'Line 1, character 59, at 1: write a number, or a word in quotation marks.',
  ],
  ['one brace', '{', 'The text ends too early, in line 1: copy all of it, to the last bracket.'],
  [
    'a text that ends in a name',
    TEXT.slice(0, TEXT.indexOf('zoneOrder') + 4),
    'The text ends too early, in line 6: copy all of it, to the last bracket.',
  ],
  [
    'a field twice',
    with_('"switchSeconds"', '"switchSeconds": 0,\n "switchSeconds"'),
    '"switchSeconds" stands twice, again in line 5, character 2: keep one of them.',
  ],
  [
    'a field of a zone twice',
    with_('"seconds": 60', '"seconds": 60, "seconds": 90'),
    '"seconds" stands twice, again in line 13, character 21: keep one of them.',
  ],
  [
    'another app',
    '{"id": 7, "name": "walk", "tags": [], "more": 1}',
    `This is not a plan of Legato, it has "id", "name", "tags": paste one that has ${fields()}.`,
  ],
  [
    'a backup',
    '{"legato":"backup","version":1,"sessions":[]}',
    'This is a backup, not a plan: paste it further down, under Report, backup, table.',
  ],
  [
    'another app with a version',
    '{"version": 3, "habits": []}',
    `This is not a plan of Legato, it has "version", "habits": paste one that has ${fields()}.`,
  ],
  [
    'another app with legs and a version',
    '{"version": 3, "legs": 8}',
    'The version of the plan is not known: it must be 1.',
  ],
  [
    'a file that is nested deeply',
    '{"legs":'.repeat(40),
    `This is not a plan of Legato: paste one that has ${fields()}.`,
  ],
  [
    'a list of lists',
    `{"legs":${'['.repeat(100)}`,
    `This is not a plan of Legato: paste one that has ${fields()}.`,
  ],
  ['two plans', `${TEXT}\n${TEXT}`, `A second plan begins in line ${lines.length + 1}: paste one of them.`],
  [
    'a second plan in words after it',
    `${TEXT}\n\nBest wishes\nLeft leg:\n- ankle 2:00`,
    `A second plan begins in line ${lines.length + 3}: paste one of them.`,
  ],
  [
    'another plan in words before it',
    `Left leg: ankle 2:00\n${TEXT}`,
    'A second plan begins in line 2: paste one of them.',
  ],
  [
    'the quotation marks of a web page',
    ONE_LINE.replace(/"/g, '&quot;'),
    'Line 1, character 2, at &: write a name in quotation marks here.',
  ],
  [
    'the quotation marks of a program',
    ONE_LINE.replace(/"/g, '\\"'),
    'Line 1, character 2, at \\: write a name in quotation marks here.',
  ],
  ['two plans in a list', `[${ONE_LINE}, ${ONE_LINE}]`, 'A second plan begins in line 1: paste one of them.'],
  [
    'a later version',
    with_('"version": 1', '"version": 2'),
    'Line 2: The plan has version 2, this Legato reads version 1: update Legato to use it.',
  ],
  [
    'a version that never was',
    with_('"version": 1', '"version": 20260101'),
    'Line 2: The version of the plan is not known: it must be 1.',
  ],
  [
    'half a version',
    with_('"version": 1', '"version": 1.5'),
    'Line 2: The version of the plan is not known: it must be 1.',
  ],
  ['no version', with_('"version": 1,', ''), 'The plan has no version: add "version": 1.'],
  [
    'no colon',
    with_('"switchSeconds":', '"switchSeconds"'),
    'Line 4, character 18, at 60: write a colon before it.',
  ],
  [
    'an equals sign',
    with_('"switchSeconds":', '"switchSeconds" ='),
    'Line 4, character 18, at =: write a colon before it.',
  ],
  [
    'no value',
    with_('"switchSeconds": 60', '"switchSeconds": '),
    'Line 4, character 19, at ,: write a number, or a word in quotation marks.',
  ],
  [
    'a sign of Greek',
    with_(': 60', ': Ω'),
    'Line 4, character 19, at Ω: write a number, or a word in quotation marks.',
  ],
  [
    'a sign nobody sees',
    with_(': 60', ': \u0007'),
    'Line 4, character 19, at U+0007: write a number, or a word in quotation marks.',
  ],
  [
    'a face',
    with_(': 60', ': 😀'),
    'Line 4, character 19, at 😀: write a number, or a word in quotation marks.',
  ],
  [
    'a time of a clock',
    with_(': 60', ': 1:00'),
    'Line 4, character 20, at :: write a comma before it, or a closing brace.',
  ],
  [
    'a number with its unit',
    with_(': 60', ': 60s'),
    'Line 4, character 21, at s: write a comma before it, or a closing brace.',
  ],
  [
    'a number of two parts',
    with_(': 60', ': 6-0'),
    'Line 4, character 19, at 6: write a number, or a word in quotation marks.',
  ],
  [
    'a number for a name',
    with_('"switchSeconds"', '7'),
    'Line 4, character 2, at 7: write a name in quotation marks here.',
  ],
  [
    'an open quotation mark',
    with_('"upward"', '"upward'),
    'Line 6, character 15, at ": close the quotation mark in the same line.',
  ],
  [
    'an odd code in a name',
    with_('"upward"', '"up\\ward"'),
    'Line 6, character 18, at \\: close the quotation mark in the same line.',
  ],
  [
    'a bracket of the other kind',
    ONE_LINE.replace(']}', ']]'),
    `Line 1, character ${ONE_LINE.indexOf(']}') + 2}, at ]: write a comma before it, or a closing brace.`,
  ],
  [
    'a brace that ends a list',
    ONE_LINE.replace(']', '}'),
    `Line 1, character ${ONE_LINE.indexOf(']') + 1}, at }: write a comma before it, or a closing bracket.`,
  ],
  [
    'a comma and the wrong bracket',
    '{"legs": [1, }',
    'Line 1, character 14, at }: write a comma before it, or a closing bracket.',
  ],
  [
    'a comma and the wrong brace',
    '{"legs": 1, ]',
    'Line 1, character 13, at ]: write a comma before it, or a closing brace.',
  ],
  [
    'too long a zone',
    right('"seconds": 60', '"seconds": 6000'),
    'Line 42: Right leg, calf (seconds) is 6000: write it in whole seconds from 5 to 900.',
  ],
  [
    'no seconds',
    right('"zone": "calf",\n     "seconds": 60', '"zone": "calf"'),
    'Right leg, calf (seconds) is missing: add it in whole seconds from 5 to 900.',
  ],
  [
    'null',
    right('"seconds": 60', '"seconds": null'),
    'Line 42: Right leg, calf (seconds) is not a number: write it in whole seconds from 5 to 900.',
  ],
  [
    'a text that is no number',
    right('"seconds": 60', '"seconds": "1 min"'),
    'Line 42: Right leg, calf (seconds) is not a number: write it in whole seconds from 5 to 900.',
  ],
  [
    'a decimal comma that is no whole number',
    right('"seconds": 60', '"seconds": 60,5'),
    'Line 42: Right leg, calf (seconds) is 60.5: write it in whole seconds from 5 to 900.',
  ],
  [
    'a zone that is not known',
    right('"calf"', '"shin"'),
    'Line 41: Right leg, zone number 2 (zone) is not known: it must be one of "ankle", "calf", "knee", "lowerThigh", "upperThigh".',
  ],
  [
    'a zone twice',
    right('"calf"', '"ankle"'),
    'Line 41: Right leg, ankle names the zone "ankle" again: name each zone once.',
  ],
  [
    'a leg that is not known',
    TEXT.replace('"right"', '"middle"'),
    'Line 34: Leg number 2 (leg) is not known: it must be one of "left", "right".',
  ],
  [
    'a leg without zones',
    ONE_LINE.replace(/"zones":\[[^\]]*\]/, '"zones":[]'),
    'Left leg has no zone: add one, or leave the leg out.',
  ],
  [
    'a zone that is a word',
    '{"version":1,"prepareSeconds":0,"switchSeconds":0,"reminderSeconds":"off","zoneOrder":"upward","legs":[{"leg":"left","zones":["ankle"]}]}',
    'Left leg, zone number 1 is not an object: write it as { "zone": …, "seconds": … }.',
  ],
  [
    'a field of another app in a plan',
    with_('"legs"', '"music": 1,\n "legs"'),
    `Line 7: music is not part of a plan: take it out (known here: version, prepareSeconds, switchSeconds, reminderSeconds, zoneOrder, legs).`,
  ],
];

test.each(refused)('%s is refused, naming what is where and what to do', (_name, text, sentence) => {
  expect(problemsIn(text).map((problem) => filled(pasteSentence(problem)))).toEqual([sentence]);
});

const ONLY_IN_WORDS: readonly Repair[] = ['standardParts', 'formatting', 'lineBreaks'];

test('there are more than a hundred texts, which cover every sentence and every correction', () => {
  expect(taken.length + refused.length).toBeGreaterThan(100);
  const met = refused.flatMap(([, text]) => problemsIn(text).map((problem) => pasteSentence(problem).text));
  // The others are about a plan in words.
  const inWords =
    /write a zone|write a time|write only|write \{one|begin the line|in all|character \{sign\}: \{sentence/;
  const others = Object.values(PASTE_TEXTS).filter((text) => inWords.test(text));
  const all = new Set([...met, ...others, PASTE_TEXTS.notReadable]);
  expect(all).toEqual(new Set([...met, ...Object.values(PASTE_TEXTS)]));
  expect(new Set(taken.flatMap(([, , repairs]) => repairs))).toEqual(
    new Set(REPAIRS.filter((repair) => !ONLY_IN_WORDS.includes(repair))),
  );
});

test('a stored plan that cannot be read has to be pasted again', () => {
  expect(filled(pasteSentence({ code: 'notReadable' }))).toBe(PASTE_TEXTS.notReadable);
});

test('of many mistakes, the first twelve are reported', () => {
  const odd = Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`field${at}`, 1]));
  expect(problemsIn(JSON.stringify({ ...PLAN, ...odd }))).toHaveLength(12);
});

test('every plan is read from its JSON, in one line or many, without corrections', () => {
  fc.assert(
    fc.property(plans(), fc.constantFrom(0, 1, 4), (plan, indent) => {
      expect(readPlanText(JSON.stringify(plan, null, indent))).toEqual({
        ok: true,
        value: { plan, repairs: [] },
      });
    }),
    EACH,
  );
});

test('a truncated plan is never accepted, and each is refused in sentences', () => {
  for (let length = 0; length < TEXT.length; length += 1) {
    const problems = problemsIn(TEXT.slice(0, length));
    expect(problems.length).toBeGreaterThan(0);
    problems.forEach((problem) => expect(filled(pasteSentence(problem))).toMatch(/^[^\n]+\.$/));
  }
});

test('any text is either a plan or refused in sentences, and nothing throws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '“',
      '”',
      "'",
      '\\',
      '>',
      '\n',
      '//',
      '/*',
      '*/',
      '：',
      '\uFEFF',
    ),
    fc.constantFrom('"legs"', '"zone"', 'version', '60', '1,5', 'null', TEXT, ONE_LINE.slice(0, 90)),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const edited = fc
    .tuple(fc.nat(TEXT.length), fc.nat(9), piece)
    .map(([at, length, text]) => TEXT.slice(0, at) + text + TEXT.slice(at + length));
  const any = fc.oneof(
    edited,
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(any, (text) => {
      problemsIn(text).forEach((problem) => expect(filled(pasteSentence(problem))).toMatch(/\.$/));
    }),
    { numRuns: runs(20_000, 1000) },
  );
});

// Helpers

function problemsIn(text: string): readonly PlanTextProblem[] {
  const read = readPlanText(text);
  return read.ok ? [] : read.error;
}

function wide(text: string): string {
  return text.replace(/:/g, '：').replace(/,/g, '，').replace(/\{/g, '｛').replace(/\}/g, '｝');
}

function cutOff(text: string): string {
  return `The text ends too early, in line ${text.split('\n').length}: copy all of it, to the last bracket.`;
}

function fields(): string {
  return Object.keys(FIVE_ZONES_A_LEG)
    .map((name) => `"${name}"`)
    .join(', ');
}

/** The text with the calf of the right leg replaced. */
function right(from: string, to: string): string {
  const start = TEXT.lastIndexOf('"zone": "calf"');
  return TEXT.slice(0, start) + with_(from, to, TEXT.slice(start));
}
