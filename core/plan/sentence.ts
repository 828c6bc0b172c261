import type { Sentence } from '../sentence';
import { CHOICE_FIELDS, LEG_FIELDS, PLAN_FIELDS, SECONDS_FIELDS, ZONE_FIELDS } from './fields';
import { PLAN_LIMITS, PLAN_VERSION } from './plan';
import type { PlanProblem } from './problem';
import type { Where } from './where';
import { placeInWords } from './where';

/** The messages about a plan. */
export const PLAN_TEXTS = {
  planNotAnObject: 'The plan is not an object: write it as {example}.',
  notAnObject: '{place} is not an object: write it as {example}.',
  versionMissing: 'The plan has no version: add {example}.',
  versionFromFuture:
    'The plan has version {value}, this Legato reads version {known}: update Legato to use it.',
  versionUnknown: 'The version of the plan is not known: it must be {known}.',
  secondsMissing: '{place} is missing: add it in whole seconds from {min} to {max}.',
  reminderMissing: '{place} is missing: add it in whole seconds from {min} to {max} or {off}.',
  choiceMissing: '{place} is missing: it must be one of {choices}.',
  listMissing: '{place} is missing: add it as a list.',
  fieldUnknown: '{place} is not part of a plan: take it out (known here: {known}).',
  notAList: '{place} is not a list: write it in square brackets.',
  notANumber: '{place} is not a number: write it in whole seconds from {min} to {max}.',
  reminderNotANumber: '{place} is not a number: write it in whole seconds from {min} to {max} or {off}.',
  wrongSeconds: '{place} is {value}: write it in whole seconds from {min} to {max}.',
  wrongReminder: '{place} is {value}: write it in whole seconds from {min} to {max} or {off}.',
  notAChoice: '{place} is not known: it must be one of {choices}.',
  legTwice: '{place} names the leg {name} again: name each leg once.',
  zoneTwice: '{place} names the zone {name} again: name each zone once.',
  legWithoutZones: '{place} has no zone: add one, or leave the leg out.',
  zeroLength: 'The plan has no zone at all: give at least one leg one zone.',
  tooLong: 'The plan takes {value} s in all: shorten it to {max} s (60 minutes) or less.',
} as const;

/** Says what to do about a problem. The place is written as in the plan, or in words if `where` is given. */
export function planSentence(problem: PlanProblem & { readonly where?: Where }): Sentence {
  const { code, place, detail = '', where } = problem;
  const about = (text: keyof typeof PLAN_TEXTS, values: Sentence['values'] = {}): Sentence => {
    const told = values['place'];
    const named = where && typeof told === 'string' ? { place: placeInWords(told, where) } : {};
    return { text: PLAN_TEXTS[text], values: { ...values, ...named } };
  };
  switch (code) {
    case 'notAnObject':
      return about(place === '' ? 'planNotAnObject' : 'notAnObject', { place, example: exampleAt(place) });
    case 'versionMissing':
      return about('versionMissing', { example: `"version": ${PLAN_VERSION}` });
    case 'versionFromFuture':
      return about('versionFromFuture', { value: detail, known: PLAN_VERSION });
    case 'versionUnknown':
      return about('versionUnknown', { known: PLAN_VERSION });
    case 'fieldMissing':
      return missing(place, about);
    case 'fieldUnknown':
      return about('fieldUnknown', { place, known: fieldsAt(String(detail)) });
    case 'notAList':
      return about('notAList', { place });
    case 'notANumber':
      return about(isReminder(place) ? 'reminderNotANumber' : 'notANumber', secondsAt(place));
    case 'notWhole':
    case 'outOfRange':
      return about(isReminder(place) ? 'wrongReminder' : 'wrongSeconds', {
        ...secondsAt(place),
        value: detail,
      });
    case 'notAChoice':
      return about('notAChoice', { place, choices: choicesAt(place) });
    case 'legTwice':
    case 'zoneTwice':
      return about(code, { place: parentOf(place), name: quoted(String(detail)) });
    case 'legWithoutZones':
      return about('legWithoutZones', { place: parentOf(place) });
    case 'zeroLength':
      return about('zeroLength');
    case 'tooLong':
      return about('tooLong', { value: detail, max: PLAN_LIMITS.totalSeconds.max });
  }
}

function missing(
  place: string,
  about: (text: keyof typeof PLAN_TEXTS, values: Sentence['values']) => Sentence,
): Sentence {
  if (isReminder(place)) return about('reminderMissing', secondsAt(place));
  if (fieldOf(place) in SECONDS_FIELDS) return about('secondsMissing', secondsAt(place));
  if (fieldOf(place) in CHOICE_FIELDS) return about('choiceMissing', { place, choices: choicesAt(place) });
  return about('listMissing', { place });
}

function secondsAt(place: string): Sentence['values'] {
  const { min, max } = SECONDS_FIELDS[fieldOf(place) as keyof typeof SECONDS_FIELDS];
  return { place, min, max, off: quoted('off') };
}

function choicesAt(place: string): readonly string[] {
  return CHOICE_FIELDS[fieldOf(place) as keyof typeof CHOICE_FIELDS].map(quoted);
}

function exampleAt(place: string): string {
  if (place === '') return '{ "version": 1, … }';
  const fields = fieldsAt(place).map((name) => `${quoted(name)}: …`);
  return `{ ${fields.join(', ')} }`;
}

/** The fields of the object at a place: the plan, a leg or a zone. */
function fieldsAt(place: string): readonly string[] {
  if (place === '') return PLAN_FIELDS;
  return /\.zones\[\d+\]$/.test(place) ? ZONE_FIELDS : LEG_FIELDS;
}

function isReminder(place: string): boolean {
  return place === 'reminderSeconds';
}

function fieldOf(place: string): string {
  return place.slice(place.lastIndexOf('.') + 1);
}

function parentOf(place: string): string {
  return place.slice(0, place.lastIndexOf('.'));
}

function quoted(name: string): string {
  return `"${name}"`;
}
