import type { Packet } from '../../../virtual-watch/node/index';
import { heard, openTalk, said } from './talk';

const inShort = ({ direction, kind, bytes, fate }: Packet): string =>
  [direction === 'toPhone' ? '>' : '<', kind, bytes, fate].join(' ');

/** ZML waits for an answer as long as the fixture asks it to, and a second more for the rest. */
const GIVEN_UP_MS = 9_000;

describe('the link between watch and phone', () => {
  it('carries a request and its answer in four packets, byte for byte as ZML makes them', () => {
    const { watch, phone } = openTalk();
    watch.tap('one');
    watch.advance(1_000);
    expect(said(watch)).toEqual(['answer one one 0']);
    expect(phone.traffic().log.map(inShort)).toEqual([
      '> shake 17 arrived',
      '< shake 17 arrived',
      '> data 116 arrived',
      '< data 138 arrived',
    ]);
    expect(phone.traffic()).toMatchObject({
      toPhone: { packets: 2, bytes: 17 + 116 },
      toWatch: { packets: 2, bytes: 17 + 138 },
    });
  });

  it('carries a message that is too long for one packet in several', () => {
    const { watch, phone } = openTalk();
    watch.tap('big');
    watch.advance(2_000);
    expect(said(watch)).toEqual(['answer big big 9000']);
    expect(phone.traffic().log.filter(({ kind }) => kind === 'data')).toHaveLength(6);
  });

  it('takes the latency, and longer for more bytes', () => {
    const { watch, phone } = openTalk({}, { latencyMs: 1_000, bytesPerSecond: 1_000 });
    watch.tap('one');
    watch.advance(5_000);
    const [shake, answer] = phone.traffic().log;
    expect(shake).toMatchObject({ sentAt: 0, arrivesAt: 1_017 });
    expect(answer).toMatchObject({ sentAt: 1_217, arrivesAt: 2_234 });
    phone.setLatency(10);
    watch.tap('two');
    watch.advance(1);
    expect(phone.traffic().log.at(-1)).toMatchObject({ sentAt: 5_000, arrivesAt: 5_027 });
  });

  it('loses the packets it is told to lose, and no others', () => {
    const { watch, phone } = openTalk();
    phone.loseNextPackets(1, 'toWatch');
    watch.tap('one');
    watch.advance(GIVEN_UP_MS);
    watch.tap('two');
    watch.advance(GIVEN_UP_MS);
    expect(said(watch)).toEqual(['failed one 1', 'answer two two 0']);
    expect(phone.traffic().log.filter(({ fate }) => fate === 'lost')).toHaveLength(1);
  });

  it('loses packets with the given probability, and the same ones for the same seed', () => {
    const lost = (seed: number): string => {
      const { watch, phone } = openTalk({}, { seed });
      phone.setLoss(0.3);
      for (let times = 0; times < 40; times += 1) {
        watch.tap('one');
        watch.advance(GIVEN_UP_MS);
        watch.wake();
      }
      return phone
        .traffic()
        .log.map(({ fate }) => (fate === 'lost' ? 'x' : '.'))
        .join('');
    };
    const first = lost(1);
    expect(lost(1)).toBe(first);
    expect(lost(2)).not.toBe(first);
    const share = first.split('x').length / first.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.45);
  });

  it('delivers a packet twice', () => {
    const { watch, phone } = openTalk();
    phone.doublePackets(1);
    watch.tap('one');
    watch.advance(1_000);
    expect(heard(phone)).toEqual(['begins', 'asked one', 'asked one']);
    expect(said(watch)).toEqual(['answer one one 0']);
  });

  it('reorders packets, which ZML sorts out', () => {
    const overtakes = [1, 2, 3, 4].map((seed) => {
      const { watch, phone } = openTalk({}, { seed });
      phone.reorderPackets(0.5);
      watch.tap('big');
      watch.advance(5_000);
      expect(said(watch)).toEqual(['answer big big 9000']);
      const data = phone.traffic().log.filter(({ kind }) => kind === 'data');
      return data.some(({ arrivesAt, direction }, at) =>
        data.slice(at + 1).some((later) => later.direction === direction && later.arrivesAt < arrivesAt),
      );
    });
    expect(overtakes).toContain(true);
  });

  it('is cut in the middle of a message, and carries the next one when watch and phone meet again', () => {
    const { watch, phone } = openTalk();
    phone.outOfRangeAfterPackets(4);
    watch.tap('big');
    watch.advance(GIVEN_UP_MS);
    expect(phone.isInRange()).toBe(false);
    expect(heard(phone)).toEqual(['begins']);
    const data = phone.traffic().log.filter(({ kind }) => kind === 'data');
    expect(data.map(({ fate }) => fate)).toEqual(['arrived', 'arrived', 'outOfRange']);
    phone.inRange();
    watch.tap('one');
    watch.advance(GIVEN_UP_MS);
    expect(said(watch)).toEqual(['failed big 4', 'answer one one 0']);
  });

  it('cuts a packet short', () => {
    const { watch, phone } = openTalk();
    watch.tap('one');
    watch.advance(300);
    phone.cutNextPacket(40, 'toWatch');
    watch.advance(GIVEN_UP_MS);
    expect(said(watch)).toEqual(['failed one 4']);
    expect(phone.traffic().log.at(-1)).toMatchObject({ kind: 'data', bytes: 40, fate: 'arrived' });
  });

  it('loses what is in flight when watch and phone part, and notifies the watch', () => {
    const { watch, phone } = openTalk();
    watch.tap('one');
    watch.advance(10);
    phone.outOfRange();
    watch.advance(GIVEN_UP_MS);
    expect(said(watch)).toEqual(['failed one 2']);
    expect(phone.traffic().log.map(inShort)).toEqual(['> shake 17 outOfRange']);
    phone.inRange();
    watch.tap('two');
    watch.advance(1_000);
    expect(said(watch)).toEqual(['failed one 2', 'answer two two 0']);
  });
});
