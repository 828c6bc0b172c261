import { LEGS, ZONES } from '../../../core/body';
import { eachVein, veinName, veinsOf } from '../../../core/care/veins';
import { DEFAULT_PREFERENCES } from '../../../core/state/preferences';

test('each zone of each leg has a name of its own under which a vein is noted', () => {
  const names = LEGS.flatMap((leg) => ZONES.map((zone) => veinName(leg, zone)));
  expect(new Set(names).size).toBe(LEGS.length * ZONES.length);
  expect(names).toContain('veinLeftUpperThigh');
  expect(Object.keys(eachVein(false))).toEqual(names);
  expect(DEFAULT_PREFERENCES).toMatchObject(eachVein(false));
});

test('the veins of a leg are those of its zones, from the foot up, and none of the other leg', () => {
  const noted = { ...eachVein(false), veinLeftKnee: true, veinLeftAnkle: true, veinRightCalf: true };
  expect([veinsOf('left', noted), veinsOf('right', noted)]).toEqual([['ankle', 'knee'], ['calf']]);
});
