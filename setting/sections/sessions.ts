import type { SessionRecord } from '../../core/record';
import { secondsDone } from '../../core/record';
import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import type { Node } from '../node';
import { button, card, line } from '../node';
import type { Voice } from '../words';
import { dateAndTime, lengthOfTime, say } from '../words';

/** So many sessions are listed. */
const LIST_LENGTH = 10;

/** How many sessions there are, and the last ones, each of which can be deleted after a question. */
export function sessionsSection({ ledger, asking }: PhoneState, actions: Actions, voice: Voice): Node {
  const { sessions } = ledger;
  const count =
    sessions.length === 0
      ? say(voice, 'No session has arrived yet.')
      : say(voice, 'On this phone: {count}', { count: sessions.length });
  return card(say(voice, 'Sessions'), [
    line('text', count),
    ...sessions
      .slice(0, LIST_LENGTH)
      .flatMap((session) => aSession(session, session.id === asking, actions, voice)),
  ]);
}

function aSession(session: SessionRecord, asked: boolean, actions: Actions, voice: Voice): readonly Node[] {
  const done = lengthOfTime(voice, secondsDone(session));
  const what: Node = {
    kind: 'column',
    children: [
      line('strong', dateAndTime(session.startedAt, session.utcOffset)),
      line('quiet', `${done} · ${endingOf(session, voice)}`),
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

function endingOf({ ending }: SessionRecord, voice: Voice): string {
  switch (ending) {
    case 'finished':
      return say(voice, 'Finished');
    case 'stopped':
      return say(voice, 'Ended early');
    case 'interrupted':
      return say(voice, 'Interrupted');
  }
}
