import { EVERY_DAY } from '../../core/calendar/day';
import type { Reminder } from '../../core/reminder/reminder';
import { timeOfDay, twoDigits } from '../../device/text/day';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { choiceRow, stepRow } from '../../device/ui/choice';
import { pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import { COLORS } from '../../device/ui/theme';
import type { Formats } from '../../device/watch/formats';

/** What moves the time of a reminder. */
export type TimeStep = 'hourEarlier' | 'hourLater' | 'minutesEarlier' | 'minutesLater';

/** Each touch on a choice moves on to the next value, from the last to the first. */
export type EditAction = 'isOn' | TimeStep | 'weekdays' | 'repeats' | 'every' | 'back';

/** By how many minutes a touch moves the time. */
export const STEPS = { hour: 60, minutes: 5 } as const;

/** The weekday choices on the watch; the phone offers each day separately. */
export const WEEKDAY_CHOICES: readonly {
  readonly days: readonly number[];
  readonly name: TextId;
}[] = [
  { days: EVERY_DAY, name: 'every day' },
  { days: [1, 2, 3, 4, 5], name: 'Monday to Friday' },
  { days: [6, 7], name: 'Saturday and Sunday' },
];

/** Minutes until it rings again. */
export const EVERY_CHOICES = [15, 30, 60, 120] as const;

export interface EditState {
  readonly place: number;
  readonly reminder: Reminder;
  readonly formats: Formats;
  /** Whether the disk did not take the last change. */
  readonly isUnsaved: boolean;
  /** Whether the watch did not take its alarm. */
  readonly isRefused: boolean;
  /** Why it has nothing ahead although it is on, in words; undefined if it has. */
  readonly silent?: string | undefined;
}

const NO_ALARM: TextId = 'It cannot remind you: the watch took no alarm.';

/** The settings of one reminder. */
export function viewEdit(
  { place, reminder, formats, isUnsaved, isRefused, silent }: EditState,
  frame: Frame,
  text: Text,
): readonly Element<EditAction>[] {
  const { isOn, words, minute, weekdays, repeats, every } = reminder;
  const rows = rowsOfPage<EditAction>(frame);
  const [hour, past] = [Math.floor(minute / 60), minute % 60];
  const days = WEEKDAY_CHOICES.find(({ days: known }) => known.join() === weekdays.join());
  const title = isUnsaved ? text('Could not save') : text('Reminder {number}', { number: place });
  const rings = isOn ? (silent ?? text('Silent once all is done.')) : text('It stays silent.');
  const onOff = text('Remind: {value}', { value: text(isOn ? 'on' : 'off') });
  const page = pageOfRows<EditAction>(frame, 220, [
    rows.line('title', title, { height: 40, size: 'body' }),
    ...(words === '' ? [] : [rows.paragraph('words', words, { height: 64, width: 340 })]),
    choiceRow(frame, 'isOn', onOff, isRefused ? text(NO_ALARM) : rings, isOn),
    stepRow(
      frame,
      ['hourEarlier', 'hourLater'],
      timeOfDay(text, { kind: 'today', hour, minute: past }, formats),
    ),
    // In large text there is no room for the longer one.
    stepRow(
      frame,
      ['minutesEarlier', 'minutesLater'],
      text(frame.isLarge === true ? '{minutes} min' : 'Minutes: {minutes}', { minutes: twoDigits(past) }),
    ),
    rows.gap(8),
    choiceRow(
      frame,
      'weekdays',
      text('Days: {value}', { value: text(days ? days.name : 'as on the phone') }),
      text('The days on which it reminds you.'),
    ),
    choiceRow(
      frame,
      'repeats',
      text('Again: {count}×', { count: repeats }),
      text('As long as nothing is done.'),
    ),
    choiceRow(
      frame,
      'every',
      text('After: {minutes} min', { minutes: every }),
      text('From one reminder to the next.'),
    ),
    rows.paragraph('onPhone', text('Words, single days, quiet hours and the evening: set on the phone.'), {
      ...{ height: 96, width: 340, color: COLORS.quiet },
    }),
    rows.button('back', text('Done'), { width: 320, height: 72, size: 'body', look: 'key' }),
  ]);
  // Beside "on", that it cannot ring must not be passed over.
  return isRefused ? page.map(standingOut) : page;
}

function standingOut(element: Element<EditAction>): Element<EditAction> {
  return element.kind === 'text' && element.key === 'isOnHint' ? { ...element, color: COLORS.warm } : element;
}
