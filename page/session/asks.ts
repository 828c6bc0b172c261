import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayOf } from '../../core/calendar/day';
import type { HardQuestion } from '../../core/care/answers';
import { ANSWER_NAMES, openQuestions } from '../../core/care/answers';
import { signOfDay } from '../../core/care/sign-of-day';
import { veinsOf } from '../../core/care/veins';
import type { StoredPreferences } from '../../core/state/preferences';
import { changePreference } from '../../core/state/preferences';
import type { StoredFile } from '../../device/store/stored-file';
import type { Veins } from '../../device/ui/legs';
import { momentHere } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { Ask } from './ask';
import { isMirroredOn } from './ask';

/** What to ask in a session before a leg is touched, and where to go around a vein. */
export interface Asks {
  /** The next hard question to answer; undefined once all are answered. */
  question(): HardQuestion | undefined;
  /** Stores a no. If the disk does not take it, the question is asked again another time, but not in this session. */
  answerNo(): void;
  /** Stores a yes. Returns whether it is on disk. */
  answerYes(): boolean;
  signOf(leg: Leg): Ask;
  readonly today: Day;
  readonly veins: Veins;
}

export function openAsks({ clock }: Pick<Watch, 'clock'>, preferences: StoredFile<StoredPreferences>): Asks {
  const { values } = preferences.value();
  const today = dayOf(momentHere(clock.now()), values.dayEnd);
  let open = openQuestions(values);
  const answer = (said: 'no' | 'yes'): boolean => {
    const [question] = open;
    if (question === undefined) return true;
    open = open.slice(1);
    return preferences.write(changePreference(preferences.value(), ANSWER_NAMES[question], said));
  };
  return {
    question: () => open[0],
    answerNo() {
      answer('no');
    },
    answerYes: () => answer('yes'),
    signOf: (leg) => ({ kind: 'sign', sign: signOfDay(today, leg), isMirrored: isMirroredOn(today, leg) }),
    today,
    veins: { left: veinsOf('left', values), right: veinsOf('right', values) },
  };
}
