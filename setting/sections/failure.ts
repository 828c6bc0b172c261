import type { PageFailure } from '../../phone/page-failure';
import type { PhoneState } from '../../phone/phone-state';
import type { Node } from '../node';
import { card, line } from '../node';
import type { Voice } from '../words';
import { say } from '../words';

/** Says that the last request was not carried out; empty if it was. */
export function failureSection({ failure, isUnsaved }: PhoneState, voice: Voice): readonly Node[] {
  if (failure === undefined) return [];
  return [
    card(whatFailed(failure, voice), [
      line(
        'warning',
        say(voice, 'The storage of the Zepp app did not take it. Make room on the phone and try again.'),
      ),
      ...(isUnsaved
        ? [line('text', say(voice, 'What you typed stays here as long as this page is open.'))]
        : []),
    ]),
  ];
}

function whatFailed(failure: PageFailure, voice: Voice): string {
  switch (failure) {
    case 'viewNotStored':
      return say(voice, 'Not stored yet: what you typed or opened here');
    case 'pageNotChanged':
    case 'pastNotChanged':
      return say(voice, 'Nothing was changed');
    case 'sessionNotDeleted':
      return say(voice, 'The session was not deleted');
    case 'planNotStored':
      return say(voice, 'The text could not be stored');
  }
}
