import type { Leg } from '../../core/body';
import { LOCK_WORDS, lockedWords } from '../../core/care/words';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, columns } from '../../device/ui/parts';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES } from '../../device/ui/theme';

export type LockAction = `looked.${Leg}` | 'dayBefore' | 'dayAfter' | 'next' | 'unlock' | 'back' | 'done';

/** A locked leg with the reasons, as shown. */
export interface LockedLeg {
  readonly leg: Leg;
  readonly why: readonly string[];
}

/** Why legs are locked; then when a doctor looked at one of them; then a confirmation. */
export type LockState =
  | { readonly step: 'why'; readonly legs: readonly LockedLeg[] }
  | {
      readonly step: 'day';
      readonly day: string;
      /** Whether an earlier and a later day can be chosen. */
      readonly hasBefore: boolean;
      readonly hasAfter: boolean;
    }
  | { readonly step: 'confirm'; readonly leg: Leg; readonly day: string }
  | { readonly step: 'refused'; readonly why: TextId };

/** Why a leg must not be massaged, and what lifts the lock. */
export function viewLock(state: LockState, frame: Frame, text: Text): readonly Element<LockAction>[] {
  const rows = rowsOn<LockAction>(frame);
  const key = (action: LockAction, words: TextId, look: 'plain' | 'key' = 'plain') =>
    rows.button(action, text(words), { width: 300, height: 76, below: 10, size: 'body', look });
  const title = (words: TextId, color: number = COLORS.text) =>
    rows.line('title', text(words), { height: 48, size: 'label', color });
  const day = (words: string) => rows.line('day', words, { height: 60, size: 'title' });
  const shown = (): readonly Row<LockAction>[] => {
    switch (state.step) {
      case 'why':
        return [
          ...state.legs.flatMap((locked) => whyOf(locked, frame, text)),
          key('done', 'Done', state.legs.length > 0 ? 'plain' : 'key'),
        ];
      case 'day':
        return [
          title('On which day?'),
          day(state.day),
          ...otherDays(state, frame, text),
          key('next', 'Next', 'key'),
        ];
      case 'confirm':
        return [
          rows.line('leg', text(lockedWords([state.leg])), { height: 40, size: 'body', color: COLORS.warm }),
          rows.paragraph('word', text(LOCK_WORDS.doctor), {
            ...{ height: 108, width: 370, size: 'label' },
          }),
          day(state.day),
          key('unlock', 'Yes, unlock', 'key'),
          key('back', 'No'),
        ];
      case 'refused':
        return [
          rows.paragraph('refused', text(state.why), {
            height: 130,
            width: 370,
            size: 'body',
            color: COLORS.warm,
          }),
          key('back', 'Back', 'key'),
        ];
    }
  };
  return rows.page(260, 8, shown());
}

function whyOf({ leg, why }: LockedLeg, frame: Frame, text: Text): readonly Row<LockAction>[] {
  const rows = rowsOn<LockAction>(frame);
  const looked = rows.button(`looked.${leg}`, text('A doctor looked at it'), {
    ...{ width: 330, height: 76, below: 18, size: 'body', look: 'key' },
  });
  return [
    rows.line(`${leg}Title`, text(lockedWords([leg])), { height: 48, size: 'label', color: COLORS.warm }),
    ...why.map((words, index) => rows.paragraph(`${leg}Why${index}`, words, { height: 100, width: 370 })),
    rows.paragraph(`${leg}Lifts`, text(LOCK_WORDS.lifts), { height: 130, width: 380, size: 'body' }),
    looked,
  ];
}

/** Buttons for the days before and after, side by side if there is room; a day that cannot be chosen has none. */
function otherDays(
  { hasBefore, hasAfter }: Extract<LockState, { readonly step: 'day' }>,
  frame: Frame,
  text: Text,
): readonly Row<LockAction>[] {
  // In large text each button needs a row.
  if (frame.isLarge === true) {
    const rows = rowsOn<LockAction>(frame);
    const of = (action: LockAction, words: TextId) =>
      rows.button(action, text(words), { width: 300, height: 76, below: 10, size: 'body' });
    return [
      ...(hasBefore ? [of('dayBefore', 'Day before')] : []),
      ...(hasAfter ? [of('dayAfter', 'Day after')] : []),
    ];
  }
  const u = (length: number): number => units(frame, length);
  const make: Row<LockAction>['make'] = (box) => {
    const [before = box, after = box] = columns({ ...box, h: u(76) }, u(8), [1, 1]);
    const of = (action: LockAction, place: typeof box, words: TextId): Element<LockAction> =>
      button(action, place, text(words), u(SIZES.body), 'plain');
    return [
      ...(hasBefore ? [of('dayBefore', before, 'Day before')] : []),
      ...(hasAfter ? [of('dayAfter', after, 'Day after')] : []),
    ];
  };
  return [{ height: u(88), width: u(370), make }];
}
