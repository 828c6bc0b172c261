import { timesTakenOffIn } from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';
import { completionOf, secondsDone, secondsPlanned } from '../../core/record/record';
import type { PhoneState } from '../../phone/phone-state';
import { LIST_LENGTH } from '../../phone/phone-state';
import { sessionKey } from '../../phone/session-key';
import type { Actions } from '../actions';
import type { Node } from '../node';
import { button, card, line } from '../node';
import type { Voice } from '../words';
import { dateAndTime, duration, say } from '../words';

/** How many sessions there are, and the last ones, each of which can be deleted after a question. */
export function sessionsSection(state: PhoneState, actions: Actions, voice: Voice): Node {
  const { sessions } = state.ledger;
  const count =
    sessions.length === 0 && !state.hasDeletions
      ? say(voice, 'No session has arrived yet.')
      : say(voice, 'On this phone: {count}', { count: sessions.length });
  return card(say(voice, 'Sessions'), [
    line('text', count),
    ...listed(state, actions, voice),
    ...moreOrFewer(state, actions, voice),
  ]);
}

/** A question is shown wherever its session stands in the list. */
function listed({ ledger, asking, shown }: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  return ledger.sessions.flatMap((session, at) => {
    const asked = sessionKey(session) === asking;
    return asked || at < shown ? aSession(session, asked, actions, voice) : [];
  });
}

function moreOrFewer({ ledger, shown }: PhoneState, { show }: Actions, voice: Voice): readonly Node[] {
  const more = button(say(voice, 'Show more'), 'plain', () => show(shown + LIST_LENGTH));
  const fewer = button(say(voice, 'Show fewer'), 'plain', () => show(LIST_LENGTH));
  const children = [
    ...(ledger.sessions.length > shown ? [more] : []),
    ...(Math.min(ledger.sessions.length, shown) > LIST_LENGTH ? [fewer] : []),
  ];
  return children.length === 0 ? [] : [{ kind: 'row', children }];
}

function aSession(session: SessionRecord, asked: boolean, actions: Actions, voice: Voice): readonly Node[] {
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
    ],
  };
  const ask = button(say(voice, 'Delete'), 'plain', () => actions.ask(session));
  return asked ? [what, ...question(session, actions, voice)] : [{ kind: 'row', children: [what, ask] }];
}

function question(session: SessionRecord, actions: Actions, voice: Voice): readonly Node[] {
  const keep = button(say(voice, 'Keep'), 'plain', actions.keep);
  const remove = button(say(voice, 'Delete for good'), 'danger', () => actions.remove(session));
  return [
    line('warning', say(voice, 'Delete this session for good?')),
    { kind: 'row', children: [keep, remove] },
  ];
}

function completionName(session: SessionRecord, voice: Voice): string {
  switch (completionOf(session)) {
    case 'finished':
      return say(voice, 'Session done');
    case 'partlyDone':
      return say(voice, 'Partly done');
    case 'stopped':
      return say(voice, 'Ended early');
    case 'interrupted':
      return say(voice, 'Interrupted');
    case 'other':
      return say(voice, 'Ended otherwise');
  }
}
