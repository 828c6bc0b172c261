import { keeper } from '../../core/kept';

test('a result is made again only if one of its inputs is another', () => {
  const kept = keeper<number>();
  let made = 0;
  const make = (): number => (made += 1);
  const plan = {};
  expect([kept([plan, 1], make), kept([plan, 1], make), kept([plan, 2], make), kept([{}, 2], make)]).toEqual([
    1, 1, 2, 3,
  ]);
});
