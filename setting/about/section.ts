import { EXPECTATION } from '../../core/care/texts';
import type { Checked } from '../../core/check/checked';
import type { Proof } from '../../core/check/proof';
import { VERSION } from '../../core/version';
import type { SeenWatch } from '../../phone/exchange';
import type { PhoneState } from '../../phone/phone-state';
import { DELETED_KEY } from '../../phone/storage-keys';
import type { Actions } from '../actions';
import { pair, whenWords } from '../history/day-words';
import type { Node } from '../node';
import { line } from '../node';
import { ways } from '../out/section';
import { foldingCard } from '../sections/fold';
import type { Voice } from '../words';
import { nameOf, say } from '../words';

/** What Legato is and is not, where its data are stored, the versions, and how to report a problem. */
export function aboutSection(state: PhoneState, actions: Actions, voice: Voice): Node {
  return foldingCard('about', say(voice, 'About Legato'), state, actions, () => [
    line(
      'text',
      say(
        voice,
        'Legato times a massage of the legs and says by touch when to move on, so that eyes and hands stay on the leg.',
      ),
    ),
    line('text', say(voice, EXPECTATION)),
    line('text', say(voice, 'It is not a medical device.')),
    line('strong', say(voice, 'Where the data are')),
    line(
      'quiet',
      say(
        voice,
        'Sessions are kept in the Zepp app on this phone, the last 60 on the watch as well. Legato sends nothing to the internet.',
      ),
    ),
    line(
      'quiet',
      say(
        voice,
        'A phone on which Legato or the Zepp app was installed anew may have forgotten all of it: keep a backup.',
      ),
    ),
    line('strong', say(voice, 'Versions')),
    line('text', say(voice, 'Legato on this phone: {version}', { version: VERSION })),
    ...state.exchange.watches.flatMap((watch) => versionsOf(watch, voice).map((each) => line('text', each))),
    line('strong', say(voice, 'Something is wrong?')),
    line(
      'quiet',
      say(
        voice,
        'Send this text to who gave you Legato, and say what you did and what you saw. It tells of no session.',
      ),
    ),
    ...ways(say(voice, 'Legato: something is wrong'), troubleText(state, voice), actions, state, voice),
  ]);
}

/** The versions of Legato and of the system on a watch. */
function versionsOf(watch: SeenWatch, voice: Voice): readonly string[] {
  const { version = say(voice, 'not known yet') } = watch;
  const name = nameOf(watch, voice);
  return [
    say(voice, 'Legato on {watch}: {version}', { watch: name, version }),
    pair(name, systemOf(watch, voice), voice),
  ];
}

function systemOf({ checked }: SeenWatch, voice: Voice): string {
  return checked && checked.osVersion !== ''
    ? say(voice, 'system {version}', { version: checked.osVersion })
    : say(voice, 'its system is told by a check on the watch');
}

/** Information for finding a problem: versions, watches and their checks, and what could not be read. */
function troubleText(state: PhoneState, voice: Voice): string {
  const { exchange, library, damage, deletionsDamaged } = state;
  const bad = [...library.damaged(), ...damage, ...(deletionsDamaged ? [DELETED_KEY] : [])];
  return `${[
    say(voice, 'Legato on this phone: {version}', { version: VERSION }),
    say(voice, 'On this phone: {count}', { count: library.count() }),
    ...exchange.watches.flatMap((watch) => watchLines(watch, state, voice)),
    ...(bad.length > 0 ? [pair(say(voice, 'Could not be read'), bad.join(' '), voice)] : []),
  ].join('\n')}\n`;
}

function watchLines(watch: SeenWatch, state: PhoneState, voice: Voice): readonly string[] {
  const { checked, waiting, refused } = watch;
  return [
    ...versionsOf(watch, voice),
    `  ${say(voice, 'Last seen: {time}', { time: whenWords(watch.lastSeen, state, voice) })}`,
    `  ${say(voice, 'Still waiting on it: {count}', { count: waiting })}`,
    ...(refused.length > 0
      ? [`  ${pair(say(voice, 'Refused'), refused.map(({ code }) => code).join(' '), voice)}`]
      : []),
    ...checkLines(checked, voice).map((each) => `  ${each}`),
  ];
}

/** The result of the check of cues with the screen dark, as text. */
function checkLines(checked: Checked | undefined, voice: Voice): readonly string[] {
  if (!checked) return [say(voice, 'No check of cues with a dark screen was told.')];
  return [
    pair(say(voice, 'Cues by a service in the dark'), proofWords(checked.service, voice), voice),
    pair(say(voice, 'Cues by a notification'), proofWords(checked.notification, voice), voice),
    pair(say(voice, 'An alarm that opens Legato'), proofWords(checked.page, voice), voice),
  ];
}

function proofWords(proof: Proof, voice: Voice): string {
  switch (proof) {
    case 'proven':
      return say(voice, 'shown to be felt on this watch');
    case 'notTried':
      return say(voice, 'not tried');
    case 'failed':
      return say(voice, 'not felt on this watch');
  }
}
