import type { Check } from '../../core/state/check-file';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, columns } from '../../device/ui/parts';
import type { Rows } from '../../device/ui/rows';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type CheckAction = 'begin' | 'felt0' | 'felt1' | 'felt2' | 'felt3' | 'done';

/**
 * `new`: none was made; `early`: it is not over; `asking`: it is over and the person has to say what they felt; `cutOff`:
 * what rang is not known; `unsaved`: the disk did not take that one begins.
 */
export type CheckState =
  | { readonly kind: 'new' | 'early' | 'asking' | 'cutOff' | 'unsaved' }
  | { readonly kind: 'done'; readonly check: Check & { readonly phase: 'done' } };

/** The trial of whether this watch brings cues while its screen is dark. */
export function viewCheck(state: CheckState, frame: Frame, text: Text): readonly Element<CheckAction>[] {
  const rows = rowsOn<CheckAction>(frame);
  const title = rows.line('title', text('Check on this watch'), { height: 44, color: COLORS.quiet });
  return rows.page(240, 8, [title, ...rowsOf(state, rows, frame, text)]);
}

function rowsOf(
  state: CheckState,
  rows: Rows<CheckAction>,
  frame: Frame,
  text: Text,
): readonly Row<CheckAction>[] {
  const words = (key: string, said: string, height: number) => rows.paragraph(key, said, { height });
  const wide = (action: CheckAction, label: TextId, look: 'plain' | 'key') =>
    rows.button(action, text(label), { width: 240, below: 10, look });
  const begin = wide('begin', 'Begin', 'key');
  const back = wide('done', 'Back', 'plain');
  switch (state.kind) {
    case 'new': {
      const intro = 'Within a minute, screen dark, it buzzes three times, two pulses each. Count the times.';
      return [words('intro', text(intro), 150), begin, back];
    }
    case 'early':
      return [words('wait', text('Wait for a minute, then open Legato again.'), 100), back];
    case 'cutOff': {
      const why = 'The check was cut off: the watch restarted, or a session began.';
      return [words('cutOff', text(why), 150), begin, back];
    }
    case 'unsaved':
      return [words('unsaved', text('Could not save'), 70), begin, back];
    case 'asking':
      return [words('question', text('How many of the three did you feel?'), 70), numbers(frame)];
    case 'done': {
      const { felt, rang, armed, model, osVersion } = state.check;
      const counted = text('Felt {felt}, rang {rang} of {armed}', { felt, rang, armed });
      const watch = text('{model} · OS {version}', { model, version: osVersion });
      const done = wide('done', 'Done', 'plain');
      return [words('result', counted, 70), words('watch', watch, 70), begin, done];
    }
  }
}

/** A button for each number of times that may have been felt. */
function numbers(frame: Frame): Row<CheckAction> {
  const u = (length: number): number => units(frame, length);
  return {
    height: u(TARGET + 10),
    width: u(340),
    make: (box) =>
      columns({ ...box, h: u(TARGET) }, u(8), [1, 1, 1, 1]).map((place, felt) =>
        button(FELT[felt] ?? 'felt0', place, String(felt), u(SIZES.body), 'plain'),
      ),
  };
}

const FELT = ['felt0', 'felt1', 'felt2', 'felt3'] as const;
