import type { Leg } from '../../core/body';
import type { StopKind } from '../../core/care/stop';
import { STOP_KINDS } from '../../core/care/stop';
import { lockedWords } from '../../core/care/words';
import { SHORT_STOPS, STOPS } from '../../device/text/care';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { textUnits, units } from '../../device/ui/frame';
import { paragraph } from '../../device/ui/parts';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES } from '../../device/ui/theme';

export type HurtsAction = Leg | StopKind | 'done';

/** Where it hurts, then what it is, then what to do about it. */
export type HurtsState =
  | { readonly step: 'where' }
  | { readonly step: 'what'; readonly leg: Leg }
  | {
      readonly step: 'told';
      /** What to do now. */
      readonly advice: TextId;
      readonly isEmergency: boolean;
      /** The legs that were locked because of it. */
      readonly locked: readonly Leg[];
      /** Present if the person has chosen a country on the phone. */
      readonly emergencyNumber?: string;
      /** Whether their lock is on disk: a leg is only said to be locked if the next start knows it. */
      readonly isLockKept: boolean;
      /** Whether the record of the session is on disk. */
      readonly isRecorded: boolean;
    };

/** What a person who has stopped because it hurts needs, one thing at a time. */
export function viewHurts(state: HurtsState, frame: Frame, text: Text): readonly Element<HurtsAction>[] {
  const rows = rowsOn<HurtsAction>(frame);
  const what = (kind: StopKind) => {
    const words = text((frame.isLarge === true ? SHORT_STOPS : STOPS)[kind]);
    return rows.button(kind, words, { width: 312, below: 4, size: 'body' });
  };
  const place = (action: HurtsAction, words: TextId) =>
    rows.button(action, text(words), { width: 300, height: 84, below: 10, size: 'label' });
  const title = (words: TextId) => rows.line('title', text(words), { height: 48, size: 'label' });
  const shown = (): readonly Row<HurtsAction>[] => {
    switch (state.step) {
      case 'where':
        return [
          title('Where does it hurt?'),
          place('left', 'Left leg'),
          place('right', 'Right leg'),
          place('breath', 'Chest or breath'),
        ];
      case 'what':
        return [
          rows.line('title', text('What is it?'), { height: 40, size: 'label' }),
          // The last answers are below the screen.
          rows.line('count', text('Answers: {count}', { count: STOP_KINDS.length }), {
            ...{ height: 31, color: COLORS.quiet },
          }),
          ...STOP_KINDS.map(what),
        ];
      case 'told':
        return told(state, frame, text);
    }
  };
  return rows.page(state.step === 'what' ? 200 : 300, 8, shown());
}

/** What to do now and whom to call come first, with the button; that the leg is locked and that everything is recorded can wait. */
function told(
  {
    advice,
    isEmergency,
    locked,
    emergencyNumber,
    isLockKept,
    isRecorded,
  }: Extract<HurtsState, { readonly step: 'told' }>,
  frame: Frame,
  text: Text,
): readonly Row<HurtsAction>[] {
  const rows = rowsOn<HurtsAction>(frame);
  const small = (words: TextId, color: number = COLORS.quiet): Row<HurtsAction> =>
    rows.paragraph(words, text(words), { height: 66, width: 360, color });
  const lockedRows = isLockKept
    ? [
        rows.line('locked', text(lockedWords(locked)), { height: 44, size: 'body' }),
        rows.paragraph('until', text('Locked until a doctor has looked and said that massage is fine.'), {
          ...{ height: 92, width: 360 },
        }),
      ]
    : [small('Not saved: still no massage.', COLORS.warm)];
  const number =
    isEmergency && emergencyNumber !== undefined
      ? [
          rows.paragraph('number', text('Emergency number: {number}', { number: emergencyNumber }), {
            ...{ height: 92, width: 330, size: 'title' },
          }),
        ]
      : [];
  return [
    adviceRow(text(advice), isEmergency && number.length === 0, frame),
    ...number,
    rows.button('done', text('Done'), { width: 300, height: 76, below: 10, size: 'label', look: 'key' }),
    ...(locked.length > 0 ? lockedRows : []),
    small(
      isRecorded
        ? 'The session was stopped, and is recorded as that.'
        : 'The session was stopped. It could not be saved.',
    ),
  ];
}

/**
 * Without a number, the advice to call is as large as the number would be. In large text its height is that of the
 * longest advice, not of the estimated maximum of lines, so that the advice and the button fit on the first screen.
 */
function adviceRow(words: string, isCall: boolean, frame: Frame): Row<HurtsAction> {
  const size = isCall ? 'title' : 'label';
  const look = { height: isCall ? 232 : 184, width: 380, size, color: COLORS.warm } as const;
  if (frame.isLarge !== true) return rowsOn<HurtsAction>(frame).paragraph('advice', words, look);
  return {
    ...{ height: units(frame, LARGE_ADVICE.height), width: units(frame, LARGE_ADVICE.width) },
    make: (box) => [paragraph('advice', box, words, textUnits(frame, SIZES.label), look.color)],
  };
}

/** In design units. */
const LARGE_ADVICE = { height: 330, width: 320 } as const;
