import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import { dayText } from '../../core/calendar/day';
import { locksOnce } from '../../core/care/locks';
import type { Lock } from '../../core/care/statement';
import { LOCK_WORDS, LOCKED_WORDS } from '../../core/care/words';
import { dateOfPhone } from '../../phone/history/overview';
import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import { typedField } from '../mend/fields';
import type { Node } from '../node';
import { button, line, row } from '../node';
import type { Voice } from '../words';
import { say } from '../words';
import { CARE_FIELDS, CARE_PROBLEMS } from './actions';
import { careProblem, whyWords } from './words';

/** Each lock that holds: its reason, its date, and how to lift it. */
export function lockNodes(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const locks = locksOnce(state.said);
  if (locks.length === 0) return [line('text', say(voice, 'This phone knows of no leg that is locked.'))];
  return [
    ...locks.flatMap((lock) => aLock(lock, state, actions, voice)),
    line('quiet', voice.translate(LOCK_WORDS.lifts)),
  ];
}

function aLock(lock: Lock, state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const since = dayText(dateOfPhone(lock.at, state));
  return [
    line('strong', voice.translate(LOCKED_WORDS[lock.leg])),
    line('text', say(voice, 'Since {day}: {why}', { day: since, why: whyWords(lock, voice) })),
    ...lifting(lock, state, actions, voice),
  ];
}

function lifting({ id }: Lock, state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  if (state.view[CARE_FIELDS.lifting] !== id) {
    return [
      button(say(voice, 'Doctor allowed massage'), 'plain', () =>
        actions.set({ [CARE_FIELDS.lifting]: id, [CARE_FIELDS.doctorOn]: '', problem: '' }),
      ),
    ];
  }
  const problem = CARE_PROBLEMS.find((code) => state.view['problem'] === `care.${code}`);
  return [
    line('text', voice.translate(LOCK_WORDS.doctor)),
    typedField(
      CARE_FIELDS.doctorOn,
      say(voice, 'On which day, as {day}', { day: dayText(dateOfPhone(state.clock.now, state)) }),
      state,
      actions,
    ),
    ...(problem ? [line('warning', careProblem(problem, voice))] : []),
    row(
      button(say(voice, 'Leave it locked'), 'plain', () =>
        actions.set({ [CARE_FIELDS.lifting]: '', problem: '' }),
      ),
      button(say(voice, 'Yes, unlock'), 'plain', () => actions.care.lift(id)),
    ),
  ];
}

/** Locks a leg at the person's wish, after confirmation: only a doctor's word can lift it. */
export function lockingNodes(
  by: 'girth' | 'hand',
  { view }: Pick<PhoneState, 'view'>,
  actions: Actions,
  voice: Voice,
): readonly Node[] {
  const chosen = LEGS.find((leg) => view[CARE_FIELDS.locking] === `${by} ${leg}`);
  if (!chosen) {
    return [
      row(
        ...LEGS.map((leg) =>
          button(askWords(by, leg, voice), 'plain', () =>
            actions.set({ [CARE_FIELDS.locking]: `${by} ${leg}`, problem: '' }),
          ),
        ),
      ),
    ];
  }
  return [
    line(
      'warning',
      chosen === 'left'
        ? say(voice, 'Lock the left leg until a doctor has looked at it?')
        : say(voice, 'Lock the right leg until a doctor has looked at it?'),
    ),
    row(
      button(say(voice, 'Do not lock it'), 'plain', () => actions.set({ [CARE_FIELDS.locking]: '' })),
      button(say(voice, 'Lock it'), 'danger', () => actions.care.lock([chosen], by)),
    ),
  ];
}

function askWords(by: 'girth' | 'hand', leg: Leg, voice: Voice): string {
  if (by === 'girth') return leg === 'left' ? say(voice, 'Yes, the left') : say(voice, 'Yes, the right');
  return leg === 'left' ? say(voice, 'Lock the left leg') : say(voice, 'Lock the right leg');
}
