import type { RingKind, Verdict } from '../../core/check/proof';
import { RING_PULSES } from '../../core/check/proof';
import type { QuietMode } from '../../core/session/delivery';
import { QUIET_NAMES } from '../../device/text/hazards';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { readingSize } from '../../device/ui/frame';
import type { Rows, SideButton } from '../../device/ui/rows';
import { inSight, pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import type { Row } from '../../device/ui/stack';
import { COLORS } from '../../device/ui/theme';

export type CheckAction = 'begin' | `felt${number}` | 'darkLook' | 'done';

/**
 * `new`: no check was made. `changed`: the last one was of another watch, or of its system before an update. `quiet`:
 * nothing can be felt now. `noAlarms`: the watch takes none now. `wait`: its rings are still to come. `ask`: the person
 * has to say what they felt. `cutOff`: the results are no longer known. `unsaved`: the disk did not take it. `told`: the result.
 */
export type CheckState =
  | { readonly kind: 'new' | 'changed' | 'quiet' | 'noAlarms' | 'wait' | 'cutOff' | 'unsaved' }
  | { readonly kind: 'ask'; readonly about: RingKind }
  | { readonly kind: 'told'; readonly verdict: Verdict; readonly isDarkLook: boolean };

const INTRO: TextId =
  'It takes two minutes. The screen goes off. After 20, 40 and 60 s it may buzz: count the pulses. Then Legato asks.';

const STATES: Readonly<Record<Exclude<CheckState['kind'], 'ask' | 'told'>, TextId>> = {
  new: INTRO,
  changed: INTRO,
  quiet: "It may keep cues from you. Turn it off in the watch's settings, then touch Begin.",
  noAlarms: 'The watch took no alarm. Restart it, then open Legato again: that may help.',
  wait: 'Let the screen stay off. No question after two minutes? Then open Legato.',
  cutOff: 'The check was cut off: the watch restarted, a session began, or it was too long ago.',
  unsaved: 'Could not save',
};

const QUESTIONS: Readonly<Record<RingKind, TextId>> = {
  full: 'After 20 s: how many pulses?',
  busy: 'After 40 s: how many pulses?',
  notification: 'After 60 s: did it buzz?',
  page: 'After 60 s: did it buzz?',
};

const VERDICTS: Readonly<Record<Verdict, TextId>> = {
  whole: 'In the check, your watch buzzed in full with the screen off.',
  less: 'With the screen off, only short buzzes come. They say: light touch, move up, this leg is done.',
  lights: 'In the check, your watch lit up but did not buzz. Each cue will light it, then try to buzz.',
  buzz: 'In the check, your watch buzzed once. With the screen off, look at it when it buzzes.',
  none: 'You felt nothing with the screen off. The dark look only seems off, and still buzzes.',
  unknown: 'The check showed nothing. Check again with the screen and quiet modes off.',
};

/** The verdict in a word; no two may look alike. */
const NAMES: Readonly<Record<Verdict, TextId>> = {
  whole: 'Felt, screen off',
  less: 'Short buzzes',
  lights: 'Light, no buzz',
  buzz: 'One short buzz',
  none: 'Nothing felt',
  unknown: 'Not known',
};

const TITLE = { height: 44, size: 'body' } as const;

/** The width of what is touched, in design units: greasy fingers want all that the screen has. */
const WIDTH = 340;

/** The states in which the check can begin. */
const BEGINS: readonly CheckState['kind'][] = ['new', 'changed', 'quiet', 'cutOff'];

/** The check of how this watch brings cues with its screen dark; `quiet` is the mode in which it cannot begin now. */
export function viewCheck(
  state: CheckState,
  quiet: QuietMode | undefined,
  frame: Frame,
  text: Text,
): readonly Element<CheckAction>[] {
  const rows = rowsOfPage<CheckAction>(frame);
  const title =
    state.kind === 'told'
      ? nameOf(state.verdict, rows, text)
      : quiet && BEGINS.includes(state.kind)
        ? rows.line('title', text(QUIET_NAMES[quiet]), { ...TITLE, color: COLORS.warm })
        : rows.line('title', text('Check the cues'), TITLE);
  return pageOfRows(frame, 240, [title, ...rowsOf(state, rows, frame.isLarge === true, text)]);
}

function nameOf(verdict: Verdict, rows: Rows<CheckAction>, text: Text): Row<CheckAction> {
  const isGood = verdict === 'whole' || verdict === 'less';
  return rows.line('title', text(NAMES[verdict]), {
    ...{ height: 48, size: 'title', color: isGood ? COLORS.key : COLORS.warm },
  });
}

function rowsOf(
  state: CheckState,
  rows: Rows<CheckAction>,
  isLarge: boolean,
  text: Text,
): readonly Row<CheckAction>[] {
  const words = (key: string, said: TextId, height = 164) =>
    rows.paragraph(key, text(said), { height, size: readingSize({ isLarge }) });
  const wide = (action: CheckAction, label: TextId, look: 'plain' | 'key' = 'plain') =>
    rows.button(action, text(label), { width: WIDTH, below: 10, size: 'body', look });
  switch (state.kind) {
    case 'ask': {
      const question = words('question', QUESTIONS[state.about], 78);
      const look = { width: WIDTH, height: 84, below: 10, size: 'title' } as const;
      const yesOrNo = [
        ['felt1', text('Yes')],
        ['felt0', text('No')],
      ] as const;
      const isCounted = state.about === 'full' || state.about === 'busy';
      const answers = isCounted ? numbers() : [yesOrNo];
      return [question, ...answers.map((each) => rows.buttons(each, look))];
    }
    case 'told': {
      const { verdict, isDarkLook } = state;
      const turnOn = isDarkLook
        ? words('isOn', 'The dark look is on.', 40)
        : wide('darkLook', 'Use the dark look', 'key');
      const more = verdict === 'none' ? [turnOn] : [];
      const isOver = verdict !== 'unknown' && (verdict !== 'none' || isDarkLook);
      return [
        words('verdict', VERDICTS[verdict]),
        ...more,
        wide('begin', 'Check again', verdict === 'unknown' ? 'key' : 'plain'),
        inSight(wide('done', 'Done', isOver ? 'key' : 'plain')),
      ];
    }
    case 'wait':
      return [words('wait', STATES.wait, 134), wide('done', 'Back')];
    case 'changed': {
      const why = words('why', 'The watch or its system has changed since the last check.', 110);
      const begin = [words('changed', INTRO), wide('begin', 'Begin', 'key')];
      // In large text there is no space for both above the button.
      return isLarge ? [...begin, why, wide('done', 'Back')] : [why, ...begin, wide('done', 'Back')];
    }
    case 'quiet':
      return [words('quiet', STATES.quiet, 110), wide('begin', 'Begin', 'key'), wide('done', 'Back')];
    default:
      return [words(state.kind, STATES[state.kind]), wide('begin', 'Begin', 'key'), wide('done', 'Back')];
  }
}

/** A button for each number of pulses that may have been felt, two side by side. */
function numbers(): readonly (readonly SideButton<CheckAction>[])[] {
  const all = Array.from({ length: RING_PULSES + 1 }, (_, felt) => [`felt${felt}`, String(felt)] as const);
  const half = Math.ceil(all.length / 2);
  return [all.slice(0, half), all.slice(half)];
}
