import fc from 'fast-check';

import { VirtualClock } from '../../virtual-watch/machine/clock';

const START = Date.UTC(2026, 0, 5, 8);

function runAll(clock: VirtualClock, until: number): void {
  while (clock.runNext(until));
  clock.moveTo(until);
}

describe('the clock', () => {
  it('runs what is due in the order of deadlines, equal ones in the order of the calls', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 40 }), (deadlines) => {
        const clock = new VirtualClock(START);
        const ran: (readonly [number, number])[] = [];
        deadlines.forEach((when, order) => clock.at(when, () => ran.push([when, order])));
        runAll(clock, 50);
        const wanted = deadlines.map((when, order) => [when, order] as const);
        expect(ran).toEqual(wanted.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      }),
    );
  });

  it('shows each callback its own deadline', () => {
    const clock = new VirtualClock(START);
    const seen: number[] = [];
    for (const when of [30, 10, 20]) clock.at(when, () => seen.push(clock.now()));
    runAll(clock, 100);
    expect(seen).toEqual([10, 20, 30]);
    expect(clock.now()).toBe(100);
  });

  it('runs what a callback schedules, if that is still due', () => {
    const clock = new VirtualClock(START);
    const seen: number[] = [];
    clock.at(10, () => clock.after(5, () => seen.push(clock.now())));
    runAll(clock, 20);
    expect(seen).toEqual([15]);
  });

  it('drops what was cancelled, even by a callback of the same moment', () => {
    const clock = new VirtualClock(START);
    const seen: string[] = [];
    const takeBack = clock.at(10, () => seen.push('taken back'));
    takeBack();
    const later: (() => void)[] = [];
    clock.at(20, () => later.forEach((cancel) => cancel()));
    later.push(clock.at(20, () => seen.push('taken back by the one before')));
    runAll(clock, 30);
    expect(seen).toEqual([]);
  });

  it('refuses to go back, and to skip what is due', () => {
    const clock = new VirtualClock(START);
    clock.moveTo(10);
    expect(() => clock.moveTo(9)).toThrow('time does not go back');
    clock.at(20, () => undefined);
    expect(() => clock.moveTo(25)).toThrow('something is due at 20 ms');
  });

  it('steps the time of day without moving pending deadlines', () => {
    const clock = new VirtualClock(START);
    const seen: number[] = [];
    clock.after(100, () => seen.push(clock.now()));
    clock.stepWall(-3_600_000);
    expect(clock.wall()).toBe(START - 3_600_000);
    runAll(clock, 100);
    expect(seen).toEqual([100]);
    expect(clock.wall()).toBe(START - 3_600_000 + 100);
  });
});
