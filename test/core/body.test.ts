import { isLeg, isZone, LEGS, otherLeg, ZONES, zoneNumber } from '../../core/body';

test('zones are numbered from the foot toward the heart', () => {
  expect(ZONES.map(zoneNumber)).toEqual([1, 2, 3, 4, 5]);
});

test('the other leg of the other leg is the leg', () => {
  expect(LEGS.map(otherLeg)).toEqual(['right', 'left']);
});

test('only legs are legs and only zones are zones', () => {
  const names: readonly unknown[] = [...LEGS, ...ZONES, 'Left', '', 0, null, undefined];
  expect(names.filter(isLeg)).toEqual(LEGS);
  expect(names.filter(isZone)).toEqual(ZONES);
});
