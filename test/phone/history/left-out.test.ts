import type { DayNotes } from '../../../core/reminder/day-notes';
import { NO_REMINDERS, setLeftOut } from '../../../core/reminder/reminders-file';
import { putExcuses, readExcuses } from '../../../phone/history/excuses';
import { takeOverLeftOut } from '../../../phone/history/left-out';
import { mergePreferences, readPreferences } from '../../../phone/preferences';
import { MemoryStorage } from '../memory-storage';

const name = (reason: string): string => reason.toUpperCase();

/** A phone whose page is opened each time a watch has reported left-out days. */
function phone() {
  const storage = new MemoryStorage();
  let stored = NO_REMINDERS;
  return {
    storage,
    told: (excused: DayNotes['excused']): readonly string[] => {
      stored = setLeftOut(stored, { excused });
      mergePreferences(storage, stored.shared);
      takeOverLeftOut(storage, name);
      return [...readExcuses(storage)].map(([day, { kind, reason }]) => `${day} ${kind} ${reason}`);
    },
  };
}

test('a day that a watch has left out is excused, with its reason, until the watch undoes it', () => {
  const { told } = phone();
  expect(told([[20_588, 'unwell']])).toEqual(['20588 excused UNWELL']);
  expect(
    told([
      [20_588, 'unwell'],
      [20_590, 'away'],
    ]),
  ).toEqual(['20588 excused UNWELL', '20590 excused AWAY']);
  expect(told([[20_588, 'unwell']])).toEqual(['20588 excused UNWELL']);
  expect(told([])).toEqual([]);
});

test('days for which a watch no longer has room stay excused', () => {
  const { told } = phone();
  told([[20_500, 'noTime']]);
  expect(told([[20_588, 'other']])).toEqual(['20500 excused NOTIME', '20588 excused OTHER']);
});

test('what the person has entered for a day on the page counts, even that it is not excused', () => {
  const { storage, told } = phone();
  putExcuses(storage, new Map([[20_588, { kind: 'withheld', reason: 'mine' }]]));
  expect(told([[20_588, 'unwell']])).toEqual(['20588 withheld mine']);
  expect(told([])).toEqual(['20588 withheld mine']);
  told([[20_590, 'away']]);
  putExcuses(storage, new Map([[20_590, undefined]]));
  takeOverLeftOut(storage, name);
  expect([...readExcuses(storage).keys()]).toEqual([20_588]);
});

test('nothing is written without a report of a watch, and a write that fails is tried again', () => {
  const storage = new MemoryStorage();
  takeOverLeftOut(storage, name);
  expect(storage.keys()).toEqual([]);
  mergePreferences(storage, setLeftOut(NO_REMINDERS, { excused: [[20_588, 'away']] }).shared);
  const set = jest.spyOn(storage, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  takeOverLeftOut(storage, name);
  set.mockRestore();
  expect(readExcuses(storage).size).toBe(0);
  takeOverLeftOut(storage, name);
  expect(readExcuses(storage).size).toBe(1);
  expect(Object.keys(readPreferences(storage))).toEqual(['leftOutDays']);
});

test('a damaged note counts as no report', () => {
  const { storage, told } = phone();
  storage.setItem('history.leftOut', '{"version":1,"days":7}');
  expect(told([[20_588, 'unwell']])).toEqual(['20588 excused UNWELL']);
});
