import { parseAlarmParam } from '../../../core/alarm/param';
import { reminderParam, reminderParamFrom } from '../../../core/reminder/alarm-param';
import { RING_KINDS } from '../../../core/reminder/decide';
import { REMINDER_PLACES } from '../../../core/reminder/reminder';

test('the parameter of a reminder alarm reads back as it was written, and is not taken for a session alarm', () => {
  REMINDER_PLACES.forEach((place) =>
    RING_KINDS.forEach((why) => {
      const rung = why === 'first' ? { why } : { why, day: 20_514, left: 3 };
      const text = reminderParam(place, rung);
      expect(reminderParamFrom(text)).toEqual({ place, rung });
      expect(parseAlarmParam(text)).toBeUndefined();
    }),
  );
});

test.each([undefined, 7, '', 'guard', '4 first 0 0', '1 never 0 0', '1 again x 0', '1 again 1 10'])(
  '%p belongs to no reminder',
  (text) => {
    expect(reminderParamFrom(text)).toBeUndefined();
  },
);
