import type { Loss } from '../../core/session/delivery';
import { LEGS } from '../../core/body';
import { cuesBy, packed } from '../core/record/records';
import type { ZoneRecord } from '../../core/record/record';
import { MISS_REASONS } from '../../core/session/delivery';
import type { Week } from '../../core/record/week';
import { WEEK_LENGTH } from '../../core/record/week';
import type { Extensions } from '../../core/record/extensions';
import type { Ending } from '../../core/session/session';
import { STOP_CAUSES } from '../../core/session/session';
import { OFFERS } from '../../core/state/offers-file';
import { SYNC_OUTCOMES } from '../../core/link/sync';
import type { Text } from '../../device/text/ids';
import { syncLine } from '../../device/text/sync-line';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { textUnits } from '../../device/ui/frame';
import type { SummaryAction, SummaryState } from '../../page/summary/view';
import { viewBelow, viewSummary, viewWeek, withSync } from '../../page/summary/view';
import { COLORS, SIZES } from '../../device/ui/theme';
import { FRAMES, framesToLookAt, NAMED_FRAMES } from '../device/ui/frames';
import { buttonNamed, problemsOf, wordsOf } from './seen';
import { LANGUAGES, textIn } from './translations';

const english = textIn('en-US');
const [frame] = FRAMES;
if (!frame) throw new Error('no frames');

const ZONES = ['ankle', 'calf', 'knee', 'lowerThigh', 'upperThigh'];

function zonesOf(planned: number, done: (index: number) => number): readonly ZoneRecord[] {
  return LEGS.flatMap((leg, legIndex) =>
    ZONES.map((zone, index) => ({
      ...{ leg, zone, plannedSeconds: planned },
      doneSeconds: done(legIndex * ZONES.length + index),
    })),
  );
}

const CUES = cuesBy(22, {}, { late: 2, latest: 2400 });
const SYNC = 'Sessions to send: 2 Last sync: 08:14';

function summaryOf(ending: Ending, zones: readonly ZoneRecord[], cues = CUES): SummaryState {
  return { record: { ending, zones, cues, extensions: {} }, sync: SYNC, offer: 'check', details: false };
}

const FINISHED = summaryOf(
  'finished',
  zonesOf(60, () => 60),
);
const STOPPED = summaryOf(
  'stopped',
  zonesOf(60, (index) => (index < 5 ? 60 : index === 5 ? 37 : 0)),
);
const BARELY = summaryOf(
  'stopped',
  zonesOf(60, (index) => (index === 0 ? 40 : 0)),
);
/** Taken to the end with ten taps on "Next". */
const SKIPPED = summaryOf(
  'finished',
  zonesOf(60, (index) => (index === 0 ? 60 : 0)),
);
const LONG = summaryOf('interrupted', zonesOf(900, () => 899).slice(3, 7));
const LONGEST = summaryOf(
  'finished',
  zonesOf(60, () => 1205),
);
/** Most cues were played by a service, on a watch that was never checked. */
const IN_THE_DARK: SummaryState = {
  ...FINISHED,
  record: { ...FINISHED.record, cues: { ...CUES, by: { page: 2, alarm: 20, timer: 0 } } },
};
const TROUBLED = MISS_REASONS.map((reason) =>
  summaryOf('finished', FINISHED.record.zones, cuesBy(100, { [reason]: 100 })),
);
/** The summary with everything that can be shown about the talk with the phone. */
function talks(text: Text): readonly SummaryState[] {
  const phases = ['running', 'resting', ...SYNC_OUTCOMES] as const;
  const refused = [{ state: 'recordVersion', record: packed(1) } as const];
  return phases.flatMap((now) =>
    [[], refused].map((each) => ({
      ...FINISHED,
      sync: syncLine(text, { waiting: 12, refused: each, now }),
    })),
  );
}

const EVERY_DAY = Array.from({ length: WEEK_LENGTH }, () => true);
const WEEK: Week = { left: EVERY_DAY, right: EVERY_DAY };

/** The same with its details open. */
const inDetail = (state: SummaryState): SummaryState => ({ ...state, details: true });

const ONE_LEG = summaryOf('finished', FINISHED.record.zones.slice(0, 5));

/** The same for a session with facts about care in its record. */
const told = (state: SummaryState, extensions: Extensions): SummaryState => ({
  ...state,
  record: { ...state.record, extensions },
});
const locked = (state: SummaryState, withheld: string): SummaryState => told(state, { withheld });
const NOTHING = summaryOf(
  'stopped',
  zonesOf(60, () => 0),
);
const LEFT_OUT = [locked(ONE_LEG, 'right'), locked(STOPPED, 'right'), locked(NOTHING, 'left,right')];
const HURT = [...STOP_CAUSES, 'later'].map((stop) => told(STOPPED, { stop }));

/** The summary with everything below. */
function wholeSummary(state: SummaryState, screen: Frame, text: Text): readonly Element<SummaryAction>[] {
  return viewSummary(state, screen, text).concat(viewBelow(state, screen, text));
}

describe.each(LANGUAGES)('the summary in %s', (language) => {
  test.each(framesToLookAt(language))('can be read and tapped on %s', (_, screen) => {
    const states = [
      FINISHED,
      STOPPED,
      SKIPPED,
      LONG,
      LONGEST,
      ONE_LEG,
      ...TROUBLED,
      IN_THE_DARK,
      ...LEFT_OUT,
      ...HURT,
      ...OFFERS.map((offer) => ({ ...FINISHED, offer })),
      ...talks(textIn(language)),
    ];
    for (const state of [...states, ...states.slice(0, 6).map(inDetail)]) {
      const elements = wholeSummary(state, screen, textIn(language)).concat(viewWeek(WEEK, screen));
      expect(problemsOf(elements, screen)).toEqual([]);
      expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
    }
  });
});

describe('the summary', () => {
  const words = (state: SummaryState) => wordsOf(wholeSummary(state, frame, english));

  test('says how the session ended and how much was done', () => {
    expect(words(FINISHED).slice(0, 3)).toEqual(['Well done', '10 min', 'Session done']);
    expect(words(STOPPED).slice(0, 3)).toEqual(['Ended early', '5 min', 'of 10 min']);
    expect(words(LONG).slice(0, 3)).toEqual(['Interrupted', '59 min', 'of 60 min']);
    expect(words(BARELY).slice(0, 3)).toEqual(['Ended early', '40 s', 'of 10 min']);
  });

  test('says that locked legs were left out if nothing was done of them, and says it of no other leg', () => {
    expect(words(locked(ONE_LEG, 'right')).slice(0, 3)).toEqual([
      'Session done',
      '5 min',
      'Right leg: left out',
    ]);
    expect(words(locked(BARELY, 'right')).slice(0, 3)).toEqual([
      'Ended early',
      '40 s',
      'Right leg: left out',
    ]);
    expect(words(locked(BARELY, 'left')).slice(0, 3)).toEqual(['Ended early', '40 s', 'of 10 min']);
    expect(words(locked(BARELY, 'left,right'))).toContain('Right leg: left out');
    expect(words(locked(BARELY, 'right'))).toContain('40 s of 10 min');
    expect(words(locked(NOTHING, 'left'))).toContain('Left leg: left out');
    expect(words(locked(NOTHING, 'left,right'))).toContain('Both legs: left out');
  });

  test('says why it was stopped, and what was left out and how much was done below', () => {
    const hurt = words(told(BARELY, { stop: 'hurts', withheld: 'right' }));
    expect(hurt.slice(0, 3)).toEqual(['Ended early', '40 s', 'Stopped: it hurt']);
    expect(hurt).toEqual(expect.arrayContaining(['Right leg: left out', '40 s of 10 min']));
    expect(words(told(BARELY, { stop: 'sign' }))).toContain('Stopped: a sign');
    expect(words(told(BARELY, { stop: 'later' })).slice(0, 3)).toEqual(['Ended early', '40 s', 'of 10 min']);
  });

  test('fills the legs as far as the session went', () => {
    const filled = (state: SummaryState) =>
      viewSummary(state, frame, english).flatMap((each) =>
        each.kind === 'rect' && each.color === COLORS.key ? [each.key] : [],
      );
    expect(filled(FINISHED)).toEqual(['legs']);
    expect(filled(STOPPED)).toEqual(['leftDone0', 'rightDone0']);
    expect(filled(BARELY)).toEqual(['leftDone0']);
  });

  test('has a large mark for each leg and day with a massage, and a small one for each without', () => {
    const left = [false, true, false, true, true, true, true];
    const week = { left, right: left.map((isDone, day) => isDone && day !== 6) };
    const radii = viewWeek(week, frame).flatMap((each) => (each.kind === 'circle' ? [each.radius] : []));
    const large = Math.max(...radii);
    expect(radii.map((radius) => radius === large)).toEqual([...week.left, ...week.right]);
  });

  test('does not call a session done if much was left out', () => {
    const ending = (missing: number) =>
      words(
        summaryOf(
          'finished',
          zonesOf(60, (index) => (index === 0 ? 60 - missing : 60)),
        ),
      )[0];
    expect(words(SKIPPED).slice(0, 3)).toEqual(['Partly done', '1 min', 'of 10 min']);
    expect([0, 60].map(ending)).toEqual(['Well done', 'Well done']);
    const LEFT_OUT = zonesOf(60, (index) => (index < 2 ? 29 : 60));
    expect(words(summaryOf('finished', LEFT_OUT))[0]).toBe('Partly done');
  });

  test('has a row for each zone and a column for each leg in its details', () => {
    expect(words(STOPPED)).not.toContain('Ankle');
    expect(buttonNamed(viewBelow(STOPPED, frame, english), 'Details').action).toBe('details');
    const shown = words(inDetail(STOPPED));
    const head = shown.indexOf('Left');
    expect(shown.slice(head, head + 2)).toEqual(['Left', 'Right']);
    expect(shown.slice(head + 2, head + 5)).toEqual(['Ankle', '1:00', '0:37']);
    const last = shown.indexOf('Upper thigh');
    expect(shown.slice(last, last + 3)).toEqual(['Upper thigh', '1:00', '0:00']);
  });

  test('has a dash if a leg has no such zone', () => {
    const zones = STOPPED.record.zones.filter(({ leg, zone }) => leg === 'left' || zone !== 'knee');
    const shown = words(inDetail(summaryOf('stopped', zones)));
    expect(shown.slice(shown.indexOf('Knee'), shown.indexOf('Knee') + 3)).toEqual(['Knee', '1:00', '–']);
  });

  test('puts one leg below the other when times are long', () => {
    const shown = words(inDetail(LONG));
    expect(shown.filter((each) => each.endsWith('leg'))).toEqual(['Left leg', 'Right leg']);
    expect(shown).toContain('14:59');
  });

  test('says how many cues were felt, and whether the record has reached the phone', () => {
    expect(words(FINISHED)).toEqual(expect.arrayContaining(['22 of 22 cues given, up to 2.4 s late', SYNC]));
  });

  test.each(NAMED_FRAMES)(
    'is in small type nowhere but where four lines would be crowded, on %s',
    (_, screen) => {
      const plain = summaryOf('finished', FINISHED.record.zones, cuesBy(22));
      const lost = summaryOf('finished', FINISHED.record.zones, cuesBy(16, { doNotDisturb: 6 }));
      const sizes = (state: SummaryState) =>
        viewSummary(state, screen, english).flatMap((each) =>
          each.kind === 'text' && (each.key === 'cues' || each.key === 'sync') ? [each.size] : [],
        );
      const [small, body] = [textUnits(screen, SIZES.small), textUnits(screen, SIZES.body)];
      expect(sizes(plain)).toEqual([body, body]);
      expect(sizes(lost)).toEqual([body, small]);
    },
  );

  test('explains what swallowed means, if that is the reason it gives', () => {
    const explained = 'Do not disturb, sleep and theatre mode may keep cues from you.';
    const lost = (why: Partial<Record<Loss, number>>): SummaryState => ({
      ...FINISHED,
      record: {
        ...FINISHED.record,
        cues: { ...FINISHED.record.cues, missed: 3, why: { ...FINISHED.record.cues.why, ...why } },
      },
    });
    expect(words(lost({ sleep: 2, tooLate: 1 }))).toContain(explained);
    expect(words(lost({ sleep: 1, tooLate: 2 }))).not.toContain(explained);
    expect(words(FINISHED)).not.toContain(explained);
  });

  test('says that cues played by a service are not checked, until a check was made', () => {
    const unchecked = '20 with the screen off: not checked yet if you can feel them.';
    expect(words(IN_THE_DARK)).toContain(unchecked);
    const proven = { ...IN_THE_DARK.record, extensions: { felt: 'k' } };
    expect(words({ ...IN_THE_DARK, record: proven }).join()).not.toContain('not checked');
    expect(words(FINISHED).join()).not.toContain('not checked');
  });

  test.each([
    [cuesBy(18, { doNotDisturb: 4 }), '18 of 22 cues given, 4 swallowed by a quiet mode'],
    [cuesBy(0, { watchOff: 2, notArmed: 3 }), '0 of 5 cues given, 3 for lack of an alarm'],
    [cuesBy(0), '0 of 0 cues given'],
  ])('names the main reason why cues were missed, and no delay for cues that never came', (cues, line) => {
    expect(words(summaryOf('finished', FINISHED.record.zones, cues))).toContain(line);
  });

  test('looks the same after an update by the phone as when it is drawn from scratch', () => {
    const others = [STOPPED, LONG, ...talks(english)];
    for (const state of others) {
      const shown = viewSummary({ ...state, sync: SYNC }, frame, english);
      expect(withSync(shown, state.sync)).toEqual(viewSummary(state, frame, english));
    }
  });

  test('says what went wrong above every button', () => {
    for (const state of TROUBLED) {
      const shown = words(state);
      const buttons = ['Done', 'Details'].map((label) => shown.indexOf(label));
      const cues = shown.findIndex((each) => each.includes('of 200 cues'));
      expect(cues).toBeGreaterThan(0);
      expect(cues).toBeLessThan(Math.min(...buttons));
      expect(shown.indexOf(SYNC)).toBeLessThan(Math.min(...buttons));
    }
  });
});

test.each(NAMED_FRAMES)(
  'on %s everything important of a summary, and Done, is visible without scrolling',
  (_, screen) => {
    for (const state of TROUBLED) {
      const first = viewSummary(state, screen, english);
      expect(first.every((element) => !('y' in element) || element.y < screen.height)).toBe(true);
      const shown = wordsOf(first);
      expect(shown).toEqual(expect.arrayContaining(['Well done', '10 min', SYNC, 'Done']));
      expect(shown.some((each) => each.includes('of 200 cues'))).toBe(true);
    }
  },
);
