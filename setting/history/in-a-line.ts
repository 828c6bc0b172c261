import { LEGS } from '../../core/body';
import type { SessionRecord } from '../../core/record/record';
import { completionOf } from '../../core/record/record';
import { gistOf } from '../../phone/history/gist';
import type { Voice } from '../words';
import { dateAndTime, duration, say } from '../words';
import { legName, listOf } from './day-words';

/** `Left leg 5 min, Right leg 4 min 10 s, Session done`. */
export function inALine(session: SessionRecord, voice: Voice): string {
  const { legs, byHand } = gistOf(session);
  const lengths = LEGS.flatMap((leg) => {
    const seconds = legs[leg];
    return seconds ? [`${legName(leg, voice)} ${duration(voice, seconds.done)}`] : [];
  });
  const how = byHand ? say(voice, 'by hand') : completionName(session, voice);
  return listOf([dateAndTime(session.startedAt, session.utcOffset).slice(-5), ...lengths, how], voice);
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
