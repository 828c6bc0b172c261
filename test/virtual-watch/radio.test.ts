import type { RadioMaker } from '../../virtual-watch/node/index';
import { openFixture, type FixtureApp } from './fixture';

const TALKING: FixtureApp = {
  pages: {
    'page/a': `const ble = need('@zos/ble');
      const text = (data) => Buffer.from(data).toString('utf-8');
      Page({ build() {
        ble.addListener((isConnected) => console.log('connected ' + isConnected));
        ble.createConnect((index, data, size) => console.log('heard ' + text(data) + ' ' + size));
        const hello = Buffer.from('hello');
        console.log('near ' + ble.connectStatus(), ble.send(hello.buffer, hello.byteLength));
      } })`,
  },
};

const said = (watch: ReturnType<typeof openFixture>) => watch.logs().map(({ text }) => text);

/** A phone that echoes everything in capitals, 20 ms later, and goes out of range after a second. */
const echo: RadioMaker = ({ clock }) => {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  const connections = new Set<(isConnected: boolean) => void>();
  let isNear = true;
  clock.after(1_000, () => {
    isNear = false;
    for (const listener of connections) listener(false);
  });
  return {
    isConnected: () => isNear,
    send(bytes) {
      const answer = Uint8Array.from(Buffer.from(Buffer.from(bytes).toString().toUpperCase()));
      clock.after(20, () => listeners.forEach((listener) => listener(answer)));
      return true;
    },
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection(listener) {
      connections.add(listener);
      return () => connections.delete(listener);
    },
  };
};

describe('the link to the phone', () => {
  it('has nobody at the other end by default', () => {
    const watch = openFixture(TALKING);
    watch.advance(5_000);
    expect(said(watch)).toEqual(['near false true']);
  });

  it('carries bytes both ways on the clock of the watch', () => {
    const watch = openFixture(TALKING, { radio: echo });
    watch.advance(19);
    expect(said(watch)).toEqual(['near true true']);
    watch.advance(2_000);
    expect(said(watch).slice(1)).toEqual(['heard HELLO 5', 'connected false']);
  });

  it('ends with the page that opened it', () => {
    const watch = openFixture(TALKING, { radio: echo });
    watch.press('HOME');
    watch.advance(2_000);
    expect(said(watch)).toEqual(['near true true']);
  });
});
