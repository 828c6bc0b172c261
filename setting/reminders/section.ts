import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import { REMINDER_PLACES } from '../../core/alarm/reminder-alarm';
import { firstHeard } from '../../core/reminder/coming';
import type { MinuteOfDay, Reminder } from '../../core/reminder/reminder';
import { EVERY_LIMITS, NEW_REMINDER, REPEATS_LIMIT, WORDS_LIMIT } from '../../core/reminder/reminder';
import { remindersOf } from '../../core/reminder/reminders-file';
import type { PhoneState } from '../../phone/phone-state';
import { remindersIn } from '../../phone/reminders/chosen';
import type { Actions } from '../actions';
import { weekdayNames } from '../history/day-words';
import type { Node } from '../node';
import { button, choice, line, row } from '../node';
import { foldingCard } from '../sections/fold';
import type { Voice } from '../words';
import { say } from '../words';
import { TIME_PROBLEM } from './actions';

/** When the watch reminds: up to three moments in the person's own words, and the quiet hours. */
export function remindersSection(state: PhoneState, actions: Actions, voice: Voice): Node {
  const reminders = remindersOf(remindersIn(state.preferences));
  const on = REMINDER_PLACES.flatMap((place) => {
    const reminder = reminders.at[place];
    return reminder?.isOn === true ? [line('text', nameOf(reminder))] : [];
  });
  const content = (): readonly Node[] => [
    line('quiet', say(voice, 'The watch reminds you only when something is left to do that day.')),
    ...(state.view['problem'] === TIME_PROBLEM
      ? [line('warning', say(voice, 'That is no time of day. Type it as 8:30.'))]
      : []),
    ...REMINDER_PLACES.flatMap((place) =>
      aReminder(place, reminders.at[place], actions, voice, (reminder) =>
        inQuiet(firstHeard(reminders, reminder, state.settings.dayEnd), reminder, voice),
      ),
    ),
    line('strong', say(voice, 'Quiet hours')),
    input(
      say(voice, 'From'),
      timeText(reminders.quiet.from),
      actions.reminders.quiet.bind(undefined, 'from'),
    ),
    input(
      say(voice, 'Until'),
      timeText(reminders.quiet.until),
      actions.reminders.quiet.bind(undefined, 'until'),
    ),
    line('quiet', say(voice, 'The same time twice: no quiet hours.')),
    input(say(voice, 'The evening begins at'), timeText(reminders.evening), actions.reminders.evening),
    line('quiet', say(voice, 'Goes to the watch when Legato is opened there.')),
  ];
  return foldingCard('reminders', say(voice, 'Reminders'), state, actions, content, on);
}

function aReminder(
  place: ReminderPlace,
  reminder: Reminder | undefined,
  { reminders: act }: Actions,
  voice: Voice,
  quietWords: (reminder: Reminder) => readonly Node[],
): readonly Node[] {
  const heading = line('strong', say(voice, 'Reminder {number}', { number: place }));
  if (reminder === undefined) {
    return [heading, button(say(voice, 'Add a reminder'), 'plain', () => act.set(place, NEW_REMINDER))];
  }
  const change = (changed: Partial<Reminder>) => () => act.set(place, { ...reminder, ...changed });
  if (!reminder.isOn) {
    return [
      heading,
      line('quiet', nameOf(reminder)),
      row(
        button(say(voice, 'Take away'), 'plain', () => act.set(place, undefined)),
        button(say(voice, 'Turn on'), 'plain', change({ isOn: true })),
      ),
    ];
  }
  const { words, minute, weekdays, repeats, every } = reminder;
  return [
    heading,
    input(say(voice, 'The moment, in your words'), words, (text) =>
      act.words(place, reminder, text.slice(0, 4 * WORDS_LIMIT)),
    ),
    input(say(voice, 'Time of day'), timeText(minute), (text) => act.time(place, reminder, text)),
    ...quietWords(reminder),
    ...weekdayNames(voice).map((name, at) => {
      const weekday = at + 1;
      const isChosen = weekdays.includes(weekday);
      const others = weekdays.filter((each) => each !== weekday);
      const next = isChosen ? others : [...weekdays, weekday].sort((one, other) => one - other);
      // At least one day must remain.
      return choice(name, isChosen, change(next.length > 0 ? { weekdays: next } : {}));
    }),
    line('text', say(voice, 'Reminds again while nothing is done: {count} ×', { count: repeats })),
    ...lessAndMore(repeats, { min: 0, max: REPEATS_LIMIT, step: 1 }, (value) => change({ repeats: value })),
    line('text', say(voice, 'Each after: {count} min', { count: every })),
    ...lessAndMore(every, { ...EVERY_LIMITS, step: 15 }, (value) => change({ every: value })),
    button(say(voice, 'Turn off'), 'plain', change({ isOn: false })),
  ];
}

/** What the quiet hours make of a reminder; empty if its hour is none of them. */
function inQuiet(heard: MinuteOfDay | undefined, { minute }: Reminder, voice: Voice): readonly Node[] {
  if (heard === minute) return [];
  const words =
    heard === undefined
      ? say(
          voice,
          'It stays silent: its hour is a quiet hour. Choose another, or change the quiet hours below.',
        )
      : say(voice, 'Its hour is a quiet hour: it first reminds you at {time}, if nothing is done by then.', {
          time: timeText(heard),
        });
  return [line('warning', words)];
}

interface Steps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A button is shown only if it would change something. */
function lessAndMore(
  value: number,
  { min, max, step }: Steps,
  make: (value: number) => () => void,
): readonly Node[] {
  const to = (next: number, label: string): readonly Node[] =>
    next >= min && next <= max ? [button(label, 'key', make(next))] : [];
  return [row(...to(value - step, '−'), ...to(value + step, '+'))];
}

function nameOf({ minute, words }: Reminder): string {
  return words === '' ? timeText(minute) : `${timeText(minute)} · ${words}`;
}

function timeText(minute: number): string {
  const minutes = String(minute % 60).padStart(2, '0');
  return `${Math.floor(minute / 60)}:${minutes}`;
}

function input(label: string, value: string, onChange: (text: string) => void): Node {
  return { kind: 'input', label, value, onChange };
}
