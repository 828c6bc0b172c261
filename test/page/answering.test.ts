import fc from 'fast-check';
import type { Millis } from '../../core/time';
import { HOUR, SECOND } from '../../core/time';
import { TOUCH_GAP } from '../../device/ui/single-touch';
import { answering, PALM_REST } from '../../page/session/answering';
import { fakeWatch } from '../device/fake-watch';
import { runs } from '../runs';

/** An event on the touch screen, and the time since the previous one. */
interface Event {
  readonly after: Millis;
  readonly what: 'answer' | 'other' | 'palm';
}

function answersTo(events: readonly Event[]): readonly string[] {
  const { watch, advance } = fakeWatch();
  const answers: string[] = [];
  const waits = answering<string>(
    watch.clock,
    (answer) => answers.push(answer),
    () => undefined,
  );
  events.forEach(({ after, what }, index) => {
    advance(after);
    if (what === 'palm') waits.covered();
    else waits.touched(what === 'answer' ? `${index}` : undefined);
  });
  advance(10 * SECOND);
  return answers;
}

test('one touch answers, one second later', () => {
  const { watch, advance } = fakeWatch();
  const answers: string[] = [];
  const waits = answering<string>(
    watch.clock,
    (answer) => answers.push(answer),
    () => undefined,
  );
  advance(SECOND);
  waits.touched('fine');
  expect(waits.waiting()).toBe('fine');
  advance(PALM_REST - 1);
  expect(answers).toEqual([]);
  advance(1);
  expect([answers, waits.waiting()]).toEqual([['fine'], undefined]);
});

test('after two touches in quick succession, the next one answers', () => {
  expect(
    answersTo([
      { after: 0, what: 'answer' },
      { after: 200, what: 'answer' },
      { after: 2 * SECOND, what: 'answer' },
    ]),
  ).toEqual(['2']);
});

test('two quick touches of an answer that something is wrong count as one, those of another as none', () => {
  const { watch, advance } = fakeWatch();
  const answers: string[] = [];
  const waits = answering<string>(
    watch.clock,
    (answer) => answers.push(answer),
    () => undefined,
    (answer) => answer === 'yes',
  );
  const twice = (first: string, second: string): readonly string[] => {
    answers.length = 0;
    waits.touched(first);
    advance(200);
    waits.touched(second);
    advance(5 * SECOND);
    return [...answers];
  };
  advance(SECOND);
  expect([twice('yes', 'yes'), twice('no', 'no'), twice('no', 'yes'), twice('yes', 'no')]).toEqual([
    ...[['yes'], [], [], []],
  ]);
  waits.touched('yes');
  waits.touched('yes');
  waits.covered();
  advance(SECOND);
  expect(answers).toEqual([]);
});

test('a touch does not answer if the page is left before it counts', () => {
  const { watch, advance } = fakeWatch();
  const answers: string[] = [];
  const waits = answering<string>(
    watch.clock,
    (answer) => answers.push(answer),
    () => undefined,
  );
  waits.touched('fine');
  waits.close();
  advance(SECOND);
  expect(answers).toEqual([]);
});

test('a touch within 400 ms of another does not answer, nor within a second of a palm', () => {
  const kinds = fc.constantFrom('answer' as const, 'other' as const, 'palm' as const);
  const events = fc.array(fc.record({ after: fc.integer({ min: 0, max: 1_500 }), what: kinds }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(events, (told) => {
      let at = 0;
      const timed = told.map(({ after, what }) => ({ at: (at += after), what }));
      const isMeant = (touch: { readonly at: Millis }): boolean =>
        timed.every((other) => {
          const apart = Math.abs(other.at - touch.at);
          return other === touch || apart >= (other.what === 'palm' ? PALM_REST : TOUCH_GAP);
        });
      const heard = answersTo(told).map((index) => timed[Number(index)]);
      expect(heard.filter((touch) => touch === undefined || !isMeant(touch))).toEqual([]);
    }),
    { numRuns: runs(10_000, 500) },
  );
});

test('a slipping finger and a palm never answer', () => {
  const slips = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: TOUCH_GAP - 1 }).map((gap): readonly Event[] => [
        { after: 3 * SECOND, what: 'answer' },
        { after: gap, what: 'answer' },
      ]),
      fc.integer({ min: 0, max: PALM_REST - 1 }).map((gap): readonly Event[] => [
        { after: 3 * SECOND, what: 'palm' },
        { after: gap, what: 'answer' },
      ]),
      fc.integer({ min: 0, max: PALM_REST - 1 }).map((gap): readonly Event[] => [
        { after: 3 * SECOND, what: 'answer' },
        { after: gap, what: 'palm' },
      ]),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(slips, (each) => {
      expect(answersTo(each.flat())).toEqual([]);
    }),
    { numRuns: runs(10_000, 500) },
  );
});

test('after a palm and a clock that was set back, one touch is lost at most', () => {
  const fake = fakeWatch(Date.UTC(2026, 4, 1));
  const answers: string[] = [];
  const waits = answering<string>(
    fake.watch.clock,
    (answer) => answers.push(answer),
    () => undefined,
  );
  waits.covered();
  fake.setClock(fake.now() - HOUR);
  for (let touch = 0; touch < 2; touch += 1) {
    waits.touched('yes');
    fake.advance(2 * SECOND);
  }
  expect(answers).toEqual(['yes']);
});
