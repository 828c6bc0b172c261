import { LEGS } from '../../core/body';
import { isByHand, noteOf } from '../../phone/history/gist';
import { sessionsAt } from '../../phone/history/mend';
import { isByOlderPlan } from '../../phone/history/older-plan';
import {
  howMade,
  leftOutLegsIn,
  stopCauseIn,
  timesTakenOffIn,
  touchedLegsIn,
  wasAsked,
} from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';
import { secondsDone, secondsPlanned } from '../../core/record/record';
import type { PhoneState } from '../../phone/phone-state';
import { sessionKey } from '../../phone/session-key';
import type { Actions } from '../actions';
import { FIELDS, isMoving, typedStart } from '../mend/actions';
import { isAskedBeside, problems, sureBeside, typedField } from '../mend/fields';
import { isCareTold } from '../sections/told';
import type { Node } from '../node';
import { button, line, row } from '../node';
import type { Voice } from '../words';
import { dateAndTime, duration, say, watchName } from '../words';
import { completionName } from './in-a-line';
import { listOf, pair, recordedLegName, zoneName } from './day-words';

/** A session in a few lines, with a button that asks whether to delete it. `isWhole` shows all details. */
export function sessionNodes(
  session: SessionRecord,
  state: PhoneState,
  actions: Actions,
  voice: Voice,
  isWhole = false,
): readonly Node[] {
  const done = say(voice, '{done} of {planned}', {
    done: duration(voice, secondsDone(session)),
    planned: duration(voice, secondsPlanned(session)),
  });
  const what: Node = {
    kind: 'column',
    children: [
      line('strong', dateAndTime(session.startedAt, session.utcOffset)),
      line('quiet', `${done} · ${completionName(session, voice)}`),
      ...(timesTakenOffIn(session) > 0
        ? [line('quiet', say(voice, 'The watch felt no wrist for a while.'))]
        : []),
      ...careLines(session, state, voice),
      ...byHand(session, voice),
      ...(isWhole ? details(session, state, voice) : []),
    ],
  };
  const ask = button(say(voice, 'Delete'), 'plain', () => actions.ask(session));
  const isAsked = sessionKey(session) === state.asking;
  const lines = isAsked ? [what, ...question(session, actions, voice)] : [row(what, ask)];
  return isWhole ? [...lines, ...dating(session, state, actions, voice)] : lines;
}

/** Corrects the date of a session from a watch whose clock was wrong. */
function dating(session: SessionRecord, state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  if (!isMoving(session, state)) {
    const words = dateAndTime(session.startedAt, session.utcOffset);
    const [date, time] = [words.slice(0, 10), words.slice(-5)];
    return [
      button(say(voice, 'Correct its date'), 'plain', () =>
        actions.set({ moving: sessionKey(session), [FIELDS.moveDate]: date, [FIELDS.moveTime]: time }),
      ),
    ];
  }
  const words = [say(voice, 'Leave its date'), say(voice, 'Take this date')] as const;
  return [
    typedField(FIELDS.moveDate, say(voice, 'Its right day'), state, actions),
    typedField(FIELDS.moveTime, say(voice, 'Its right time'), state, actions),
    ...problems('move.', state, voice),
    ...(isAskedBeside('move', state)
      ? sureBeside(atTyped(session, state), actions, voice, words, () => actions.mend.move(session, true))
      : [
          row(
            button(words[0], 'plain', () => actions.set({ moving: '', problem: '' })),
            button(words[1], 'plain', () => actions.mend.move(session)),
          ),
        ]),
  ];
}

function atTyped(session: SessionRecord, state: PhoneState): readonly SessionRecord[] {
  const start = typedStart(session, (name) => state.view[name] ?? '', state, true);
  return start.ok ? sessionsAt(session, start.value.startedAt, state) : [];
}

/** Shown with the session everywhere: it was entered by hand, or its date was changed. */
function byHand(session: SessionRecord, voice: Voice): readonly Node[] {
  if (!isByHand(session)) return [];
  const words = howMade(session) === 'hand' ? say(voice, 'Entered by hand') : say(voice, 'Dated by hand');
  return [line('quiet', words)];
}

function details(session: SessionRecord, state: PhoneState, voice: Voice): readonly Node[] {
  const { exchange, schedule, plan } = state;
  const { zones, pauses, cues } = session;
  const legs = [...new Set([...LEGS, ...zones.map(({ leg }) => leg)])].filter((leg) =>
    zones.some((zone) => zone.leg === leg),
  );
  const name = watchName(session, exchange, voice) ?? say(voice, 'A watch that was not in touch lately');
  const note = noteOf(session);
  return [
    ...legs.map((leg) =>
      line('quiet', pair(recordedLegName(leg, voice), zonesOf(session, leg, voice), voice)),
    ),
    ...(howMade(session) === 'hand'
      ? []
      : [
          line(
            'quiet',
            [
              say(voice, 'Pauses: {count}', { count: pauses.count }),
              ...(pauses.count > 0 ? [duration(voice, pauses.seconds)] : []),
              say(voice, 'cues: {played} of {due}', { played: cues.played + cues.late, due: cues.due }),
            ].join(' · '),
          ),
          line('quiet', say(voice, 'By {watch}', { watch: name })),
        ]),
    ...(isByOlderPlan(session, schedule, plan)
      ? [line('quiet', say(voice, 'It went by an older plan: the change had not reached the watch.'))]
      : []),
    ...(note === '' ? [] : [line('quiet', say(voice, 'Note: {note}', { note }))]),
  ];
}

/** Each zone with its time, and the planned time if it is longer. */
function zonesOf({ zones }: SessionRecord, leg: string, voice: Voice): string {
  const words = zones
    .filter((zone) => zone.leg === leg)
    .map(({ zone, doneSeconds, plannedSeconds }) => {
      const done = duration(voice, doneSeconds);
      const length =
        doneSeconds >= plannedSeconds
          ? done
          : say(voice, '{done} of {planned}', { done, planned: duration(voice, plannedSeconds) });
      return `${zoneName(zone, voice)} ${length}`;
    });
  return listOf(words, voice);
}

/** Why a session was stopped, if something was wrong; undefined otherwise. */
function stopWords(session: SessionRecord, voice: Voice): string | undefined {
  switch (stopCauseIn(session)) {
    case 'hurts':
      return say(voice, 'Stopped: it hurt');
    case 'sign':
      return say(voice, 'Stopped: a sign');
    case 'other':
      return say(voice, 'Stopped: something was wrong');
    case undefined:
      return undefined;
  }
}

/** The sessions that were stopped because something was wrong, with time and reason. */
export function stopLines(sessions: readonly SessionRecord[], voice: Voice): readonly string[] {
  return sessions.flatMap((session) => {
    const words = stopWords(session, voice);
    return words === undefined ? [] : [`${dateAndTime(session.startedAt, session.utcOffset)} ${words}`];
  });
}

/**
 * The session's facts about care, unless the history leaves them out: why it was stopped, and which signs were touched.
 */
function careLines(session: SessionRecord, state: PhoneState, voice: Voice): readonly Node[] {
  if (!isCareTold('history', state)) return [];
  const stopped = stopWords(session, voice);
  const withheld = leftOutLegsIn(session).map((leg) => recordedLegName(leg, voice));
  const touched = touchedLegsIn(session).map((leg) => recordedLegName(leg, voice));
  return [
    ...(stopped === undefined ? [] : [line('warning', stopped)]),
    ...(withheld.length === 0
      ? []
      : [line('quiet', pair(say(voice, 'Left out, as it is locked'), listOf(withheld, voice), voice))]),
    ...(wasAsked(session) ? [] : [line('quiet', say(voice, 'Not all questions were answered before it.'))]),
    ...(touched.length === 0
      ? []
      : [line('quiet', pair(say(voice, 'The sign was touched'), listOf(touched, voice), voice))]),
  ];
}

function question(session: SessionRecord, actions: Actions, voice: Voice): readonly Node[] {
  const keep = button(say(voice, 'Keep'), 'plain', actions.keep);
  const remove = button(say(voice, 'Yes, delete'), 'danger', () => actions.remove(session));
  return [
    line('warning', say(voice, 'Delete this session? It can be undone until the next change.')),
    row(keep, remove),
  ];
}
