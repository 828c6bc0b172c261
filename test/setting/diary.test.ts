import { dayFrom } from '../../core/calendar/day';
import { beginWeek, DIARY_PROBLEMS, keepEvening, putGirth } from '../../phone/diary/change';
import { readWeeks, weekAt } from '../../phone/diary/weeks';
import { putHistorySettings } from '../../phone/history/history-settings';
import { putRecords } from '../../phone/ledger';
import { putPlan } from '../../phone/plan-store';
import { DIARY_KEY } from '../../phone/storage-keys';
import { NO_DIARY } from '../../core/reminder/diary';
import { NEW_REMINDER } from '../../core/reminder/reminder';
import { diaryDaysIn, setReminder } from '../../core/reminder/reminders-file';
import { readPreferences } from '../../phone/preferences';
import { changeReminders, remindersIn } from '../../phone/reminders/chosen';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { diaryProblem } from '../../setting/diary/words';
import { ENGLISH, OpenedPage } from './opened';
import { readTranslations } from './translations';
import { TWO_ZONES_A_LEG } from '../core/plans';

const HOUR = 3_600_000;
/** 2026-03-06 is a Friday; the records of `dailyRecord` begin the day before. */
const FIRST = dayFrom('2026-03-06') ?? NaN;
const voice = { ...ENGLISH, offsetAt: () => 60 };

/** A page whose clock can be set: by hours after midnight of the first day. */
class Evenings {
  hour = 20;
  readonly page: OpenedPage;
  readonly storage = new MemoryStorage();

  constructor(sessions = 1) {
    putRecords(
      this.storage,
      Array.from({ length: sessions }, (_, at) => dailyRecord(at)),
    );
    this.page = new OpenedPage(this.storage, () => (FIRST * 24 + this.hour - 1) * HOUR, voice);
  }

  /** Begins a week, with the section closed again, as one finds the page later. */
  static begun(): Evenings {
    const opened = new Evenings();
    beginWeek(opened.storage, FIRST);
    return opened;
  }

  /** Presses the buttons in order, and returns the number of taps. */
  touch(...labels: readonly string[]): number {
    labels.forEach((label) => this.page.press(label));
    return labels.length;
  }

  says(text: string): boolean {
    return this.page.texts().some((each) => each.includes(text));
  }
}

describe('a diary week', () => {
  test.each([
    ['en-US', (day: number, left: number) => [`Diary week, day ${day} of 7`, `Evenings still open: ${left}`]],
    ['zh-CN', (day: number, left: number) => [`日记周，第 ${day} 天，共 7 天`, `还可回答的晚上：${left}`]],
  ] as const)(
    'says on each day, in %s, which day of the week it is and how much is left',
    (language, words) => {
      const translations = readTranslations(language);
      const translate = (text: string): string => translations.get(text) ?? text;
      const opened = Evenings.begun();
      const seen = Array.from({ length: 7 }, (_, at) => {
        const page = new OpenedPage(opened.storage, () => ((FIRST + at) * 24 + 19) * HOUR, {
          ...voice,
          translate,
        });
        const before = words(at + 1, 7 - at).every((each) => page.texts().includes(each));
        keepEvening(opened.storage, { day: FIRST + at, how: 'alike', ratings: [1, 1, 1, 1, 1] }, FIRST + at);
        page.view({});
        return [before, words(at + 1, 6 - at).every((each) => page.texts().includes(each))];
      });
      expect(seen).toEqual(Array.from({ length: 7 }, () => [true, true]));
    },
  );

  test('is offered after the first session, and begun by a tap', () => {
    const opened = new Evenings();
    expect(opened.says('A diary week is offered.')).toBe(true);
    opened.touch('▸ Diary');
    expect(opened.says('A first week now gives you something to look back to.')).toBe(true);
    opened.touch('Begin a week');
    expect(readWeeks(opened.storage).begun).toEqual([FIRST]);
    expect(opened.says('Diary week, day 1 of 7')).toBe(true);
  });

  test('is not offered before there is a session, but can be begun', () => {
    const opened = new Evenings(0);
    opened.touch('▸ Diary');
    expect(opened.says('offered')).toBe(false);
    expect(opened.says('Begin a week')).toBe(true);
  });

  test('that is declined is offered again after a change of the plan, and after six weeks', () => {
    const opened = new Evenings();
    opened.touch('▸ Diary', 'Not now');
    expect(opened.says('A diary week is offered.')).toBe(false);
    opened.hour += 24;
    const plan = { ...TWO_ZONES_A_LEG, legs: TWO_ZONES_A_LEG.legs.slice(0, 1) };
    putPlan(opened.storage, JSON.stringify(plan), (FIRST * 24 + opened.hour) * HOUR);
    expect(opened.says('Your plan has changed: a week now shows how it goes.')).toBe(true);
    opened.touch('Not now');
    opened.hour += 42 * 24;
    expect(opened.says('A diary week is offered.')).toBe(true);
    // There was no week yet, so no earlier one is mentioned.
    expect(opened.says('The last week was some time ago')).toBe(false);
    expect(opened.says('A first week now gives you something to look back to.')).toBe(true);
  });

  test('that was long ago is mentioned when another is offered', () => {
    const opened = Evenings.begun();
    opened.hour += 42 * 24;
    opened.touch('▸ Diary');
    expect(opened.says('The last week was some time ago')).toBe(true);
  });

  test('does not ask before the evening', () => {
    const opened = Evenings.begun();
    opened.hour = 16;
    opened.touch('▸ Diary');
    expect(opened.says('The diary asks in the evening, from 17:00.')).toBe(true);
    expect(opened.says('Both legs alike')).toBe(false);
  });
});

describe('the watch', () => {
  const daysOf = ({ storage }: Evenings) => diaryDaysIn(remindersIn(readPreferences(storage)));
  function withReminder(): Evenings {
    const opened = new Evenings();
    changeReminders(opened.storage, (stored) => setReminder(stored, 1, NEW_REMINDER));
    return opened;
  }
  const LABEL = 'Evening reminders on the watch say that the diary asks';

  test('is told on which evenings the diary asks, and not to ask for one that is settled', () => {
    const opened = withReminder();
    opened.touch('▸ Diary', 'Begin a week');
    expect(daysOf(opened)).toEqual([FIRST, FIRST + 6]);
    opened.touch('Skip this evening');
    expect(daysOf(opened)).toEqual([FIRST + 1, FIRST + 6]);
  });

  test('can be told not to, and to do so after all', () => {
    const opened = withReminder();
    opened.touch('▸ Diary', 'Begin a week', `● ${LABEL}`);
    expect(daysOf(opened)).toEqual(NO_DIARY);
    opened.hour += 24;
    opened.touch('Skip this evening');
    expect(daysOf(opened)).toEqual(NO_DIARY);
    opened.touch(`○ ${LABEL}`);
    expect(daysOf(opened)).toEqual([FIRST + 1, FIRST + 6]);
    expect(opened.says(`● ${LABEL}`)).toBe(true);
  });

  test('without a reminder says nothing, and is not spoken of', () => {
    const opened = new Evenings();
    opened.touch('▸ Diary', 'Begin a week');
    expect(opened.says(LABEL)).toBe(false);
  });
});

describe('an evening', () => {
  test('for both legs alike takes at most 12 taps, and says that it was answered so', () => {
    const opened = Evenings.begun();
    const touches = opened.touch(
      '▸ Diary',
      'Both legs alike',
      '4',
      '3',
      '0',
      '10',
      '1',
      'Keep these answers',
    );
    expect(touches).toBeLessThanOrEqual(12);
    expect(opened.says('This evening is answered.')).toBe(true);
    opened.touch('▸ Fri 2026-03-06');
    expect(opened.page.texts()).toEqual(
      expect.arrayContaining([
        'Left leg: Heavy 4, Aching 3, Swollen 0, Throbbing 10, Itching 1',
        'Right leg: Heavy 4, Aching 3, Swollen 0, Throbbing 10, Itching 1',
        'Answered for both legs alike',
      ]),
    );
  });

  test('as yesterday takes three taps, and says so', () => {
    const opened = Evenings.begun();
    keepEvening(opened.storage, { day: FIRST, how: 'alike', ratings: [1, 2, 3, 4, 5] }, FIRST);
    opened.hour += 24;
    expect(opened.touch('▸ Diary', 'As yesterday', 'Keep these answers')).toBe(3);
    opened.touch('▸ Sat 2026-03-07');
    expect(opened.says('Taken over from the evening before')).toBe(true);
  });

  test('starts empty, asks one thing at a time, and a mistake can be undone', () => {
    const opened = Evenings.begun();
    opened.touch('▸ Diary', 'Each leg by itself');
    expect(opened.says('Left leg, the last 24 hours: Heavy?')).toBe(true);
    opened.touch('Answer in another way', 'Each leg by itself', '7', 'One question back');
    expect(opened.says('Question 1 of 10')).toBe(true);
    opened.touch(...'12345'.split(''));
    expect(opened.says('Right leg, the last 24 hours: Heavy?')).toBe(true);
    opened.touch(...'54321'.split(''), 'Change');
    expect(opened.says('Each leg by itself')).toBe(true);
  });

  test('that is skipped is not asked about again', () => {
    const opened = Evenings.begun();
    opened.touch('▸ Diary', 'Each leg by itself', 'Skip this evening');
    expect(opened.says('This evening was skipped, and is not asked for again.')).toBe(true);
    expect(opened.says('Both legs alike')).toBe(false);
  });

  test('that is over stores nothing, and says so', () => {
    const opened = Evenings.begun();
    opened.touch('▸ Diary', 'Both legs alike', '1', '1', '1', '1', '1');
    opened.hour = 24 + 5;
    expect(opened.says('2026-03-06')).toBe(true);
    opened.touch('Keep these answers');
    expect(opened.says('That evening is over: its answers were not kept.')).toBe(true);
    opened.page.view({ 'diary.draft': '' });
    opened.page.actions.diary.keep();
    expect(opened.says('That evening is over')).toBe(false);
  });

  test('that is begun in the small hours belongs to the day before', () => {
    const opened = Evenings.begun();
    opened.hour = 25;
    opened.touch('▸ Diary', 'Skip this evening', '▸ Fri 2026-03-06');
    expect(opened.says('Diary: skipped')).toBe(true);
  });

  test('of a day whose content was deleted accepts nothing more', () => {
    const opened = Evenings.begun();
    opened.touch('▸ Diary', 'Both legs alike', '1', '1', '1', '1', '1', 'Keep these answers');
    opened.touch('▸ Fri', 'Delete what this day holds', 'Keep it', 'Delete what this day holds', 'Delete it');
    expect(opened.says('What this day held was deleted, and it stays empty.')).toBe(true);
    expect(opened.says('Diary: deleted')).toBe(true);
    opened.page.view({ 'diary.draft': '2026-03-06 alike 1 1 1 1 1' });
    opened.page.actions.diary.keep();
    opened.page.actions.diary.skip();
    expect(opened.says('What this day held was deleted, and it stays empty.')).toBe(true);
    opened.touch('▾ Fri');
    expect(opened.says('Diary: deleted')).toBe(false);
  });
});

describe('the girth of calves', () => {
  test('is entered with instructions how to measure it, and a warning beside it', () => {
    const opened = Evenings.begun();
    opened.touch('▸ Diary');
    expect(opened.says('Measure 10 cm below the bump of the shinbone')).toBe(true);
    expect(opened.says('One leg newly thicker than the other: do not massage, get help today.')).toBe(true);
    opened.page.type('Left calf, cm', '36,5');
    opened.page.type('Right calf, cm', '37');
    opened.touch('Note the girth');
    expect(opened.says('Left leg: 2026-03-06 36.5 cm')).toBe(true);
    opened.touch('▸ Fri');
    expect(opened.says('Calf girth: Left leg 36.5 cm, Right leg 37.0 cm')).toBe(true);
  });

  test.each(['0', '900', 'thick'])('of “%s” is refused with an explanation', (text) => {
    const opened = Evenings.begun();
    opened.touch('▸ Diary');
    opened.page.type('Left calf, cm', text);
    opened.touch('Note the girth');
    expect(opened.says('Write the girth in centimetres, from 15 to 90, as 36.5.')).toBe(true);
    expect(opened.says('The band is the error of a tape')).toBe(false);
  });
});

describe('the first week and the last', () => {
  function compared(charts: 'picture' | 'boxes'): Evenings {
    const opened = new Evenings(30);
    const { storage } = opened;
    putHistorySettings(storage, { dayEnd: 4, weekStart: 1, charts });
    [0, 60].forEach((since) => {
      beginWeek(storage, FIRST + since);
      for (let at = 0; at < 7; at += 1) {
        const [day, ratings] = [FIRST + since + at, since === 0 ? [6, 3, 0, 1, 1] : [3, 3, 0, 1, 1]];
        keepEvening(storage, { day, how: 'alike', ratings }, day);
        putGirth(storage, day, { left: '36', right: '36.2' });
      }
    });
    opened.hour += 66 * 24;
    opened.page.view({ open: 'diary' });
    return opened;
  }

  test.each(['picture', 'boxes'] as const)(
    'are drawn side by side for each leg as %s, within the budget',
    (charts) => {
      const opened = compared(charts);
      expect(opened.page.nodes().length).toBeLessThanOrEqual(charts === 'picture' ? 150 : 400);
      expect(opened.says('The first week, from 2026-03-06, and the last, from 2026-05-05')).toBe(true);
      expect(opened.page.texts()).toEqual(
        expect.arrayContaining([
          'Middle evenings: Heavy 6 → 3, Aching 3 → 3, Swollen 0 → 0, Throbbing 1 → 1, Itching 1 → 1',
        ]),
      );
      const pictures = opened.page.nodes().filter((node) => node.kind === 'picture');
      expect(pictures).toHaveLength(charts === 'picture' ? 4 : 0);
    },
  );

  test.each(['picture', 'boxes'] as const)(
    'leave room for evenings without an answer if there is only one week, as %s',
    (charts) => {
      const opened = Evenings.begun();
      putHistorySettings(opened.storage, { dayEnd: 4, weekStart: 1, charts });
      keepEvening(opened.storage, { day: FIRST, how: 'alike', ratings: [1, 0, 0, 0, 0] }, FIRST);
      putGirth(opened.storage, FIRST, { left: '', right: '36' });
      opened.touch('▸ Diary');
      expect(opened.says('The week from 2026-03-06')).toBe(true);
      expect(opened.says('Each bar is an evening, 0 to 10.')).toBe(true);
      expect(opened.says('Middle evenings: Heavy 1, Aching 0')).toBe(true);
      expect(opened.says('Right leg: 2026-03-06 36.0 cm')).toBe(true);
    },
  );

  test('draw a change of less than two points faint, and one of more not', () => {
    const [left] = compared('picture')
      .page.nodes()
      .filter((node) => node.kind === 'picture');
    const svg = left?.kind === 'picture' ? left.svg : '';
    expect(svg.match(/fill="#0b57d0"/g)).toHaveLength(14);
    expect(svg.match(/fill="#d4dde8"/g)).toHaveLength(3 * 14);
    // An answer of 0 is drawn as a line.
    expect(svg.match(/height="1" rx="2" fill="#1f2328"/g)).toHaveLength(14);
  });

  test('show no sum, no score and no verdict', () => {
    const texts = compared('picture').page.texts().join(' ');
    expect(texts).not.toMatch(/\b(total|sum|score: |better|worse|improved|good|bad)\b/i);
  });
});

test('unreadable weeks are reported, and what was stored is kept', () => {
  const opened = Evenings.begun();
  opened.storage.setItem(weekAt(FIRST).name, '{"version":1,"days":[7]}');
  opened.touch('▸ Diary');
  expect(opened.says('Some of this week could not be read.')).toBe(true);
  opened.touch('Skip this evening');
  expect(opened.storage.contents()[`${weekAt(FIRST).name}.aside.1`]).toBe('{"version":1,"days":[7]}');
  opened.storage.setItem(DIARY_KEY, 'damaged');
  expect(opened.says('Which weeks of the diary there are')).toBe(true);
});

test('what the storage refuses is reported, and the evening stays open', () => {
  const opened = Evenings.begun();
  opened.touch('▸ Diary');
  opened.storage.moods = ['silent'];
  opened.touch('Skip this evening');
  expect(opened.says('Nothing was changed')).toBe(true);
  expect(opened.says('Both legs alike')).toBe(true);
});

test('every refusal has its own sentence', () => {
  const sentences = DIARY_PROBLEMS.map((problem) => diaryProblem(problem, voice));
  expect(new Set(sentences).size).toBe(DIARY_PROBLEMS.length);
});

test('mistakes are reported at the question, or at the girth', () => {
  const opened = Evenings.begun();
  opened.touch('▸ Diary');
  opened.page.view({ problem: 'diary.noWeek' });
  expect(opened.says('No diary week is under way: begin one first.')).toBe(true);
});
