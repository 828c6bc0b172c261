import type { Leg } from '../../core/body';
import { dayText } from '../../core/calendar/day';
import type { Lock } from '../../core/care/statement';
import { reasonIn } from '../../core/care/why';
import {
  LOCK_WORDS,
  lockedWords,
  QUESTION_WORDS,
  SIGN_WORDS,
  STOP_WORDS,
  THICKER,
} from '../../core/care/words';
import { answersOf } from '../../phone/care/answered';
import type { Locked } from '../../phone/care/days';
import { dateOfPhone } from '../../phone/history/overview';
import type { PhoneState } from '../../phone/phone-state';
import type { CountryChoice } from '../../core/emergency';
import { legName, listOf, pair } from '../history/day-words';
import type { Voice } from '../words';
import { say } from '../words';
import type { CareProblem } from './actions';

/** Says that legs are locked. */
export function lockedName(legs: readonly Leg[], voice: Voice): string {
  return voice.translate(lockedWords(legs));
}

/** Why a leg was locked, in the words of the question, the stop or the sign. */
export function whyWords({ why }: Lock, voice: Voice): string {
  const reason = reasonIn(why);
  switch (reason?.by) {
    case 'ask':
      return say(voice, 'You said yes: {what}', { what: voice.translate(QUESTION_WORDS[reason.question]) });
    case 'sign':
      return say(voice, 'You stopped: {what}', { what: voice.translate(SIGN_WORDS[reason.sign]) });
    case 'stop':
      return say(voice, 'You stopped: {what}', { what: voice.translate(STOP_WORDS[reason.kind]) });
    case 'girth':
      return voice.translate(THICKER);
    case 'hand':
      return say(voice, 'You locked it yourself.');
    case 'lost':
      return say(voice, 'The watch has lost the reason.');
    case undefined:
      return say(voice, 'It was locked on another device, for a reason that this Legato does not know.');
  }
}

/** `2026-03-05 Left leg: You said yes: … · lifted 2026-03-12, by a doctor on 2026-03-11`. */
export function lockLine({ lock, lifted }: Locked, state: Pick<PhoneState, 'clock'>, voice: Voice): string {
  const since = `${dayText(dateOfPhone(lock.at, state))} ${pair(legName(lock.leg, voice), whyWords(lock, voice), voice)}`;
  if (!lifted) return since;
  const word = say(voice, 'lifted {day}, by a doctor on {doctor}', {
    day: dayText(dateOfPhone(lifted.at, state)),
    doctor: dayText(lifted.doctorOn),
  });
  return `${since} · ${word}`;
}

/** The answers to the hard questions, and the day of the lock of a yes: `A blood clot in a leg, ever? Yes, 2026-03-05`. */
export function answerLines(state: PhoneState, voice: Voice): readonly string[] {
  return answersOf(state).map(({ question, answer, at }) => {
    const word = answer === 'yes' ? say(voice, 'Yes') : say(voice, 'No');
    const day = at === undefined ? [] : [dayText(dateOfPhone(at, state))];
    const asked = voice.translate(QUESTION_WORDS[question]);
    return say(voice, '{question} {answer}', { question: asked, answer: listOf([word, ...day], voice) });
  });
}

export function careProblem(problem: CareProblem, voice: Voice): string {
  switch (problem) {
    case 'noDate':
      return say(voice, 'Write a day of the calendar as year, month and day: 2026-03-05.');
    case 'inFuture':
      return voice.translate(LOCK_WORDS.inFuture);
    case 'beforeSign':
      return voice.translate(LOCK_WORDS.beforeSign);
    case 'noLock':
      return say(voice, 'This lock does not hold any more.');
  }
}

export function countryName(country: CountryChoice, voice: Voice): string {
  switch (country) {
    case 'none':
      return say(voice, 'No country: show no number');
    case 'AU':
      return say(voice, 'Australia');
    case 'CA':
      return say(voice, 'Canada');
    case 'CN':
      return say(voice, 'Mainland China');
    case 'EU':
      return say(voice, 'European Union');
    case 'GB':
      return say(voice, 'United Kingdom');
    case 'JP':
      return say(voice, 'Japan');
    case 'US':
      return say(voice, 'United States');
  }
}
