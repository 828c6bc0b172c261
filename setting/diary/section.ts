import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayFrom, dayText } from '../../core/calendar/day';
import { eveningsOf, firstAndLast, girthsOf, middleOf } from '../../phone/diary/compare';
import { COMPLAINTS } from '../../phone/diary/evening';
import type { OfferReason } from '../../phone/diary/offer';
import { offerOf } from '../../phone/diary/offer';
import { weekOf, wholeWeek } from '../../phone/diary/weeks';
import { dayOfPhone, todayOf } from '../../phone/history/overview';
import { lastOf } from '../../phone/history/schedule';
import type { PhoneState } from '../../phone/phone-state';
import { canTellDiary, tellsDiary } from '../../phone/reminders/diary';
import type { Actions } from '../actions';
import { legName, listOf, pair, weekdayName } from '../history/day-words';
import type { Node } from '../node';
import { button, choice, line, row } from '../node';
import { foldingCard } from '../sections/fold';
import type { Voice } from '../words';
import { say } from '../words';
import { DIARY_FIELDS } from './actions';
import { drawEvenings, drawGirths } from './drawing';
import { eveningNodes } from './evening';
import { girthNodes } from './girth';
import { complaintName, diaryLines, girthWords } from './words';

/** The diary, kept for one week at a time: this evening's questions, and how the first and the last week went. */
export function diarySection(state: PhoneState, actions: Actions, voice: Voice): Node {
  const today = todayOf(state);
  const first = weekOf(state.diary.weeks, today);
  const offer = offerIn(state, today);
  const words =
    first === undefined
      ? offer
        ? [say(voice, 'A diary week is offered.')]
        : []
      : [
          say(voice, 'Diary week, day {number} of 7', { number: today - first + 1 }),
          say(voice, 'Evenings still open: {count}', { count: openFrom(today, first, state) }),
        ];
  const content = (): readonly Node[] => [
    ...(first === undefined
      ? beginning(offer && whyOffered(offer, state, voice), actions, voice)
      : [
          ...eveningNodes(state, today, actions, voice),
          ...watchNodes(state, today, actions, voice),
          ...girthNodes(state, actions, voice),
          ...daysOfWeek(state, first, actions, voice),
        ]),
    ...comparison(state, voice),
  ];
  return foldingCard(
    'diary',
    say(voice, 'Diary'),
    state,
    actions,
    content,
    words.map((each) => line('text', each)),
  );
}

/** How many evenings of the week can still be answered, this one included. */
function openFrom(today: Day, first: Day, { diary }: PhoneState): number {
  const held = wholeWeek(diary.daysOf(first), first);
  return held.filter(([day, { evening }]) => day >= today && evening.state === 'open').length;
}

/** Evening reminders can say that the diary asks, where there are any. */
function watchNodes(
  { preferences }: PhoneState,
  today: Day,
  actions: Actions,
  voice: Voice,
): readonly Node[] {
  if (!canTellDiary(preferences)) return [];
  const tells = tellsDiary(preferences, today);
  const label = say(voice, 'Evening reminders on the watch say that the diary asks');
  return [choice(label, tells, () => actions.diary.tell(!tells))];
}

function offerIn(state: PhoneState, today: Day): OfferReason | undefined {
  const { diary, library, schedule } = state;
  const changed = lastOf(schedule).since;
  return offerOf(diary.weeks, {
    today,
    hasSession: library.months.some((month) => library.countOf(month) > 0),
    planChanged: changed === 0 ? undefined : dayOfPhone(changed, state),
  });
}

function beginning(why: string | undefined, actions: Actions, voice: Voice): readonly Node[] {
  const about = line(
    'text',
    say(
      voice,
      'For a week, in the evening, a minute: how each leg felt in the last 24 hours. It stays on this phone.',
    ),
  );
  const begin = button(say(voice, 'Begin a week'), 'plain', actions.diary.begin);
  if (why === undefined) return [about, begin];
  return [
    about,
    line('text', why),
    row(button(say(voice, 'Not now'), 'plain', actions.diary.decline), begin),
  ];
}

function whyOffered(offer: OfferReason, { diary }: PhoneState, voice: Voice): string {
  // A person who has always declined has no earlier week to compare with.
  const isFirst = diary.weeks.begun.length === 0;
  switch (isFirst && offer === 'again' ? 'first' : offer) {
    case 'first':
      return say(voice, 'A first week now gives you something to look back to.');
    case 'newPlan':
      return say(voice, 'Your plan has changed: a week now shows how it goes.');
    case 'again':
      return say(voice, 'The last week was some time ago: another one can be put beside it.');
  }
}

/** Each day with entries, with a button to delete them. */
function daysOfWeek(state: PhoneState, first: Day, actions: Actions, voice: Voice): readonly Node[] {
  const { diary, view } = state;
  const open = dayFrom(view[DIARY_FIELDS.day] ?? '');
  const days = wholeWeek(diary.daysOf(first), first).flatMap(([day, held]) => {
    const words = diaryLines(held, voice);
    if (words.length === 0) return [];
    const name = `${weekdayName(day, voice)} ${dayText(day)}`;
    const isOpened = day === open;
    const turn = button(`${isOpened ? '▾' : '▸'} ${name}`, 'row', () =>
      actions.set({ [DIARY_FIELDS.day]: isOpened ? '' : dayText(day), [DIARY_FIELDS.sure]: '' }),
    );
    if (!isOpened) return [turn];
    const canGo = held.evening.state !== 'deleted';
    return [
      turn,
      ...words.map((each) => line('quiet', each)),
      ...(canGo ? deleting(day, state, actions, voice) : []),
    ];
  });
  const unread = diary.isDamaged(first)
    ? [line('warning', say(voice, 'Some of this week could not be read. What was stored is kept aside.'))]
    : [];
  return days.length + unread.length === 0
    ? []
    : [line('strong', say(voice, 'This week')), ...days, ...unread];
}

function deleting(day: Day, { view }: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  if (view[DIARY_FIELDS.sure] !== dayText(day)) {
    const ask = (): void => actions.set({ [DIARY_FIELDS.sure]: dayText(day) });
    return [button(say(voice, 'Delete what this day holds'), 'plain', ask)];
  }
  return [
    line('warning', say(voice, 'Delete it for good? The day stays empty then.')),
    row(
      button(say(voice, 'Keep it'), 'plain', () => actions.set({ [DIARY_FIELDS.sure]: '' })),
      button(say(voice, 'Delete it'), 'danger', () => actions.diary.remove(day)),
    ),
  ];
}

/** The first and the last week for each leg, without a sum or a verdict. */
function comparison(state: PhoneState, voice: Voice): readonly Node[] {
  const { diary, settings } = state;
  const weeks = firstAndLast(diary);
  const [first, last] = weeks;
  if (first === undefined) return [];
  return [
    line(
      'strong',
      last === undefined
        ? say(voice, 'The week from {day}', { day: dayText(first) })
        : say(voice, 'The first week, from {first}, and the last, from {last}', {
            first: dayText(first),
            last: dayText(last),
          }),
    ),
    line(
      'quiet',
      last === undefined
        ? say(voice, 'Each bar is an evening, 0 to 10.')
        : say(
            voice,
            'Each bar is an evening, 0 to 10. Faint: the middle evenings differ by less than 2, which may mean nothing.',
          ),
    ),
    ...LEGS.flatMap((leg) => [
      line('strong', legName(leg, voice)),
      drawEvenings(diary, weeks, leg, settings.charts, voice),
      line('quiet', middles(state, weeks, leg, voice)),
    ]),
    ...girths(state, weeks, voice),
  ];
}

/** `Middle evenings: Heavy 4 → 2, Aching 3 → 3, …`. */
function middles(
  { diary }: Pick<PhoneState, 'diary'>,
  weeks: readonly Day[],
  leg: Leg,
  voice: Voice,
): string {
  const words = COMPLAINTS.map((complaint) => {
    const values = weeks.map((first) => middleOf(eveningsOf(diary, first, leg, complaint)));
    return `${complaintName(complaint, voice)} ${values.map((value) => value ?? '–').join(' → ')}`;
  });
  return pair(say(voice, 'Middle evenings'), listOf(words, voice), voice);
}

function girths({ diary, settings }: PhoneState, weeks: readonly Day[], voice: Voice): readonly Node[] {
  const all = LEGS.flatMap((leg) => girthsOf(diary, weeks, leg));
  if (all.length === 0) return [];
  return [
    line('strong', say(voice, 'Calf girth')),
    line('quiet', say(voice, 'The band is the error of a tape: 0.6 cm to either side.')),
    ...LEGS.flatMap((leg) => {
      const measured = girthsOf(diary, weeks, leg);
      if (measured.length === 0) return [];
      const words = measured.map(({ day, mm }) => `${dayText(day)} ${girthWords(mm, voice)}`);
      return [
        drawGirths(measured, all, leg, settings.charts),
        line('quiet', pair(legName(leg, voice), listOf(words, voice), voice)),
      ];
    }),
  ];
}
