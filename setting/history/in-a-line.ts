import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayOf } from '../../core/calendar/day';
import type { SessionRecord } from '../../core/record/record';
import { completionOf } from '../../core/record/record';
import { gistOf } from '../../phone/history/gist';
import type { Voice } from '../words';
import { dateAndTime, duration, say } from '../words';
import { legName, listOf } from './day-words';

/**
 * `08:14, Left leg 5 min, Right leg 4 min 10 s, Session done`, below a day. The date stands before the time if it is
 * another: a session after midnight belongs to the evening before.
 */
export function inALine(session: SessionRecord, below: Day, voice: Voice): string {
  const { legs, byHand } = gistOf(session);
  const lengths = LEGS.flatMap((leg) => {
    const seconds = legs[leg];
    return seconds ? [`${legName(leg, voice)} ${duration(voice, seconds.done)}`] : [];
  });
  const how = byHand ? say(voice, 'by hand') : completionName(session, voice);
  const words = dateAndTime(session.startedAt, session.utcOffset);
  const when = dayOf(session, 0) === below ? words.slice(-5) : words;
  return listOf([when, ...lengths, how], voice);
}

/** The ending of a session, in a word or two. */
export function completionName(session: SessionRecord, voice: Voice): string {
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
