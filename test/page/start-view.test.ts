import { LEGS, ZONES } from '../../core/body';
import type { Entry } from '../../core/record/outbox';
import { SYNC_OUTCOMES } from '../../core/link/sync';
import type { StartState } from '../../page/start/view';
import { viewStart } from '../../page/start/view';
import { packed } from '../core/record/records';
import { FRAMES, NAMED_FRAMES } from '../device/ui/frames';
import { buttonNamed, problemsOf, wordsOf } from './seen';
import { LANGUAGES, textIn } from './translations';

const english = textIn('en-US');
const [frame] = FRAMES;
if (!frame) throw new Error('no frames');

const NOW = 1_800_000_000_000;
const SYNCED: StartState['sync'] = { waiting: 0, refused: [], lastAt: NOW - 60_000, now: 'resting' };
const DAY_FORMATS: StartState['formats'] = { hours: 24, date: 'ymd' };
const zonesDone = (seconds: number): StartState['zones'] =>
  LEGS.flatMap((leg) => ZONES.map((zone) => ({ leg, zone, plannedSeconds: 60, doneSeconds: seconds })));
const FRESH: StartState = {
  ...{ legs: ['left', 'right'], seconds: 600, running: false, isNew: false, hazards: [], troubles: [] },
  zones: zonesDone(0),
  ...{ sync: SYNCED, syncedAt: { kind: 'today', hour: 8, minute: 14 } as const, formats: DAY_FORMATS },
};
const TODAY: StartState = { ...FRESH, last: { when: { kind: 'today', hour: 8, minute: 14 }, seconds: 600 } };
const YESTERDAY: StartState = { ...FRESH, last: { when: { kind: 'yesterday' }, seconds: 3599 } };
const EARLIER: StartState = {
  ...FRESH,
  last: { when: { kind: 'earlier', month: 11, day: 22 }, seconds: 3599 },
};
const NEW: StartState = { ...FRESH, isNew: true };
const RUNNING: StartState = { ...TODAY, running: true };
const SILENT: StartState = { ...TODAY, hazards: ['doNotDisturb'] };
const ALL_TROUBLES: StartState['troubles'] = [
  ...(['storageFull', 'sessionUnreadable', 'recordsUnreadable'] as const),
  ...(['planUnreadable', 'preferencesUnreadable'] as const),
];
const BESET: StartState = { ...YESTERDAY, hazards: ['notWorn', 'batteryLow'], troubles: ALL_TROUBLES };
const TROUBLED = ALL_TROUBLES.map((trouble): StartState => ({ ...FRESH, troubles: [trouble] }));
const TALKS = (['running', ...SYNC_OUTCOMES] as const).map((now): StartState => ({
  ...FRESH,
  sync: { ...SYNCED, waiting: 12, now },
}));
const NEWER: Entry = { state: 'recordVersion', record: packed(1) };
const UNREADABLE: Entry = { state: 'recordInvalid', record: packed(2) };
const REFUSED = (['resting', 'done'] as const).flatMap((now) =>
  [[NEWER], [UNREADABLE], [NEWER, UNREADABLE]].map((refused): StartState => ({
    ...FRESH,
    sync: { ...SYNCED, waiting: 12, refused, now },
  })),
);
const RUNNING_TALKS = TALKS.map((state) => ({ ...state, running: true }));
const ONE_LEG: StartState = { ...TODAY, legs: ['right'], seconds: 300 };

describe.each(LANGUAGES)('the start screen in %s', (language) => {
  test.each(NAMED_FRAMES)('can be read and touched on %s', (_, screen) => {
    for (const state of [
      FRESH,
      NEW,
      { ...NEW, hazards: ['notWorn'] } as const,
      TODAY,
      YESTERDAY,
      EARLIER,
      RUNNING,
      SILENT,
      BESET,
      ...TROUBLED,
      ONE_LEG,
      ...TALKS,
      ...REFUSED,
      ...RUNNING_TALKS,
    ]) {
      const elements = viewStart(state, screen, textIn(language));
      expect(problemsOf(elements, screen)).toEqual([]);
      expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
    }
  });
});

describe.each(NAMED_FRAMES)('on %s the start screen', (_, screen) => {
  const seenAtFirst = (state: StartState) =>
    wordsOf(viewStart(state, screen, english).filter((element) => element.y < screen.height));
  const begun = ['Left leg, then right', '10 min', 'Start'];

  test('shows all that a session is begun with before anything is scrolled', () => {
    expect(seenAtFirst(YESTERDAY)).toEqual([
      'Left leg, then right',
      '10 min',
      'Last: yesterday · 59 min 59 s',
      'One leg swollen, hot or red?',
      'Do not start. See a doctor today.',
      'Start',
    ]);
  });

  test('shows Start, how long and in which order at first however much went wrong', () => {
    expect(seenAtFirst(BESET)).toEqual(expect.arrayContaining(begun));
    expect(seenAtFirst(BESET)).toContain('The storage is full: nothing was started.');
  });

  test('offers to who is new here to see how it works, and Start beside it', () => {
    expect(seenAtFirst(NEW)).toEqual([
      'Left leg, then right',
      '10 min',
      'New? See how it works',
      'One leg swollen, hot or red?',
      'Do not start. See a doctor today.',
      'Start',
    ]);
    expect(seenAtFirst(FRESH)).not.toContain('New? See how it works');
  });

  test('shows at first what stands between a cue and the wrist', () => {
    expect(seenAtFirst(SILENT)).toEqual(expect.arrayContaining([...begun, '! Do not disturb is on.']));
  });
});

describe('the start screen', () => {
  const show = (state: StartState) => viewStart(state, frame, english);

  test('writes times and dates as the watch is set', () => {
    const formats = { hours: 12, date: 'dmy' } as const;
    expect(wordsOf(show({ ...TODAY, formats }))).toContain('Last: today 8:14 am · 10 min');
    expect(wordsOf(show({ ...EARLIER, formats }))).toContain('Last: 22/11 · 59 min 59 s');
  });

  test('says what will happen', () => {
    expect(wordsOf(show(FRESH))).toEqual(expect.arrayContaining(['Left leg, then right', '10 min', 'Start']));
    expect(wordsOf(show({ ...FRESH, legs: ['right', 'left'] }))).toContain('Right leg, then left');
  });

  test('fills the legs with what was done today', () => {
    const filled = (doneSeconds: number) =>
      show({ ...FRESH, zones: zonesDone(0).concat(zonesDone(doneSeconds).slice(0, 7)) }).flatMap((each) =>
        each.kind === 'rect' && each.key.includes('Done') ? [each.key] : [],
      );
    expect(filled(60)).toEqual(['leftDone0', 'rightDone0']);
    expect(filled(0)).toEqual([]);
  });

  test('says when not to start, above Start', () => {
    const words = wordsOf(show(FRESH));
    const warning = words.findIndex((each) => each.startsWith('One leg swollen, hot or red?'));
    expect(warning).toBeGreaterThanOrEqual(0);
    expect(warning).toBeLessThan(words.indexOf('Start'));
  });

  test.each([
    ['No session yet', FRESH],
    ['Last: today 08:14 · 10 min', TODAY],
    ['Last: yesterday · 59 min 59 s', YESTERDAY],
    ['Last: 11-22 · 59 min 59 s', EARLIER],
  ])('has one line for the last session: %s', (line, state) => {
    expect(wordsOf(show(state))).toContain(line);
  });

  test('lets one choose the first leg, the chosen one being brighter', () => {
    const left = buttonNamed(show(FRESH), 'Left first');
    const right = buttonNamed(show(FRESH), 'Right first');
    expect([left.action, right.action]).toEqual(['leftFirst', 'rightFirst']);
    expect(left.fill).toBeGreaterThan(right.fill);
    const swapped = show({ ...FRESH, legs: ['right', 'left'] });
    expect(buttonNamed(swapped, 'Right first').fill).toBe(left.fill);
  });

  test('offers no choice where the plan has one leg', () => {
    expect(wordsOf(show(ONE_LEG))).toContain('Right leg only');
    expect(wordsOf(show(ONE_LEG))).not.toContain('Left first');
    expect(wordsOf(show({ ...ONE_LEG, legs: ['left'] }))).toContain('Left leg only');
  });
});
