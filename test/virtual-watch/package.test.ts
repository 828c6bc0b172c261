import { bootWatch, deviceNamed, DEVICES, oneScreen, readZab } from '../../virtual-watch/node/index';
import { decodeUtf8, encodeUtf8 } from '../../virtual-watch/machine/utf8';
import fc from 'fast-check';
import { fixtureZab } from './fixture';

const ZAB = fixtureZab({
  pages: { 'page/a': "Page({ build() { console.log(need('@zos/utils').px(60)) } })" },
});

describe('a .zab', () => {
  it('holds a package for each of the six screens', () => {
    expect(readZab(ZAB).map(({ shape, width, height }) => `${shape} ${width}x${height}`)).toEqual([
      ...[
        'round 416x416',
        'round 454x454',
        'round 466x466',
        'round 480x480',
        'square 390x450',
        'square 432x514',
      ],
    ]);
  });

  it.each([
    ['Amazfit Falcon', '52'],
    ['Amazfit T-Rex Ultra', '57'],
    ['Amazfit GTR 4', '59'],
    ['Amazfit Balance', '60'],
    ['Amazfit GTS 4', '60'],
    ['Amazfit Bip Max', '67'],
  ])('runs on %s with its own sizes', (device, px) => {
    const watch = bootWatch({ zab: ZAB, device });
    watch.openApp();
    expect(watch.logs()[0]?.text).toBe(px);
  });

  it.each(DEVICES.map(({ name }) => name))('can be cut down to the package for %s', (device) => {
    const facts = deviceNamed(device);
    const isFor = ({ shape, width, height }: Screen): boolean =>
      shape === facts.shape && width === facts.width && height === facts.height;
    const whole = readZab(ZAB).filter(isFor);
    if (whole.length === 0) {
      expect(() => oneScreen(ZAB, facts)).toThrow('the package has nothing for');
      return;
    }
    const cut = oneScreen(ZAB, facts);
    expect(readZab(cut).map(parts)).toEqual(whole.map(parts));
    expect(oneScreen(ZAB, facts)).toEqual(cut);
  });

  it('is refused where it does not fit', () => {
    expect(() => bootWatch({ zab: ZAB, device: 'Amazfit Active Edge' })).toThrow(
      'no package for a round 360x360 screen',
    );
    expect(() => bootWatch({ zab: ZAB, device: 'Amazfit GTR Mini' })).toThrow(
      'has API 2.0; the package needs 3.6',
    );
    expect(() => bootWatch({ zab: ZAB, device: 'Sundial' })).toThrow(
      'no device "Sundial"; there are Amazfit Balance 3',
    );
  });

  it('fits every model with its screen and API', () => {
    const models = DEVICES.filter(({ apiLevel, width }) => Number(apiLevel) >= 3.6 && width > 360);
    for (const device of models) expect(() => bootWatch({ zab: ZAB, device })).not.toThrow();
  });
});

describe('UTF-8', () => {
  it('is written as Node writes it, and read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([...encodeUtf8(text)]).toEqual([...Buffer.from(text)]);
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
    );
  });

  it('marks invalid bytes', () => {
    expect(decodeUtf8(Uint8Array.of(0x61, 0xff, 0xc3, 0x62))).toBe('a\ufffd\ufffdb');
  });
});

type Screen = Pick<ReturnType<typeof readZab>[number], 'shape' | 'width' | 'height'>;

function parts(screen: ReturnType<typeof readZab>[number]): unknown {
  const { shape, width, height, manifest } = screen;
  return { shape, width, height, manifest, script: screen.script('page/a') };
}
