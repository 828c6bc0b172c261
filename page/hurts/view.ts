import type { Leg } from '../../core/body';
import type { StopKind } from '../../core/care/stop';
import { STOP_KINDS, isEmergency } from '../../core/care/stop';
import { lockedWords } from '../../core/care/words';
import { SHORT_STOPS, STOPS } from '../../device/text/care';
import type { Text, TextId } from '../../device/text/ids';
import { isChinese } from '../../device/ui/chinese';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { textUnits, units } from '../../device/ui/frame';
import { line } from '../../device/ui/parts';
import { pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import type { Rows } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES } from '../../device/ui/theme';

export type HurtsAction = Leg | StopKind | 'done';

/** What is shown: the step, and what of the stop is on disk. */
export type HurtsState = HurtsStep & StopSaved;

/** What of a stop is on disk. */
export interface StopSaved {
  /** Whether all locks are: a leg is only said to be locked if the next start knows it. */
  readonly isLockKept: boolean;
  /** Whether the record of the session is. */
  readonly isRecorded: boolean;
  /** Whether nothing about the stop is, so that the next launch may show the session as interrupted. */
  readonly isLost: boolean;
}

/** Where it hurts, then what it is, then what to do about it. */
export type HurtsStep =
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
    };

/** The answers to where it hurts; in large text they are lower, so that no place is out of sight. */
const PLACE = { height: 84, below: 10, size: 'label' } as const;
const LARGE_PLACE = { height: 74, below: 4, size: 'body' } as const;

/** What a person who has stopped because it hurts needs, one thing at a time. */
export function viewHurts(state: HurtsState, frame: Frame, text: Text): readonly Element<HurtsAction>[] {
  const rows = rowsOfPage<HurtsAction>(frame);
  const isLarge = frame.isLarge === true;
  const place = (action: HurtsAction, words: TextId) =>
    rows.button(action, text(words), { width: 300, ...(isLarge ? LARGE_PLACE : PLACE) });
  const title = (words: TextId) =>
    rows.line('title', text(words), { height: 48, size: isLarge ? 'body' : 'label' });
  const lost: readonly Row<HurtsAction>[] = state.isLost
    ? [
        rows.paragraph('lost', text('Nothing could be saved. If the session shows again, end it.'), {
          ...{ height: 92, width: 360, color: COLORS.warm },
        }),
      ]
    : [];
  const shown = (): readonly Row<HurtsAction>[] => {
    switch (state.step) {
      case 'where':
        return [
          title('Where does it hurt?'),
          place('left', 'Left leg'),
          place('right', 'Right leg'),
          place('breath', 'Chest or breath'),
          ...lost,
        ];
      case 'what':
        return [...kinds(rows, frame, text), ...lost];
      case 'told':
        return [...told(state, frame, text), ...lost];
    }
  };
  return pageOfRows(frame, FIRST_WIDTH[state.step][frame.shape], shown());
}

/** How wide each step begins. The lines of advice need nearly the whole width of a square screen. */
const FIRST_WIDTH: Readonly<Record<HurtsStep['step'], Readonly<Record<Frame['shape'], number>>>> = {
  where: { round: 300, square: 300 },
  what: { round: 200, square: 200 },
  told: { round: 300, square: 350 },
};

/**
 * What may be wrong, one below the other, the gravest first; the last answers are below the screen, and what calls for
 * help at once stands out.
 */
function kinds(rows: Rows<HurtsAction>, frame: Frame, text: Text): readonly Row<HurtsAction>[] {
  const isLarge = frame.isLarge === true;
  const look = { width: isLarge ? 290 : 336, below: 5, size: 'body' } as const;
  return [
    rows.line('title', text('What is it?'), { height: 32, size: 'body' }),
    ...STOP_KINDS.map((kind) =>
      rows.button(kind, text((isLarge ? SHORT_STOPS : STOPS)[kind]), {
        ...look,
        ...(isEmergency(kind) ? { color: COLORS.warm } : {}),
      }),
    ),
    moreBelow(frame, text),
  ];
}

/** Says at the lower edge of the first screen that it is not all; at the end of the page there is nothing to say. */
function moreBelow(frame: Frame, text: Text): Row<HurtsAction> {
  return {
    ...{ height: 0, width: units(frame, 330), look: 'key', isAlsoInSight: true, make: () => [] },
    foot: (box) => [
      line(
        'more',
        { ...box, h: Math.round(box.h * 0.6) },
        text('More below'),
        textUnits(frame, SIZES.small),
        COLORS.quiet,
      ),
    ],
  };
}

/** It closes the page of an emergency, since nothing is done before help is called. */
const WAY_OUT = { width: 300, height: 76, below: 4, size: 'label', look: 'key' } as const;

/**
 * What to do now, whom to call or that the leg is locked, and the button; how long it is locked and that everything is
 * recorded can wait.
 */
function told(
  {
    advice,
    isEmergency,
    locked,
    emergencyNumber,
    isLockKept,
    isRecorded,
  }: HurtsState & { readonly step: 'told' },
  frame: Frame,
  text: Text,
): readonly Row<HurtsAction>[] {
  const rows = rowsOfPage<HurtsAction>(frame);
  const small = (words: TextId, color: number = COLORS.quiet): Row<HurtsAction> =>
    rows.paragraph(words, text(words), { height: 66, width: 360, color });
  const isKnown = locked.length > 0 && isLockKept;
  // On a square screen the long words of English would stand alone in their lines.
  const hasRoom = frame.isLarge !== true && (frame.shape === 'round' || isChinese(text(advice)));
  const lockedLine = isKnown
    ? [
        rows.line('locked', text(lockedWords(locked)), {
          ...{ height: 44, size: 'body' },
          // As narrow as its words, so that it fits low on a round screen.
          ...(frame.isLarge === true ? {} : { width: 240 }),
        }),
      ]
    : [];
  const until = isKnown
    ? [
        rows.paragraph('until', text('Locked until a doctor has looked and said that massage is fine.'), {
          ...{ height: 92, width: 360 },
        }),
      ]
    : [];
  const number =
    isEmergency && emergencyNumber !== undefined
      ? [
          rows.paragraph('number', text('Emergency number: {number}', { number: emergencyNumber }), {
            ...{ height: 92, width: 330, size: 'title' },
          }),
        ]
      : [];
  return [
    rows.paragraph('advice', text(advice), {
      // Without a number, the advice to call is as large as the number would be.
      ...(isEmergency && number.length === 0 && hasRoom
        ? ({ height: 232, size: 'title' } as const)
        : ({ height: 194, size: 'label' } as const)),
      ...{ width: frame.isLarge === true ? 340 : 380, color: COLORS.warm },
    }),
    // With the number there is no room for both.
    ...(number.length > 0 ? number : lockedLine),
    rows.button('done', text(isEmergency ? 'Close' : 'Done'), WAY_OUT),
    ...(number.length > 0 ? lockedLine : []),
    ...until,
    ...(locked.length > 0 && !isLockKept ? [small('Not saved: still no massage.', COLORS.warm)] : []),
    small(
      isRecorded
        ? 'The session was stopped, and is recorded as that.'
        : 'The session was stopped. It could not be saved.',
    ),
  ];
}
