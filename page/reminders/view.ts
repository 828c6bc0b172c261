import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import type { Today } from '../../core/reminder/coming';
import type { Delay, ExcuseReason } from '../../core/reminder/day-notes';
import { DELAYS, EXCUSE_REASONS } from '../../core/reminder/day-notes';
import type { Silence } from '../../core/reminder/decide';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { readingSize } from '../../device/ui/frame';
import { linesOf } from '../../device/ui/line-count';
import type { Rows } from '../../device/ui/rows';
import { inSight, pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES } from '../../device/ui/theme';

export type ListAction =
  `edit${ReminderPlace}` | Delay | 'notToday' | ExcuseReason | 'takeBack' | 'turnOff' | 'keep' | 'done';

/** A reminder in the list. */
export interface Listed {
  readonly place: ReminderPlace;
  /** Whether there is no reminder here yet. */
  readonly isNew: boolean;
  /** Its hour; undefined if it is off. */
  readonly label: string | undefined;
  /** The moment in the person's own words; may be empty. */
  readonly words: string;
  /** When it rings next, in words. */
  readonly next: string | undefined;
  /** Whether it cannot, because the watch did not take its alarm. */
  readonly isRefused?: boolean;
  /** What became of it today, and when. */
  readonly told: Today;
  readonly at: string;
}

export interface ListState {
  readonly reminders: readonly Listed[];
  /** The delays by which today's reminder can be put off. */
  readonly delays: readonly Delay[];
  /** `over`: nothing is left to do. */
  readonly day: 'asPlanned' | 'asksWhy' | 'leftOut' | 'over';
  /** When it rings after the person has put it off, in words. */
  readonly promise?: string | undefined;
  readonly trouble: 'unsaved' | 'alarmsRefused' | undefined;
  /** A reminder was not needed lately, and offers to be turned off. */
  readonly isOffered?: boolean;
  /** Whether the person has come to put off or leave out today. */
  readonly isForToday?: boolean;
}

const NOT_ITS_HOUR: TextId = 'Silent at {time}: not its hour.';

const SILENT: Readonly<Record<Silence | 'refused', TextId>> = {
  notItsDay: 'Not on this day of the week.',
  excused: 'Silent at {time}: the day is left out.',
  locked: 'Silent at {time}: the legs are locked.',
  done: 'Silent at {time}: all was done.',
  session: 'Silent at {time}: a session was on.',
  delayed: 'Silent at {time}: you put it off.',
  oneLegDone: 'Silent at {time}: one leg was done.',
  quietHours: 'Silent at {time}: quiet hours.',
  silenced: 'Silent at {time}: a quiet mode was on.',
  early: NOT_ITS_HOUR,
  late: NOT_ITS_HOUR,
  anotherDay: NOT_ITS_HOUR,
  rangAlready: NOT_ITS_HOUR,
  refused: 'The watch took no notification at {time}.',
};

const DELAY_NAMES: Readonly<Record<Delay, TextId>> = {
  quarter: 'Remind in 15 min',
  hour: 'Remind in an hour',
  evening: 'Remind this evening',
};

const REASONS: Readonly<Record<ExcuseReason, TextId>> = {
  unwell: 'Not well',
  away: 'Away',
  noTime: 'No time',
  other: 'Another reason',
};

const TROUBLES: Readonly<Record<NonNullable<ListState['trouble']>, TextId>> = {
  unsaved: 'Could not save',
  // A restart takes away the alarms of apps that have not stored them (docs/platform.md, A10).
  alarmsRefused: 'The watch took no alarm. Restart it, then open Legato again: that may help.',
};

/** The width of what is told of a reminder, in design units. */
const TOLD = 360;

/** The height of the title and the space below a button, in design units. */
const WIDE = { title: 40, below: 8 } as const;
const CLOSE = { title: 32, below: 4 } as const;

/** What each reminder does next, why one did not ring today, and the choices for today. */
export function viewReminders(state: ListState, frame: Frame, text: Text): readonly Element<ListAction>[] {
  const { reminders, trouble, isForToday, isOffered } = state;
  const rows = rowsOfPage<ListAction>(frame);
  const size = readingSize(frame);
  const told = (key: string, words: string, color: number) =>
    rows.paragraph(key, words, { height: 33 * linesOf(words, SIZES[size], TOLD), width: TOLD, size, color });
  // Close together, so that all that can be done about today is in sight at once.
  const room = isForToday ? CLOSE : WIDE;
  const wide = (action: ListAction, words: string): Row<ListAction> =>
    rows.button(action, words, { width: 340, height: 72, below: room.below, size });
  const ofReminder = ({
    place,
    isNew,
    label,
    words,
    next,
    isRefused,
    told: became,
    at,
  }: Listed): readonly Row<ListAction>[] => [
    wide(
      `edit${place}`,
      label ?? text(isNew ? 'Add a reminder' : 'Reminder {number}: off', { number: place }),
    ),
    ...(label === undefined || words === '' ? [] : [told(`words${place}`, words, COLORS.text)]),
    ...(label !== undefined && next !== undefined
      ? [told(`next${place}`, next, isRefused ? COLORS.warm : COLORS.key)]
      : []),
    ...(label === undefined
      ? []
      : toldRow(became, at, state.day, text).map((line) => told(`told${place}`, line, COLORS.quiet))),
  ];
  const listed = reminders.flatMap(ofReminder);
  const ofToday = [
    ...(state.day === 'leftOut' ? [told('leftOut', text('Today is left out.'), COLORS.text)] : []),
    ...(state.promise === undefined ? [] : [told('promise', state.promise, COLORS.key)]),
    ...dayRows(state, text).map(([action, words]) => wide(action, words)),
  ];
  // The reasons fill the screen, so nothing else would say what they are for.
  const isWhyAsked = isForToday === true && state.day === 'asksWhy';
  return pageOfRows(frame, 220, [
    rows.line('title', text(isWhyAsked ? 'Not today' : 'Reminders'), {
      ...{ height: room.title, size: 'body' },
    }),
    ...(trouble ? [told('trouble', text(TROUBLES[trouble]), COLORS.warm)] : []),
    ...(isOffered ? offer(rows, text) : []),
    ...(isForToday ? [...ofToday, ...listed] : [...listed, ...ofToday]),
    inSight(rows.button('done', text('Done'), { width: 320, height: 72, size, look: 'key' })),
  ]);
}

/** Says what was, and asks; it neither praises nor scolds. */
function offer(rows: Rows<ListAction>, text: Text): readonly Row<ListAction>[] {
  const words = text('Lately all was done before the reminder. Turn it off?');
  return [
    rows.paragraph('offer', words, { height: 66, width: 340 }),
    rows.buttons(
      [
        ['turnOff', text('Turn off')],
        ['keep', text('Keep it')],
      ],
      { width: 340, below: 14 },
    ),
  ];
}

function toldRow(told: Today, time: string, day: ListState['day'], text: Text): readonly string[] {
  switch (told.kind) {
    case 'ahead':
      return [];
    case 'rang':
      return [text('It reminded you at {time}.', { time })];
    case 'silent':
      return [text(SILENT[told.because], { time })];
    case 'unknown':
      return [
        day === 'over' || day === 'leftOut'
          ? text('Not known if it reminded you today.')
          : text('Not known if it reminded you today; it may remind you again.'),
      ];
  }
}

function dayRows(
  { day, delays, reminders }: ListState,
  text: Text,
): readonly (readonly [ListAction, string])[] {
  if (reminders.every(({ label }) => label === undefined)) return [];
  switch (day) {
    case 'over':
      return [];
    case 'leftOut':
      return [['takeBack', text('Take back')]];
    case 'asksWhy':
      return EXCUSE_REASONS.map((reason) => [reason, text(REASONS[reason])]);
    case 'asPlanned': {
      const later = DELAYS.filter((each) => delays.includes(each));
      return [
        ...later.map((each) => [each, text(DELAY_NAMES[each])] as const),
        ['notToday', text('Not today')] as const,
      ];
    }
  }
}
