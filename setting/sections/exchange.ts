import type { Refusal } from '../../core/messages/answer';
import type { ExchangeLog, SeenWatch } from '../../phone/exchange';
import type { PhoneState } from '../../phone/phone-state';
import type { Node } from '../node';
import { card, line } from '../node';
import type { Voice } from '../words';
import { dateAndTime, nameOf, say } from '../words';

/** When watch and phone last talked, and every watch that ever did. */
export function exchangeSection({ exchange }: PhoneState, voice: Voice): Node {
  const { last, watches } = exchange;
  return card(say(voice, 'Watch and phone'), [
    ...(last ? lastExchange(last, voice) : [line('text', say(voice, 'No watch has been in touch yet.'))]),
    ...watches.flatMap((watch) => aWatch(watch, voice)),
  ]);
}

function lastExchange(last: NonNullable<ExchangeLog['last']>, voice: Voice): readonly Node[] {
  const time = dateAndTime(last.at, voice.offsetAt(last.at));
  const when = line('text', say(voice, 'Last exchange: {time}', { time }));
  return last.outcome === 'answered' ? [when] : [when, line('warning', whyRefused(last.outcome, voice))];
}

function aWatch(watch: SeenWatch, voice: Voice): readonly Node[] {
  const time = dateAndTime(watch.lastSeen, voice.offsetAt(watch.lastSeen));
  const seen = say(voice, 'Last seen: {time}', { time });
  return [
    line('strong', `${nameOf(watch, voice)} (${watch.id})`),
    line('quiet', [seen, ...stillOnIt(watch, voice)].join(' · ')),
    ...refusedOf(watch, voice),
  ];
}

/** Nothing where all that the watch still has was refused, which is told in a line of its own. */
function stillOnIt({ waiting, whole, refused }: SeenWatch, voice: Voice): readonly string[] {
  const unread = whole ? [] : [say(voice, 'Some sessions on it could not be read.')];
  if (waiting > 0) return [say(voice, 'Still waiting on it: {count}', { count: waiting }), ...unread];
  return refused.length > 0 || !whole ? unread : [say(voice, 'Nothing is waiting on it.')];
}

function refusedOf({ refused }: SeenWatch, voice: Voice): readonly Node[] {
  if (refused.length === 0) return [];
  return [
    line(
      'warning',
      say(
        voice,
        'Refused by the phone and kept on the watch: {count}. Update Legato on both and sync again.',
        {
          count: refused.length,
        },
      ),
    ),
  ];
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
