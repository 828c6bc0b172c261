import type { Refusal } from '../../core/link/answer';
import type { RecordProblem } from '../../core/record/packed-record';
import type { ExchangeLog, SeenWatch } from '../../phone/exchange';
import { isFollowed } from '../../phone/exchange';
import type { PhoneState } from '../../phone/phone-state';
import { EXCHANGE_KEY } from '../../phone/storage-keys';
import { whenWords } from '../history/day-words';
import type { Node } from '../node';
import { line } from '../node';
import type { Voice } from '../words';
import { nameOf, say } from '../words';

/** When watch and phone last talked, and every watch that ever did. */
export function exchangeNodes(state: PhoneState, voice: Voice): readonly Node[] {
  const { exchange, damage } = state;
  const { last, watches } = exchange;
  return [
    line('strong', say(voice, 'Watch and phone')),
    ...(last ? lastExchange(last, state, voice) : [line('text', noExchange(damage, voice))]),
    ...watches.flatMap((watch) => aWatch(watch, state, voice)),
  ];
}

function noExchange(damage: PhoneState['damage'], voice: Voice): string {
  return damage.includes(EXCHANGE_KEY)
    ? say(voice, 'It is not known when a watch was last in touch.')
    : say(voice, 'No watch has been in touch yet.');
}

function lastExchange(
  last: NonNullable<ExchangeLog['last']>,
  state: PhoneState,
  voice: Voice,
): readonly Node[] {
  const time = whenWords(last.at, state, voice);
  const when = line('text', say(voice, 'Last sync: {time}', { time }));
  return last.outcome === 'answered' ? [when] : [when, line('warning', whyRefused(last.outcome, voice))];
}

function aWatch(watch: SeenWatch, state: PhoneState, voice: Voice): readonly Node[] {
  const time = whenWords(watch.lastSeen, state, voice);
  const seen = say(voice, 'Last seen: {time}', { time });
  return [
    line('text', nameOf(watch, voice)),
    line('quiet', [seen, ...stillOnIt(watch, voice)].join(' · ')),
    ...(isFollowed(watch, state.exchange) ? [followedLine(watch, voice)] : []),
    ...refusedOf(watch, voice),
  ];
}

function followedLine({ waiting }: SeenWatch, voice: Voice): Node {
  if (waiting === 0) {
    return line(
      'quiet',
      say(voice, 'Since then another watch of this name came, or this one after a reset.'),
    );
  }
  return line(
    'warning',
    say(
      voice,
      'Since then another watch of this name came, or this one after a reset. In that case what waited on it is lost: {count}',
      { count: waiting },
    ),
  );
}

/** Empty if everything left on the watch was refused, which has its own line. */
function stillOnIt({ waiting, whole, refused }: SeenWatch, voice: Voice): readonly string[] {
  const unread = whole ? [] : [say(voice, 'Some sessions on it could not be read.')];
  if (waiting > 0) return [say(voice, 'Still waiting on it: {count}', { count: waiting }), ...unread];
  return refused.length > 0 || !whole ? unread : [say(voice, 'Nothing is waiting on it.')];
}

/** In the past tense, because a watch that was reset will never report again. */
function refusedOf({ refused }: SeenWatch, voice: Voice): readonly Node[] {
  return REFUSED_IN_ORDER.flatMap((code) => {
    const count = refused.filter((record) => record.code === code).length;
    return count === 0 ? [] : [line('warning', refusedFor(code, count, voice))];
  });
}

/** Problems that the person can fix come first. */
const REFUSED_IN_ORDER = ['recordVersion', 'recordInvalid', 'recordIdTaken'] as const;

function refusedFor(code: RecordProblem, count: number, voice: Voice): string {
  switch (code) {
    case 'recordVersion':
      return say(
        voice,
        'Refused when last seen: {count} from a newer Legato. Update Legato on the phone and sync again.',
        { count },
      );
    case 'recordInvalid':
      return say(voice, 'Not readable when last seen, and kept on the watch: {count}.', {
        count,
      });
    case 'recordIdTaken':
      return say(voice, 'Recorded otherwise on the phone when last seen, and kept on the watch: {count}.', {
        count,
      });
  }
}

function whyRefused(outcome: Refusal, voice: Voice): string {
  switch (outcome) {
    case 'otherVersion':
      return say(voice, 'Watch and phone have different versions of Legato: update both.');
    case 'phoneFailed':
      return say(voice, 'The storage of the Zepp app failed. Make room on the phone and sync again.');
    case 'notARequest':
    case 'unknownMethod':
    case 'badRequest':
    case 'tooLarge':
      return say(voice, 'The phone did not understand the watch. Nothing is lost; sync again.');
  }
}
