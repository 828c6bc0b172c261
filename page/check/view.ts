import type { RingKind, Verdict } from '../../core/check/proof';
import { RING_PULSES } from '../../core/check/proof';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { textUnits, units } from '../../device/ui/frame';
import { button, columns } from '../../device/ui/parts';
import type { Rows } from '../../device/ui/rows';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type CheckAction = 'begin' | `felt${number}` | 'darkLook' | 'done';

/**
 * `new`: no check was made. `changed`: the last one was of another watch, or of its system before an update. `quiet`:
 * nothing can be felt now. `wait`: its rings are still to come. `ask`: the person has to say what they felt. `cutOff`:
 * the results are no longer known. `unsaved`: the disk did not take it. `told`: the result.
 */
export type CheckState =
  | { readonly kind: 'new' | 'changed' | 'quiet' | 'wait' | 'cutOff' | 'unsaved' }
  | { readonly kind: 'ask'; readonly about: RingKind }
  | { readonly kind: 'told'; readonly verdict: Verdict; readonly isDarkLook: boolean };

const INTRO: TextId =
  'The screen goes dark. After 20, 40 and 60 s it may buzz: count the pulses of each. Then it asks, or open Legato.';

const STATES: Readonly<Record<Exclude<CheckState['kind'], 'ask' | 'told'>, TextId>> = {
  new: INTRO,
  changed: INTRO,
  quiet: 'A quiet mode is on. Turn it off in the quick settings first.',
  wait: 'Wait: the screen has to stay dark. If nothing asks after 90 s, open Legato.',
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
  whole: 'With the screen dark your watch gives every cue in full.',
  less: 'With the screen dark your watch gives three simple cues: lighter, move up, leg done.',
  lights: 'With the screen dark your watch lights up for each cue.',
  buzz: 'With the screen dark your watch buzzes once for each cue: look at it then.',
  none: 'Keep Legato on the screen: use the dark look.',
  unknown: 'The check showed nothing. Check again with the screen dark and quiet modes off.',
};

/** The verdict in a word; no two may look alike. */
const NAMES: Readonly<Record<Verdict, TextId>> = {
  whole: 'Every cue',
  less: 'Three cues',
  lights: 'Light, no touch',
  buzz: 'One buzz',
  none: 'No cues',
  unknown: 'Not known',
};

/** The check of how this watch brings cues with its screen dark. */
export function viewCheck(state: CheckState, frame: Frame, text: Text): readonly Element<CheckAction>[] {
  const rows = rowsOn<CheckAction>(frame);
  const title =
    state.kind === 'told'
      ? nameOf(state.verdict, rows, text)
      : rows.line('title', text('Check on this watch'), { height: 44, color: COLORS.quiet });
  return rows.page(240, 8, [title, ...rowsOf(state, rows, frame, text)]);
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
  frame: Frame,
  text: Text,
): readonly Row<CheckAction>[] {
  const words = (key: string, said: TextId, height = 150) => rows.paragraph(key, text(said), { height });
  const wide = (action: CheckAction, label: TextId, look: 'plain' | 'key' = 'plain') =>
    rows.button(action, text(label), { width: 240, below: 10, look });
  switch (state.kind) {
    case 'ask': {
      const isCounted = state.about === 'full' || state.about === 'busy';
      const answers = isCounted ? numbers(frame) : [wide('felt1', 'Yes'), wide('felt0', 'No')];
      return [words('question', QUESTIONS[state.about], 70), ...answers];
    }
    case 'told': {
      const { verdict, isDarkLook } = state;
      const turnOn = isDarkLook
        ? words('isOn', 'The dark look is on.', 40)
        : wide('darkLook', 'Turn on', 'key');
      const more = verdict === 'none' ? [turnOn] : [];
      const look = verdict === 'none' && !isDarkLook ? 'plain' : 'key';
      return [
        words('verdict', VERDICTS[verdict]),
        ...more,
        wide('done', 'Done', look),
        wide('begin', 'Check again'),
      ];
    }
    case 'wait':
      return [words('wait', STATES.wait, 110), wide('done', 'Back')];
    case 'changed': {
      const why = words('why', 'The watch or its system has changed since the last check.', 110);
      return [why, words('changed', INTRO), wide('begin', 'Begin', 'key'), wide('done', 'Back')];
    }
    default:
      return [words(state.kind, STATES[state.kind]), wide('begin', 'Begin', 'key'), wide('done', 'Back')];
  }
}

/** A button for each number of pulses that may have been felt. */
function numbers(frame: Frame): readonly Row<CheckAction>[] {
  const u = (length: number): number => units(frame, length);
  const counts = Array.from({ length: RING_PULSES + 1 }, (_, count) => count);
  const make: Row<CheckAction>['make'] = (box) =>
    columns(
      { ...box, h: u(TARGET) },
      u(8),
      counts.map(() => 1),
    ).map((place, felt) => button(`felt${felt}`, place, String(felt), textUnits(frame, SIZES.body), 'plain'));
  return [{ height: u(TARGET + 10), width: u(340), make }];
}
