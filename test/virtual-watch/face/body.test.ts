import { bodyOf, type BodyShape } from '../../../virtual-watch/face/body';
import { KEY_COUNTS, keysOf, type DeviceFacts } from '../../../virtual-watch/machine/device';
import { canvasOf } from '../../../virtual-watch/node/picture-png';
import { round } from './nodes';

const ROUND: BodyShape = { width: 466, height: 466, shape: 'round', cornerRadius: 0, keys: 2 };
const SQUARE: BodyShape = { width: 390, height: 450, shape: 'square', cornerRadius: 86, keys: 1 };

describe('the body of the watch', () => {
  test.each([ROUND, SQUARE])('holds the whole screen at its own size ($shape)', (device) => {
    const { screen, metal, width, height } = bodyOf(device);
    expect([screen.w, screen.h]).toEqual([device.width, device.height]);
    expect(screen.x).toBeGreaterThan(metal.x);
    expect(metal.x + metal.w).toBeLessThan(width);
    expect(metal.y + metal.h).toBeLessThan(height);
  });

  test.each(KEY_COUNTS)('has the keys a device with %i of them has', (keys) => {
    const device: DeviceFacts = {
      ...ROUND,
      keys,
      name: 'any',
      apiLevel: '4.2',
      osVersion: '4.0',
      deviceSource: 1,
    };
    expect(
      bodyOf(device)
        .keys.map((key) => key.name)
        .sort(),
    ).toEqual([...keysOf(device)].sort());
  });

  test('gives every key its own box to be pressed in', () => {
    for (const shape of [ROUND, SQUARE]) {
      for (const count of KEY_COUNTS) {
        const { keys, screen } = bodyOf({ ...shape, keys: count });
        for (const key of keys) {
          const others = keys.filter((other) => other !== key);
          expect(key.box.w).toBeGreaterThan(screen.w * 0.15);
          expect(others.every(({ x, y }) => Math.hypot(x - key.x, y - key.y) > key.length)).toBe(true);
        }
      }
    }
  });

  test('is drawn around a screen that stays as it is', () => {
    const picture = round([
      { kind: 'fillRect', x: 0, y: 0, w: 480, h: 480, color: 0x336699, radius: 0, alpha: 255 },
    ]);
    const body = bodyOf({ ...picture, keys: 5 });
    const canvas = canvasOf(picture, () => undefined, { scale: 1, body: { ...picture, keys: 5 } });
    const middle = canvas.getContext('2d').getImageData(body.screen.x + 240, body.screen.y + 240, 1, 1).data;
    expect([...middle]).toEqual([0x33, 0x66, 0x99, 255]);
    expect([canvas.width, canvas.height]).toEqual([Math.ceil(body.width), Math.ceil(body.height)]);
  });
});
