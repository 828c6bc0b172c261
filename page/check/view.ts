import type { Check } from '../../core/state/check-file';
import type { Text } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, columns, line, paragraph } from '../../device/ui/parts';
import type { Row } from '../../device/ui/stack';
import { stack } from '../../device/ui/stack';
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
  const u = (length: number): number => units(frame, length);
  const title: Row<CheckAction> = {
    height: u(44),
    make: (box) => [line('title', box, text('Check on this watch'), u(SIZES.small), COLORS.quiet)],
  };
  const words = (key: string, said: string, height: number): Row<CheckAction> => ({
    height: u(height),
    make: (box) => [paragraph(key, box, said, u(SIZES.small), COLORS.text)],
  });
  const wide = (action: CheckAction, label: string, look: 'plain' | 'key'): Row<CheckAction> => ({
    height: u(TARGET + 10),
    width: u(240),
    make: (box) => [button(action, { ...box, h: u(TARGET) }, label, u(SIZES.small), look)],
  });
  const numbers: Row<CheckAction> = {
    height: u(TARGET + 10),
    width: u(340),
    make: (box) =>
      columns({ ...box, h: u(TARGET) }, u(8), [1, 1, 1, 1]).map((place, felt) =>
        button(FELT[felt] ?? 'felt0', place, String(felt), u(SIZES.body), 'plain'),
      ),
  };
  const intro = text(
    'Within a minute, screen dark, it buzzes three times, two pulses each. Count the times.',
  );
  const begin = wide('begin', text('Begin'), 'key');
  const back = wide('done', text('Back'), 'plain');
  switch (state.kind) {
    case 'new':
      return stack(frame, u(240), u(8), [title, words('intro', intro, 150), begin, back]);
    case 'early': {
      const wait = text('Wait for a minute, then open Legato again.');
      return stack(frame, u(240), u(8), [title, words('wait', wait, 100), back]);
    }
    case 'cutOff': {
      const why = text('The check was cut off: the watch restarted, or a session began.');
      return stack(frame, u(240), u(8), [title, words('cutOff', why, 150), begin, back]);
    }
    case 'unsaved':
      return stack(frame, u(240), u(8), [title, words('unsaved', text('Could not save'), 70), begin, back]);
    case 'asking':
      return stack(frame, u(240), u(8), [
        title,
        words('question', text('How many of the three did you feel?'), 70),
        numbers,
      ]);
    case 'done': {
      const { felt, rang, armed, model, osVersion } = state.check;
      const counted = text('Felt {felt}, rang {rang} of {armed}', { felt, rang, armed });
      const watch = text('{model} · OS {version}', { model, version: osVersion });
      return stack(frame, u(240), u(8), [
        title,
        words('result', counted, 70),
        words('watch', watch, 70),
        begin,
        wide('done', text('Done'), 'plain'),
      ]);
    }
  }
}

const FELT = ['felt0', 'felt1', 'felt2', 'felt3'] as const;
