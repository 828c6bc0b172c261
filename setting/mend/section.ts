import { dayText } from '../../core/calendar/day';
import type { SessionRecord } from '../../core/record/record';
import { sessionsBeside } from '../../phone/history/mend';
import { sessionsOn, todayOf } from '../../phone/history/overview';
import { daysOf } from '../../phone/history/schedule';
import type { UndoNote } from '../../phone/history/undo';
import type { PhoneState } from '../../phone/phone-state';
import { WEEK_STARTS } from '../../phone/statistics/calendar';
import type { Actions } from '../actions';
import { excuseWords, pair, weekdayNames } from '../history/day-words';
import type { Node } from '../node';
import { button, choice, line, row } from '../node';
import { partNames } from '../out/parts';
import { foldingCard } from '../sections/fold';
import { excusesTold } from '../sections/told';
import type { Voice } from '../words';
import { say } from '../words';
import { FIELDS, typedRange, typedSession } from './actions';
import { isAskedBeside, problems, sureBeside, sureToDelete, typedField } from './fields';

/** The last change, with a button that undoes it; empty if there is nothing to undo. */
export function undoSection({ undo }: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  if (!undo) return [];
  const words = line('text', changeWords(undo, voice));
  const locks =
    undo.parts?.includes('said') === true
      ? [line('quiet', say(voice, 'Locks that hold stay when this is undone.'))]
      : [];
  const undone = button(say(voice, 'Undo'), 'plain', actions.mend.undo);
  return [{ kind: 'card', children: [row(words, undone), ...locks] }];
}

function changeWords({ change, count, parts = [] }: UndoNote, voice: Voice): string {
  switch (change) {
    case 'deleted':
      return say(voice, 'Sessions deleted: {count}', { count });
    case 'added':
      return say(voice, 'Sessions entered: {count}', { count });
    case 'imported':
      return [
        ...(count > 0 || parts.length === 0 ? [say(voice, 'Sessions brought in: {count}', { count })] : []),
        ...(parts.length > 0
          ? [pair(say(voice, count > 0 ? 'Besides' : 'Brought in'), partNames(parts, voice), voice)]
          : []),
      ].join(' · ');
    case 'moved':
      return say(voice, 'A session got another date.');
    case 'excused':
      return say(voice, 'Days changed: {count}', { count });
  }
}

/** Corrects the past: enters a session, deletes days, gives the reason why a day was left out. */
export function mendSection(state: PhoneState, actions: Actions, voice: Voice): Node {
  return foldingCard('mend', say(voice, 'Add or correct'), state, actions, () => [
    ...adding(state, actions, voice),
    ...excusing(state, actions, voice),
    ...deleting(state, actions, voice),
  ]);
}

function adding(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const today = dayText(todayOf(state));
  return [
    line('strong', say(voice, 'Add a session by hand')),
    typedField(FIELDS.addDate, say(voice, 'Day of the session, as {day}', { day: today }), state, actions),
    typedField(FIELDS.addLeft, say(voice, 'Minutes, left leg'), state, actions),
    typedField(FIELDS.addRight, say(voice, 'Minutes, right leg'), state, actions),
    typedField(FIELDS.addNote, say(voice, 'A note, if you like'), state, actions),
    ...problems('add.', state, voice),
    ...(isAskedBeside('add', state)
      ? sureBeside(
          besideTyped(state),
          actions,
          voice,
          [say(voice, 'Do not add it'), say(voice, 'Add it as well')],
          () => actions.mend.addByHand(true),
        )
      : [button(say(voice, 'Add this session'), 'plain', () => actions.mend.addByHand())]),
  ];
}

function besideTyped(state: PhoneState): readonly SessionRecord[] {
  const wanted = typedSession((name) => state.view[name] ?? '');
  return wanted.ok ? sessionsBeside(wanted.value, state) : [];
}

function excusing(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const today = dayText(todayOf(state));
  const known = [...excusesTold('history', state)]
    .sort(([one], [other]) => other - one)
    .slice(0, SHOWN_EXCUSES)
    .map(([day, excuse]) =>
      button(`${dayText(day)} · ${excuseWords(excuse, voice)}`, 'row', () =>
        actions.set({ [FIELDS.excuseDate]: dayText(day), [FIELDS.excuseReason]: excuse.reason }),
      ),
    );
  return [
    line('strong', say(voice, 'A day that was left out')),
    line('quiet', say(voice, 'It counts neither as done nor as planned.')),
    typedField(
      FIELDS.excuseDate,
      say(voice, 'Day that was left out, as {day}', { day: today }),
      state,
      actions,
    ),
    typedField(FIELDS.excuseReason, say(voice, 'Reason, if you like'), state, actions),
    ...problems('excuse.', state, voice),
    row(
      button(say(voice, 'Excuse the day'), 'plain', () => actions.mend.excuse('excused')),
      button(say(voice, 'Withhold: a warning sign'), 'plain', () => actions.mend.excuse('withheld')),
    ),
    button(say(voice, 'Count the day again'), 'plain', () => actions.mend.excuse(undefined)),
    ...known,
  ];
}

/** How many recent excuses are shown; touching one fills the fields. */
const SHOWN_EXCUSES = 8;

function deleting(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const range = typedRange((name) => state.view[name] ?? '');
  const isAsked = state.view['sure'] === 'range' && range.ok;
  const asked = isAsked ? sessionsOn(state, range.value) : [];
  // What cannot be deleted needs no question, and the action says why.
  const ask = button(say(voice, 'Delete these days'), 'plain', () =>
    range.ok && sessionsOn(state, range.value).length > 0
      ? actions.set({ sure: 'range', problem: '' })
      : actions.mend.removeDays(),
  );
  return [
    line('strong', say(voice, 'Delete a day, or many')),
    typedField(FIELDS.from, say(voice, 'First day to delete'), state, actions),
    typedField(FIELDS.to, say(voice, 'Last day to delete; empty for one day'), state, actions),
    ...problems('range.', state, voice),
    ...(asked.length > 0 ? sureToDelete(asked, actions, voice, actions.mend.removeDays) : [ask]),
  ];
}

/** Which days are planned, when a day ends and a week starts, and how charts are drawn. */
export function daysSection(state: PhoneState, actions: Actions, voice: Voice): Node {
  const { settings, schedule } = state;
  const names = weekdayNames(voice);
  const planned = daysOf(schedule);
  const { putSettings, turnDay } = actions.mend;
  return foldingCard('days', say(voice, 'Days and weeks'), state, actions, () => [
    line('strong', say(voice, 'Days that are planned, from today on')),
    ...names.map((name, at) => choice(name, planned.includes(at + 1), () => turnDay(at + 1))),
    line('strong', say(voice, 'A day ends at')),
    ...[0, 2, 4, 6].map((hour) =>
      choice(`${String(hour).padStart(2, '0')}:00`, settings.dayEnd === hour, () =>
        putSettings({ dayEnd: hour }),
      ),
    ),
    line('strong', say(voice, 'A week starts on')),
    ...WEEK_STARTS.map((weekStart) =>
      choice(names[weekStart - 1] ?? '', settings.weekStart === weekStart, () => putSettings({ weekStart })),
    ),
    line('strong', say(voice, 'Charts')),
    choice(say(voice, 'As a picture'), settings.charts === 'picture', () =>
      putSettings({ charts: 'picture' }),
    ),
    choice(say(voice, 'From boxes, where no picture is seen'), settings.charts === 'boxes', () =>
      putSettings({ charts: 'boxes' }),
    ),
  ]);
}
