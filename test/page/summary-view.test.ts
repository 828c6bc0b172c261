import { LEGS } from '../../core/body';
import { cuesBy, packed } from '../core/record/records';
import type { ZoneRecord } from '../../core/record/record';
import { MISS_REASONS } from '../../core/session/delivery';
import type { Ending } from '../../core/session/session';
import { SYNC_OUTCOMES } from '../../core/link/sync';
import type { Text } from '../../device/text/ids';
import { syncLine } from '../../device/text/sync-line';
import type { SummaryState } from '../../page/summary/view';
import { viewSummary, withSync } from '../../page/summary/view';
import { FRAMES, NAMED_FRAMES } from '../device/ui/frames';
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
const SYNC = '2 waiting · last sync 08:14';

function summaryOf(ending: Ending, zones: readonly ZoneRecord[], cues = CUES): SummaryState {
  return { record: { ending, zones, cues, extensions: {} }, sync: SYNC, offersCheck: true };
}

const FINISHED = summaryOf(
  'finished',
  zonesOf(60, () => 60),
);
const STOPPED = summaryOf(
  'stopped',
  zonesOf(60, (index) => (index < 5 ? 60 : index === 5 ? 37 : 0)),
);
/** Gone through to the end by ten touches of "Next". */
const SKIPPED = summaryOf(
  'finished',
  zonesOf(60, (index) => (index === 0 ? 60 : 0)),
);
const LONG = summaryOf('interrupted', zonesOf(900, () => 899).slice(3, 7));
const LONGEST = summaryOf(
  'finished',
  zonesOf(60, () => 1205),
);
const TROUBLED = MISS_REASONS.map((reason) =>
  summaryOf('finished', FINISHED.record.zones, cuesBy(100, { [reason]: 100 })),
);
/** The summary with all that can be said of the talk with the phone. */
function talks(text: Text): readonly SummaryState[] {
  const phases = ['running', 'resting', ...SYNC_OUTCOMES] as const;
  const refused = [{ state: 'recordVersion', record: packed(1) } as const];
  return phases.flatMap((now) =>
    [[], refused].map((each) => ({
      ...FINISHED,
      sync: syncLine(text, { waiting: 12, refused: each, now }, 0),
    })),
  );
}

const ONE_LEG = summaryOf('finished', FINISHED.record.zones.slice(0, 5));

describe.each(LANGUAGES)('the summary in %s', (language) => {
  test.each(NAMED_FRAMES)('can be read and touched on %s', (_, screen) => {
    const states = [
      FINISHED,
      STOPPED,
      SKIPPED,
      LONG,
      LONGEST,
      ONE_LEG,
      ...TROUBLED,
      ...talks(textIn(language)),
    ];
    for (const state of states) {
      const elements = viewSummary(state, screen, textIn(language));
      expect(problemsOf(elements, screen)).toEqual([]);
      expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
    }
  });
});

describe('the summary', () => {
  const words = (state: SummaryState) => wordsOf(viewSummary(state, frame, english));

  test('says how the session ended and how much was done', () => {
    expect(words(FINISHED).slice(0, 2)).toEqual(['Session done', '10:00 of 10:00']);
    expect(words(STOPPED).slice(0, 2)).toEqual(['Ended early', '5:37 of 10:00']);
    expect(words(LONG).slice(0, 2)).toEqual(['Interrupted', '59:56 of 60:00']);
  });

  test('does not call a session done of which much was left out', () => {
    const ending = (missing: number) =>
      words(
        summaryOf(
          'finished',
          zonesOf(60, (index) => (index === 0 ? 60 - missing : 60)),
        ),
      )[0];
    expect(words(SKIPPED).slice(0, 2)).toEqual(['Partly done', '1:00 of 10:00']);
    expect([0, 60].map(ending)).toEqual(['Session done', 'Session done']);
    const LEFT_OUT = zonesOf(60, (index) => (index < 2 ? 29 : 60));
    expect(words(summaryOf('finished', LEFT_OUT))[0]).toBe('Partly done');
  });

  test('has a row for each zone and a column for each leg', () => {
    const shown = words(STOPPED);
    expect(shown.slice(2, 4)).toEqual(['Left leg', 'Right leg']);
    expect(shown.slice(4, 7)).toEqual(['Ankle', '1:00/1:00', '0:37/1:00']);
    const last = shown.indexOf('Upper thigh');
    expect(shown.slice(last, last + 3)).toEqual(['Upper thigh', '1:00/1:00', '0:00/1:00']);
  });

  test('puts a dash where a leg has no such zone', () => {
    const zones = STOPPED.record.zones.filter(({ leg, zone }) => leg === 'left' || zone !== 'knee');
    const shown = words(summaryOf('stopped', zones));
    expect(shown.slice(shown.indexOf('Knee'), shown.indexOf('Knee') + 3)).toEqual(['Knee', '1:00/1:00', '–']);
  });

  test('puts one leg below the other when times are long', () => {
    expect(words(LONG).filter((each) => each.endsWith('leg'))).toEqual(['Left leg', 'Right leg']);
    expect(words(LONG)).toContain('14:59/15:00');
  });

  test('says how many cues were felt, and how the record is doing on its way to the phone', () => {
    expect(words(FINISHED)).toEqual(expect.arrayContaining(['22 of 22 cues, latest 2.4 s', SYNC]));
  });

  test('says of cues that only a service played that nobody checked whether they are felt, until somebody has', () => {
    const inTheDark: SummaryState = {
      ...FINISHED,
      record: { ...FINISHED.record, cues: { ...CUES, by: { page: 2, alarm: 20, timer: 0 } } },
    };
    const unchecked = '20 with the screen dark: not checked whether your watch lets you feel them.';
    expect(words(inTheDark)).toContain(unchecked);
    const proven = { ...inTheDark.record, extensions: { felt: 'k' } };
    expect(words({ ...inTheDark, record: proven }).join()).not.toContain('not checked');
    expect(words(FINISHED).join()).not.toContain('not checked');
  });

  test.each([
    [cuesBy(18, { doNotDisturb: 4 }), '18 of 22 cues, 4 swallowed by a quiet mode'],
    [cuesBy(0, { watchOff: 2, notArmed: 3 }), '0 of 5 cues, 3 had no alarm'],
    [cuesBy(0), '0 of 0 cues'],
  ])(
    'names the main reason for which cues were missed, and no delay of cues that never came',
    (cues, line) => {
      expect(words(summaryOf('finished', FINISHED.record.zones, cues))).toContain(line);
    },
  );

  test('is the same with another word of the phone as when it is drawn anew', () => {
    const others = [STOPPED, LONG, ...talks(english)];
    for (const { record, sync } of others) {
      const shown = viewSummary({ record, offersCheck: true, sync: SYNC }, frame, english);
      expect(withSync(shown, sync)).toEqual(viewSummary({ record, offersCheck: true, sync }, frame, english));
    }
  });

  test('ends with Done', () => {
    expect(buttonNamed(viewSummary(FINISHED, frame, english), 'Done').action).toBe('done');
  });
});
