import { LEGS, ZONES } from '../../core/body';
import type { HardQuestion } from '../../core/care/answers';
import { asksLeg, HARD_QUESTIONS } from '../../core/care/answers';
import { lockedLegs } from '../../core/care/locks';
import { QUESTION_WORDS } from '../../core/care/words';
import { COUNTRY_CHOICES, emergencyNumber } from '../../core/emergency';
import { answerIn, hasVein } from '../../phone/care/choices';
import { allLocks } from '../../phone/care/days';
import { sessionsOn, todayOf } from '../../phone/history/overview';
import type { PhoneState } from '../../phone/phone-state';
import { countryIn } from '../../phone/preferences';
import type { Actions } from '../actions';
import { legName, zoneName } from '../history/day-words';
import { stopLines } from '../history/session';
import type { Node } from '../node';
import { button, choice, line, row } from '../node';
import { foldingCard } from '../sections/fold';
import type { Voice } from '../words';
import { say } from '../words';
import { CARE_FIELDS } from './actions';
import { lockNodes, lockingNodes } from './locks';
import { countryName, lockedName, lockLine } from './words';

/** Locks and how to lift them, answers, stops, veins to go around, and whom to call. */
export function careNotesSection(state: PhoneState, actions: Actions, voice: Voice): Node {
  const locked = lockedLegs(state.said);
  const words = locked.length > 0 ? [line('warning', lockedName(locked, voice))] : [];
  const content = (): readonly Node[] => [
    ...lockNodes(state, actions, voice),
    ...lockingNodes('hand', state, actions, voice),
    ...questions(state, actions, voice),
    ...veins(state, actions, voice),
    ...whatWas(state, voice),
    ...countries(state, actions, voice),
  ];
  return foldingCard('care', say(voice, 'Questions, locks, veins'), state, actions, content, words);
}

/** The hard questions, which can all be answered again. If a yes may concern one leg, asks which. */
function questions(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const [open = '', step] = (state.view[CARE_FIELDS.asked] ?? '').split(' ');
  return [
    line('strong', say(voice, 'Your answers')),
    line('quiet', say(voice, 'A yes locks the leg. A no lifts no lock: only the word of a doctor does.')),
    ...HARD_QUESTIONS.flatMap((question) => {
      const asked = voice.translate(QUESTION_WORDS[question]);
      const answer = answerWord(answerIn(state.preferences, question), voice);
      const turn = button(say(voice, '{question} {answer}', { question: asked, answer }), 'row', () =>
        actions.set({ [CARE_FIELDS.asked]: question === open ? '' : question, problem: '' }),
      );
      return question === open ? [turn, ...answering(question, step, actions, voice)] : [turn];
    }),
  ];
}

function answering(
  question: HardQuestion,
  step: string | undefined,
  actions: Actions,
  voice: Voice,
): readonly Node[] {
  const { yes, no, askWhich } = actions.care;
  if (step === 'which') {
    return [
      line('text', say(voice, 'Which leg?')),
      row(
        ...LEGS.map((leg) => button(legName(leg, voice), 'plain', () => yes(question, leg))),
        button(say(voice, 'Both legs'), 'plain', () => yes(question, undefined)),
      ),
    ];
  }
  const sayYes = asksLeg(question) ? () => askWhich(question) : () => yes(question, undefined);
  return [
    row(
      button(say(voice, 'No'), 'plain', () => no(question)),
      button(say(voice, 'Yes'), 'plain', sayYes),
    ),
  ];
}

function answerWord(answer: 'yes' | 'no' | undefined, voice: Voice): string {
  if (answer === undefined) return '–';
  return answer === 'yes' ? say(voice, 'Yes') : say(voice, 'No');
}

function veins(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  return [
    line('strong', say(voice, 'Veins to go around')),
    line('quiet', say(voice, 'Touch each place where a vein bulges.')),
    ...LEGS.flatMap((leg) => [
      line('text', legName(leg, voice)),
      ...ZONES.map((zone) => {
        const bulges = hasVein(state.preferences, leg, zone);
        return choice(zoneName(zone, voice), bulges, () => actions.care.vein(leg, zone, !bulges));
      }),
    ]),
  ];
}

/** The most stops and lifted locks shown. */
const TOLD = 8;

/** The stops of the last twelve weeks, and the lifted locks. */
function whatWas(state: PhoneState, voice: Voice): readonly Node[] {
  const today = todayOf(state);
  const stops = stopLines(sessionsOn(state, { from: today - 7 * 12, to: today }), voice);
  const lifted = allLocks(state.everSaid)
    .filter((each) => each.lifted !== undefined)
    .map((each) => lockLine(each, state, voice));
  const told = [...stops.slice(0, TOLD), ...lifted.slice(0, TOLD)];
  if (told.length === 0) return [];
  return [
    line('strong', say(voice, 'What there was: stops, and locks that were lifted')),
    ...told.map((words) => line('quiet', words)),
  ];
}

function countries({ preferences }: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const chosen = countryIn(preferences);
  return [
    line('strong', say(voice, 'Emergency number')),
    line(
      'quiet',
      say(
        voice,
        'With a country the watch shows its number beside the words. Those with a source are listed.',
      ),
    ),
    ...COUNTRY_CHOICES.map((country) => {
      const number = emergencyNumber(country);
      const name = countryName(country, voice);
      const words = number === undefined ? name : `${name} · ${number}`;
      return choice(words, country === chosen, () => actions.care.country(country));
    }),
  ];
}
