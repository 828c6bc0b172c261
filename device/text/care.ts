import type { HardQuestion } from '../../core/care/answers';
import type { Sign } from '../../core/care/sign-of-day';
import type { StopKind } from '../../core/care/stop';
import { reasonIn } from '../../core/care/why';
import { QUESTION_WORDS, SIGN_WORDS, STOP_WORDS, THICKER } from '../../core/care/words';
import type { Text, TextId } from './ids';

/** The questions before the first session. */
export const QUESTIONS: Readonly<Record<HardQuestion, TextId>> = QUESTION_WORDS;

/** What is asked about the leg in hand, one a day. */
export const SIGNS: Readonly<Record<Sign, TextId>> = SIGN_WORDS;

/** What may be wrong with a person in pain. */
export const STOPS: Readonly<Record<StopKind, TextId>> = STOP_WORDS;

/** The signs in short forms that fit in large text. */
export const SHORT_SIGNS: Readonly<Record<Sign, TextId>> = {
  warmer: 'Warmer than the other?',
  thicker: 'Thicker than the other?',
  colour: 'Redder or darker?',
  throbs: 'Throbs or cramps?',
  vein: 'A hard or sore vein?',
  sore: 'An open sore?',
};

/** The same in short forms that fit in large text. */
export const SHORT_STOPS: Readonly<Record<StopKind, TextId>> = {
  ...STOPS,
  breath: 'Chest or breath',
  warmth: 'Warm, red, darker',
};

/** What to do, for a person who stopped for that reason. */
export const STOP_PAGES: Readonly<Record<StopKind, TextId>> = {
  breath: 'Chest pain or sudden breathlessness: call the emergency number now.',
  bleeding: 'A vein bleeds: lie down, raise the leg, press firmly, call the emergency number.',
  swelling: 'One leg swollen, warm, throbbing, red or darker: do not massage. Get medical help today.',
  warmth: 'One leg swollen, warm, throbbing, red or darker: do not massage. Get medical help today.',
  pain: 'Sharp pain: do not massage this leg until a doctor has looked at it.',
  other: 'Stop for today. If anything feels wrong, ask a doctor before the next time.',
};

const ONE_LEG = STOP_PAGES.swelling;
const VEIN: TextId = 'A hard, sore or red vein, or an open sore: do not massage this leg. See a doctor.';

/** The same for a person who stopped at a sign. */
export const SIGN_PAGES: Readonly<Record<Sign, TextId>> = {
  warmer: ONE_LEG,
  thicker: ONE_LEG,
  colour: ONE_LEG,
  throbs: ONE_LEG,
  vein: VEIN,
  sore: VEIN,
};

/** Why a leg was locked; in general words if only a later version of Legato knows the reason. */
export function whyLocked(text: Text, why: string): string {
  const reason = reasonIn(why);
  switch (reason?.by) {
    case 'ask':
      return text(SAID_YES, { what: inOneLine(text(QUESTIONS[reason.question])) });
    case 'stop':
      return text(STOPPED, { what: inOneLine(text(STOPS[reason.kind])) });
    case 'sign':
      return text(STOPPED, { what: inOneLine(text(SIGNS[reason.sign])) });
    case 'girth':
      return text(THICKER);
    case 'hand':
      return text('You locked it yourself.');
    case 'lost':
      return text('The watch has lost the reason.');
    case undefined:
      return text('It was locked on another device, for a reason that this Legato does not know.');
  }
}

/** A text that becomes a part of another one, without the line ends of its translation. */
export function inOneLine(words: string): string {
  return words.replace(/([!-~])\n/g, '$1 ').replace(/\n/g, '');
}

const SAID_YES: TextId = 'You said yes: {what}';
const STOPPED: TextId = 'You stopped: {what}';
