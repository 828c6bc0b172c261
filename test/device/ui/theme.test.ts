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
    ['the label of a button that is warm', COLORS.onWarm, COLORS.warm],
    ['the label of a button', COLORS.onButton, COLORS.button],
  ])('of %s can be read', (_, front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['what is ahead of a leg', COLORS.legAhead, COLORS.background],
    ['the other leg', COLORS.grey, COLORS.background],
    ['the lit zone', COLORS.warm, COLORS.background],
    ['the outline of the leg in a pause', COLORS.dimAhead, COLORS.background],
    ['the zone in a pause', COLORS.dimZone, COLORS.background],
    ['the mark in it', COLORS.background, COLORS.dimZone],
    ['what is done in a pause', COLORS.dimDone, COLORS.background],
    ['what is done of a paused session on its track', COLORS.dimDone, COLORS.track],
    ['the lit zone from what is ahead', COLORS.warm, COLORS.legAhead],
    ['what is done from what is ahead', COLORS.key, COLORS.legAhead],
    ['what is done from the other leg', COLORS.key, COLORS.grey],
    ['a mark that lies behind', COLORS.onKey, COLORS.key],
    ['the mark in the lit zone', COLORS.background, COLORS.warm],
    ['what is done of the session on its track', COLORS.key, COLORS.track],
    ['a mark that is ahead', COLORS.text, COLORS.track],
    ['a cue on the track', COLORS.warm, COLORS.track],
  ])('of %s can be told apart', (_, front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(3);
  });

  test('have no grey so dark that panels show it unevenly', () => {
    const isDark = (color: number): boolean => rgbOf(color).every((channel) => channel >= 1 && channel <= 46);
    expect(Object.values(COLORS).filter(isDark)).toEqual([]);
  });

  test('are 28.6 % darker while pressed', () => {
    expect(pressed(0xffffff)).toBe(0xb6b6b6);
    expect(pressed(0x000000)).toBe(0x000000);
  });
});

test('no text is smaller, and no target harder to hit, than Zepp asks for', () => {
  expect(Math.min(...Object.values(SIZES))).toBeGreaterThanOrEqual(24);
  expect(TARGET).toBeGreaterThanOrEqual(72);
});
