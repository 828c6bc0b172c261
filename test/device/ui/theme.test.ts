import { COLORS, pressed, SIZES, TARGET } from '../../../device/ui/theme';
import { contrast, rgbOf } from '../../../virtual-watch/face/contrast';

function ratio(one: number, other: number): number {
  return contrast(rgbOf(one), rgbOf(other));
}

describe('the colours', () => {
  test.each([
    ['text', COLORS.text, COLORS.background],
    ['quiet text', COLORS.quiet, COLORS.background],
    ['warm text', COLORS.warm, COLORS.background],
    ['key text', COLORS.key, COLORS.background],
    ['the label of a key button', COLORS.onKey, COLORS.key],
    ['the label of a chosen button', COLORS.onChosen, COLORS.chosen],
    ['the label of a button', COLORS.onButton, COLORS.button],
  ])('of %s can be read', (_, front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['a leg', COLORS.leg, COLORS.background],
    ['the other leg', COLORS.otherLeg, COLORS.background],
    ['the lit zone', COLORS.warm, COLORS.background],
    ['the mark in the lit zone', COLORS.background, COLORS.warm],
    ['the ring of a step on its track', COLORS.key, COLORS.track],
    ['the ring of the whole on its track', COLORS.text, COLORS.track],
    ['a cue on the track', COLORS.warm, COLORS.track],
  ])('of %s can be told apart', (_, front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(3);
  });

  test('light a zone by brightness too', () => {
    expect(ratio(COLORS.warm, COLORS.leg)).toBeGreaterThan(1.8);
    expect(ratio(COLORS.leg, COLORS.otherLeg)).toBeGreaterThan(1.8);
  });

  test('have no grey so dark that panels show it unevenly', () => {
    const isDark = (color: number): boolean => rgbOf(color).every((channel) => channel >= 1 && channel <= 46);
    expect(Object.values(COLORS).filter(isDark)).toEqual([]);
  });

  test('lose 28.6 % of their brightness where a finger is', () => {
    expect(pressed(0xffffff)).toBe(0xb6b6b6);
    expect(pressed(0x000000)).toBe(0x000000);
  });
});

test('nothing is written smaller, and nothing is harder to hit, than Zepp asks for', () => {
  expect(Math.min(...Object.values(SIZES))).toBeGreaterThanOrEqual(24);
  expect(TARGET).toBeGreaterThanOrEqual(64);
});
