import type { Leg } from '../../core/body';
import { LOCK_WORDS, lockedWords } from '../../core/care/words';
import type { Text, TextId } from '../../device/text/ids';
import { legName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { linesOf } from '../../device/ui/line-count';
import type { SideButton } from '../../device/ui/rows';
import { pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
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

/** Why a leg must not be massaged, and what lifts the lock. Going back is bright and in sight; lifting is neither. */
export function viewLock(state: LockState, frame: Frame, text: Text): readonly Element<LockAction>[] {
  const rows = rowsOfPage<LockAction>(frame);
  const key = (action: LockAction, words: TextId, look: 'plain' | 'key' = 'plain') =>
    rows.button(action, text(words), { width: 300, height: 76, below: 6, size: 'body', look });
  // In large text a longer label would not fit at the foot.
  const isLarge = frame.isLarge === true;
  const day = (words: string) => rows.line('day', words, { height: 54, size: 'title' });
  const shown = (): readonly Row<LockAction>[] => {
    switch (state.step) {
      case 'why':
        return [
          ...whyOf(state.legs, frame, text),
          key('done', 'Done', 'key'),
          ...state.legs.flatMap(({ leg }) => liftOf(leg, state.legs.length > 1, frame, text)),
        ];
      case 'day':
        return [
          rows.line('title', text('When did a doctor look?'), { height: 40, size: 'body' }),
          day(state.day),
          ...otherDays(state, frame, text),
          // With no other day to choose, it says why.
          ...(state.hasBefore || state.hasAfter
            ? []
            : [
                rows.paragraph('since', text('An earlier day does not lift this lock.'), {
                  ...{ height: 64, width: 340, color: COLORS.quiet },
                }),
              ]),
          key('back', isLarge ? 'Back' : 'Stay locked', 'key'),
          // A question follows, so it says nothing of unlocking.
          key('next', 'On this day…'),
        ];
      case 'confirm':
        return [
          rows.line('leg', text(lockedWords([state.leg])), { height: 40, size: 'body', color: COLORS.warm }),
          rows.paragraph('word', text(LOCK_WORDS.doctor), {
            ...{ height: 108, width: 370, size: 'label' },
          }),
          day(state.day),
          key('back', 'No', 'key'),
          key('unlock', 'Yes, unlock'),
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
  return pageOfRows(frame, 300, shown());
}

/** The width of what is told of a lock, in design units. */
const WHY = 370;

function whyOf(locked: readonly LockedLeg[], frame: Frame, text: Text): readonly Row<LockAction>[] {
  const rows = rowsOfPage<LockAction>(frame);
  if (locked.length === 0) return [];
  const told = (key: string, words: string) =>
    rows.paragraph(key, words, { height: 30 * linesOf(words, SIZES.small, WHY), width: WHY });
  return [
    rows.line('title', text(lockedWords(locked.map(({ leg }) => leg))), {
      ...{ height: 40, size: 'label', color: COLORS.warm },
    }),
    ...reasonsOf(locked, text).map((words, index) => told(`why${index}`, words)),
    rows.paragraph('lifts', text(LOCK_WORDS.lifts), { height: 124, width: WHY }),
  ];
}

/** The reasons of all locked legs, each once; those of one leg are named with it if the other has different ones. */
function reasonsOf([first, second]: readonly LockedLeg[], text: Text): readonly string[] {
  if (!first || !second) return first?.why ?? [];
  if (first.why.join() === second.why.join()) return first.why;
  return [first, second].flatMap(({ leg, why }) => [legName(text, leg), ...why]);
}

/** Lifts a lock. It is never the bright button: what is safe is to go back. */
function liftOf(leg: Leg, isNamed: boolean, frame: Frame, text: Text): readonly Row<LockAction>[] {
  const rows = rowsOfPage<LockAction>(frame);
  return [
    rows.gap(8),
    ...(isNamed ? [rows.line(`${leg}Name`, legName(text, leg), { height: 36 })] : []),
    rows.button(
      `looked.${leg}`,
      text(frame.isLarge === true ? 'Doctor allowed it' : 'Doctor allowed massage'),
      { width: 340, height: 76, below: 10 },
    ),
  ];
}

/** Buttons for the days before and after, side by side if there is room; a day that cannot be chosen has none. */
function otherDays(
  { hasBefore, hasAfter }: Extract<LockState, { readonly step: 'day' }>,
  frame: Frame,
  text: Text,
): readonly Row<LockAction>[] {
  const of: readonly SideButton<LockAction>[] = [
    ...(hasBefore ? [['dayBefore', text('Day before')] as const] : []),
    ...(hasAfter ? [['dayAfter', text('Day after')] as const] : []),
  ];
  // In large text each button needs a row.
  const asRows = frame.isLarge === true ? of.map((each) => [each]) : of.length > 0 ? [of] : [];
  const look = { width: frame.isLarge === true ? 300 : 370, height: 74, below: 6, size: 'body' } as const;
  return asRows.map((each) => rowsOfPage<LockAction>(frame).buttons(each, look));
}
