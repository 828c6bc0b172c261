import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import { REMINDER_PLACES } from '../../core/alarm/reminder-alarm';
import { ringTold } from '../../core/reminder/ring-param';
import type { Reminder } from '../../core/reminder/reminder';
import { MINUTES_A_DAY, REPEATS_LIMIT } from '../../core/reminder/reminder';
import { noteRang } from '../../device/reminder/rang';
import { learnChoices } from '../../device/store/preferences-store';
import { makeText } from '../../device/text/text';
import { makePage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { EditAction } from './edit-view';
import { EVERY_CHOICES, STEPS, viewEdit, WEEKDAY_CHOICES } from './edit-view';
import { remindersScreen } from './state';
import type { ListAction } from './view';
import { viewReminders } from './view';

/**
 * Sets reminders, shows what rings next and why one did not ring today, and lets today be put off or left out. A person
 * who comes from a notification, as `param` may tell, wants the last of these, so it is shown first.
 */
export function openRemindersPage(watch: Watch, param?: unknown): Undo {
  const { launch, router, scroll } = watch;
  const isForToday = launch.memory().landed !== true || launch.memory().putsOff === true;
  launch.memory().putsOff = false;
  noteRang(watch, ringTold(param));
  learnChoices(watch);
  const screen = remindersScreen(watch, makeText(watch.texts));
  let editing: ReminderPlace | undefined;

  const actOnList = (action: ListAction): void => {
    switch (action) {
      case 'done':
        router.goBack();
        return;
      case 'quarter':
      case 'hour':
      case 'evening':
        screen.putOff(action);
        break;
      case 'notToday':
        screen.askWhy();
        break;
      case 'takeBack':
        screen.takeBack();
        break;
      case 'turnOff':
      case 'keep':
        screen.answerOffer(action === 'turnOff');
        break;
      case 'unwell':
      case 'away':
      case 'noTime':
      case 'other':
        screen.leaveOut(action);
        break;
      case 'edit1':
      case 'edit2':
      case 'edit3':
        editing = REMINDER_PLACES.find((place) => action === `edit${place}`);
        if (editing !== undefined) screen.add(editing);
        break;
    }
    // What became of a choice for today is said above the choices.
    if (isForToday || editing !== undefined) scroll.toTop();
    page.show();
  };
  const actOnReminder = (place: ReminderPlace, action: EditAction): void => {
    if (action === 'back') {
      editing = undefined;
      scroll.toTop();
    } else screen.put(place, changed(screen.at(place), action));
    page.show();
  };
  const page = makePage<ListAction | EditAction>(
    watch,
    (frame, words) => {
      if (editing === undefined) return viewReminders({ ...screen.list(), isForToday }, frame, words);
      const edited = { place: editing, reminder: screen.at(editing), ...screen.trouble(editing) };
      return viewEdit({ ...edited, formats: watch.formats() }, frame, words);
    },
    (action) => {
      if (isListAction(action)) actOnList(action);
      else if (editing !== undefined) actOnReminder(editing, action);
    },
  );
  page.show();
  return page.close;
}

const EDITS: readonly string[] = [
  ...(['isOn', 'hourEarlier', 'hourLater', 'minutesEarlier', 'minutesLater'] satisfies EditAction[]),
  ...(['weekdays', 'repeats', 'every', 'back'] satisfies EditAction[]),
];

function isListAction(action: ListAction | EditAction): action is ListAction {
  return !EDITS.includes(action);
}

/** A reminder after a touch. */
function changed(reminder: Reminder, action: Exclude<EditAction, 'back'>): Reminder {
  const { isOn, minute, weekdays, repeats, every } = reminder;
  const at = (moved: number): Reminder => ({ ...reminder, minute: (moved + MINUTES_A_DAY) % MINUTES_A_DAY });
  switch (action) {
    case 'isOn':
      return { ...reminder, isOn: !isOn };
    case 'hourEarlier':
      return at(minute - STEPS.hour);
    case 'hourLater':
      return at(minute + STEPS.hour);
    case 'minutesEarlier':
      return at((Math.ceil(minute / STEPS.minutes) - 1) * STEPS.minutes);
    case 'minutesLater':
      return at((Math.floor(minute / STEPS.minutes) + 1) * STEPS.minutes);
    case 'weekdays': {
      const at = WEEKDAY_CHOICES.findIndex(({ days }) => days.join() === weekdays.join());
      const next = WEEKDAY_CHOICES[(at + 1) % WEEKDAY_CHOICES.length];
      return { ...reminder, weekdays: next ? next.days : weekdays };
    }
    case 'repeats':
      return { ...reminder, repeats: (repeats + 1) % (REPEATS_LIMIT + 1) };
    case 'every': {
      const next = EVERY_CHOICES.find((choice) => choice > every) ?? EVERY_CHOICES[0];
      return { ...reminder, every: next };
    }
  }
}
