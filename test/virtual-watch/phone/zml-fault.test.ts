import { openFixture } from '../fixture';
import { openTalk, said, type Pair } from './talk';

const told = ({ watch }: Pair): readonly string[] => watch.zmlFaults().map(({ message }) => message);

describe('faults of ZML itself', () => {
  it('are kept apart from those of the app, and stop nothing', () => {
    const pair = openTalk();
    pair.phone.doublePackets(1);
    pair.watch.tap('one');
    pair.watch.advance(1_000);
    expect(pair.watch.errors()).toEqual([]);
    expect(pair.watch.zmlFaults()).toMatchObject([{ kind: 'library', where: 'app ble message' }]);
    expect(pair.phone.zmlFaults()).toEqual(pair.watch.zmlFaults());
  });

  it('include an answer that comes twice, or too late, which is thrown out of the callback', () => {
    const pair = openTalk();
    const { watch, phone } = pair;
    watch.tap('one');
    watch.advance(300);
    phone.setLatency(9_000);
    watch.advance(10_000);
    expect(said(watch)).toEqual(['failed one 4']);
    expect(told(pair)).toEqual([expect.stringContaining('handler')]);
  });

  it('a request without a connection leaves a second rejection that nobody can hear', () => {
    const pair = openTalk();
    pair.phone.outOfRange();
    pair.watch.tap('one');
    expect(said(pair.watch)).toEqual(['failed one 2']);
    expect(told(pair)).toEqual(['Error: ble disconnect']);
  });

  it('a handshake that the app before has begun is answered to the app that is there now', () => {
    const pair = openTalk();
    pair.watch.tap('one');
    pair.watch.crash();
    pair.watch.openApp();
    pair.watch.advance(1_000);
    expect(told(pair)).toEqual([expect.stringMatching('TypeError.*resolve')]);
    expect(pair.watch.errors()).toEqual([]);
  });

  it('a message cut short is read beyond its end', () => {
    const pair = openTalk();
    pair.watch.tap('one');
    pair.watch.advance(300);
    pair.phone.cutNextPacket(40, 'toWatch');
    pair.watch.advance(1_000);
    expect(told(pair)).toEqual([expect.stringMatching('RangeError')]);
  });

  it.each(['toPhone', 'toWatch'] as const)(
    'a message %s whose content is no JSON is thrown out of ZML',
    (way) => {
      const pair = openTalk();
      pair.phone.garbleNextPacket(way);
      pair.watch.tap('one');
      pair.watch.advance(9_000);
      expect(said(pair.watch)).toEqual(['failed one 4']);
      expect(told(pair)).toEqual([expect.stringMatching('SyntaxError')]);
      pair.watch.tap('two');
      pair.watch.advance(1_000);
      expect(said(pair.watch).slice(-1)).toEqual(['answer two two 0']);
    },
  );

  it('do not cover for a side service that reads something that is no JSON', () => {
    const { watch } = openTalk({
      side: `AppSideService(BaseSideService({ onRequest(request, respond) { JSON.parse('no'); } }));`,
    });
    watch.tap('one');
    expect(() => watch.advance(1_000)).toThrow('exception in app-side');
  });

  it('the farewell of a side service that ends in good order is no message, and is read as one', () => {
    const pair = openTalk();
    pair.watch.tap('one');
    pair.watch.advance(1_000);
    pair.phone.stopSideService();
    pair.watch.advance(1_000);
    expect(told(pair)).toEqual([expect.stringMatching('RangeError')]);
  });

  it('an answer to the previous launch of the app is taken for the answer to the first request', () => {
    const { watch, phone } = openTalk();
    watch.tap('one');
    watch.advance(300);
    phone.setLatency(5_000);
    watch.advance(200);
    watch.crash();
    watch.openApp();
    phone.setLatency(300);
    phone.reorderPackets(1);
    watch.tap('two');
    watch.advance(8_000);
    expect(said(watch)).toEqual(['answer two one 0']);
  });

  it('half a message of the previous launch spoils the first request, and no later one', () => {
    const { watch, phone } = openTalk();
    phone.outOfRangeAfterPackets(3);
    watch.tap('big');
    watch.advance(2_000);
    watch.crash();
    phone.inRange();
    watch.openApp();
    watch.tap('one');
    watch.advance(9_000);
    watch.tap('two');
    watch.advance(1_000);
    expect(said(watch)).toEqual(['failed one 4', 'answer two two 0']);
    expect(phone.sideServiceStarts()).toBe(1);
  });

  it.each(['fork', 'onResponse', 'readPayload', 'readBin', 'onFragmentData'])(
    'do not cover for a page with a function of its own called %s',
    (name) => {
      const watch = openFixture(
        {
          pages: {
            'page/a': `Page({ build() { this.${name}(); }, ${name}() { throw new Error('mine'); } })`,
          },
        },
        { strict: false },
      );
      expect(watch.errors()).toMatchObject([{ kind: 'exception', message: 'Error: mine' }]);
      expect(watch.zmlFaults()).toEqual([]);
    },
  );

  it('do not cover for a page that fails in the same words, nor for the file of ZML failing in others', () => {
    const inPage = `Page({ build() { this.readBin(); }, readBin() { throw new RangeError('mine'); } })`;
    const inApp = `App({ onCreate() { this.onResponse(); }, onResponse() { throw new TypeError('mine'); } })`;
    const page = openFixture({ pages: { 'page/a': inPage } }, { strict: false });
    const app = openFixture({ app: inApp, pages: { 'page/a': 'Page({})' } }, { strict: false });
    for (const { errors, faults } of [page, app].map((watch) => ({
      errors: watch.errors(),
      faults: watch.zmlFaults(),
    }))) {
      expect(errors).toMatchObject([{ kind: 'exception' }]);
      expect(faults).toEqual([]);
    }
  });

  it('do not cover for an app that does not listen to its own request', () => {
    const { watch, phone } = openTalk();
    phone.outOfRange();
    expect(() => watch.tap('deaf')).toThrow('rejection in app');
  });

  it('do not cover for a promise of the app that nobody listens to', () => {
    const open = (): unknown =>
      openFixture({ pages: { 'page/a': `Page({ build() { Promise.reject(new Error('unheard')); } })` } });
    expect(open).toThrow('rejection in app');
  });
});
