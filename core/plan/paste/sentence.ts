import { PLAN_FIELDS, SECONDS_FIELDS } from '../fields';
import type { Sentence } from '../../sentence';
import { planSentence } from '../sentence';
import { PLAN_LIMITS } from '../plan';
import type { PlanTextProblem, SyntaxProblem, TimeProblem, Wanted } from './problem';
import { LINE_TEXTS, OFF_WORD, ORDER_WORDS } from '../words/names';
import { timeOf } from '../words/write';
import type { Where } from '../where';
import { LEG_WORDS, placeInWords, ZONE_WORDS } from '../where';
import { PLAN_PASTE_LIMIT } from './read-plan-text';

/** The messages about a text, apart from those about the plan in it. */
export const PASTE_TEXTS = {
  inLine: 'Line {line}: {sentence}',
  atSign: 'Line {line}, character {sign}: {sentence}',
  textTooLong: 'The text is too long, its characters are more than {count}: paste the plan alone.',
  noPlan: 'There is no plan in the text: copy it from the first line to the last, or write it as {example}.',
  notReadable: 'The plan could not be read: paste it again.',
  aBackup: 'This is a backup, not a plan: paste it further down, under Report, backup, table.',
  otherFile: 'This is not a plan of Legato: paste one that has {known}.',
  otherFileWith: 'This is not a plan of Legato, it has {names}: paste one that has {known}.',
  twoPlans: 'A second plan begins in line {line}: paste one of them.',
  cutOff: 'The text ends too early, in line {line}: copy all of it, to the last bracket.',
  keyTwice: '{name} stands twice, again in line {line}, character {sign}: keep one of them.',
  name: 'Line {line}, character {sign}, at {found}: write a name in quotation marks here.',
  colon: 'Line {line}, character {sign}, at {found}: write a colon before it.',
  value: 'Line {line}, character {sign}, at {found}: write a number, or a word in quotation marks.',
  nextInObject: 'Line {line}, character {sign}, at {found}: write a comma before it, or a closing brace.',
  nextInList: 'Line {line}, character {sign}, at {found}: write a comma before it, or a closing bracket.',
  part: 'Line {line}, character {sign}, at {found}: begin the line with a leg or a part of the plan, such as {example}.',
  zone: 'Line {line}, character {sign}, at {found}: write a zone and its time, such as {example}.',
  time: 'Line {line}, character {sign}, at {found}: write a time in minutes and seconds, such as {example}.',
  zoneOf:
    'Line {line}, character {sign}, at {found}: write a zone and its time for {where}, such as {example}.',
  timeOf:
    'Line {line}, character {sign}, at {found}: write a time in minutes and seconds for {where}, such as {example}.',
  order: 'Line {line}, character {sign}, at {found}: write {one} or {other}.',
  plain: 'Line {line}, character {sign}, at {found}: write only what is to be done, without this.',
  wrongTime: 'Line {line}, character {sign}, at {found}: write a time from {min} to {max} for {where}.',
  wrongReminder:
    'Line {line}, character {sign}, at {found}: write a time from {min} to {max} for {where}, or {off}.',
  otherTotal:
    'Line {line}, character {sign}, at {found}: the parts of the plan take {time} in all, so correct one of them.',
  tooLongInWords: 'The plan takes {time} in all: shorten it to {max} or less.',
  closingQuote: 'Line {line}, character {sign}, at {found}: close the quotation mark in the same line.',
} as const;

/** Says what to do about a problem of a text. */
export function pasteSentence(problem: PlanTextProblem): Sentence {
  switch (problem.code) {
    case 'textTooLong':
      return { text: PASTE_TEXTS.textTooLong, values: { count: PLAN_PASTE_LIMIT } };
    case 'noPlan':
      return { text: PASTE_TEXTS.noPlan, values: { ...EXAMPLES.part } };
    case 'notReadable':
    case 'aBackup':
      return { text: PASTE_TEXTS[problem.code], values: {} };
    case 'otherFile':
      return otherFile(problem.names);
    case 'twoPlans':
      return { text: PASTE_TEXTS.twoPlans, values: { line: problem.line } };
    case 'cutOff':
    case 'keyTwice':
    case 'unexpected':
    case 'tooDeep':
      return syntaxSentence(problem);
    case 'wrongTime':
    case 'otherTotal':
    case 'tooLongInWords':
      return timeSentence(problem);
    default:
      return inLine(problem.line, problem.sign, planSentence(problem));
  }
}

function otherFile(names: readonly string[]): Sentence {
  const known = PLAN_FIELDS.map(quoted);
  return names.length === 0
    ? { text: PASTE_TEXTS.otherFile, values: { known } }
    : { text: PASTE_TEXTS.otherFileWith, values: { known, names: names.map(quoted) } };
}

function syntaxSentence(problem: SyntaxProblem): Sentence {
  const { line, sign } = problem;
  switch (problem.code) {
    case 'cutOff':
      return { text: PASTE_TEXTS.cutOff, values: { line } };
    case 'keyTwice':
      return {
        text: PASTE_TEXTS.keyTwice,
        values: { name: problem.where ? placeOf(problem.where) : quoted(problem.name), line, sign },
      };
    case 'unexpected':
      return unexpected(problem);
    case 'tooDeep':
      return otherFile([]);
  }
}

function unexpected(problem: SyntaxProblem & { readonly code: 'unexpected' }): Sentence {
  const { line, sign, found, wanted, where } = problem;
  const values = { line, sign, found, ...EXAMPLES[wanted] };
  if (!where || (wanted !== 'zone' && wanted !== 'time')) return { text: PASTE_TEXTS[wanted], values };
  return { text: PASTE_TEXTS[`${wanted}Of`], values: { ...values, where: placeOf(where) } };
}

function timeSentence(problem: TimeProblem): Sentence {
  switch (problem.code) {
    case 'tooLongInWords': {
      const max = timeOf(PLAN_LIMITS.totalSeconds.max);
      return { text: PASTE_TEXTS.tooLongInWords, values: { time: timeOf(problem.seconds), max } };
    }
    case 'otherTotal': {
      const { line, sign, found, seconds } = problem;
      return { text: PASTE_TEXTS.otherTotal, values: { line, sign, found, time: timeOf(seconds) } };
    }
    case 'wrongTime': {
      const { line, sign, found, where, place, isInSeconds } = problem;
      const field = place.slice(place.lastIndexOf('.') + 1) as keyof typeof SECONDS_FIELDS;
      const { min, max } = SECONDS_FIELDS[field];
      const length = (seconds: number): Sentence | string =>
        isInSeconds ? { text: '{seconds} s', values: { seconds } } : timeOf(seconds);
      const text = field === 'reminderSeconds' ? PASTE_TEXTS.wrongReminder : PASTE_TEXTS.wrongTime;
      const values = { line, sign, found, where: placeOf(where), off: word(OFF_WORD) };
      return { text, values: { ...values, min: length(min), max: length(max) } };
    }
  }
}

function placeOf(where: Where): Sentence | string {
  return placeInWords('', where);
}

const word = (text: string): Sentence => ({ text, values: {} });
const CALF: Sentence = { text: LINE_TEXTS.timed, values: { zone: word(ZONE_WORDS.calf), time: '1:30' } };

/** Values for the examples in a message. */
const EXAMPLES: Readonly<Partial<Record<Wanted, Sentence['values']>>> = {
  part: { example: { text: LINE_TEXTS.line, values: { name: word(LEG_WORDS.left), value: CALF } } },
  zone: { example: CALF },
  time: { example: '1:30' },
  order: { one: word(ORDER_WORDS.upward), other: word(ORDER_WORDS.upperFirst) },
};

function inLine(line: number | undefined, sign: number | undefined, sentence: Sentence): Sentence {
  if (line === undefined) return sentence;
  return sign === undefined
    ? { text: PASTE_TEXTS.inLine, values: { line, sentence } }
    : { text: PASTE_TEXTS.atSign, values: { line, sign, sentence } };
}

function quoted(name: string): string {
  return `"${name}"`;
}
