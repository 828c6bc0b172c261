import { certain, err, ok } from '../../core/result';

test('a certain value is returned', () => {
  expect(certain(ok(22), 'there are 22 cues')).toBe(22);
});

test('a value that was certain and is missing stops the program with both reasons', () => {
  expect(() => certain(err('noSuchCue'), 'there are 22 cues')).toThrow(
    'This cannot fail because there are 22 cues, yet it did: noSuchCue',
  );
});
