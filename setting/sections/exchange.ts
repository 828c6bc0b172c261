import type { ExchangeLog, SeenWatch } from '../../phone/exchange';
import type { PhoneState } from '../../phone/phone-state';
import type { Node } from '../node';
import { card, line } from '../node';
import type { Voice } from '../words';
import { dateAndTime, say } from '../words';

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
  const name = watch.name === '' ? say(voice, 'Watch') : watch.name;
  const time = dateAndTime(watch.lastSeen, voice.offsetAt(watch.lastSeen));
  const waiting =
    watch.waiting === 0
      ? say(voice, 'Nothing is waiting on it.')
      : say(voice, 'Still waiting on it: {count}', { count: watch.waiting });
  return [
    line('strong', `${name} (${watch.id})`),
    line('quiet', `${say(voice, 'Last seen: {time}', { time })} · ${waiting}`),
  ];
}

function whyRefused(
  outcome: Exclude<NonNullable<ExchangeLog['last']>['outcome'], 'answered'>,
  voice: Voice,
): string {
  switch (outcome) {
    case 'otherVersion':
      return say(voice, 'Watch and phone have different versions of Legato: update both.');
    case 'phoneFailed':
      return say(voice, 'The Zepp app could not store something. Make room on the phone and sync again.');
    case 'notARequest':
    case 'unknownMethod':
    case 'badRequest':
    case 'tooLarge':
      return say(voice, 'The phone did not understand the watch. Nothing is lost; sync again.');
  }
}
