import { certain, err, ok } from '../../core/result';

test('what is certain is given out', () => {
  expect(certain(ok(22), 'there are 22 cues')).toBe(22);
});

test('what was certain and is not after all stops the program with both reasons', () => {
  expect(() => certain(err('noSuchCue'), 'there are 22 cues')).toThrow(
    'This cannot fail because there are 22 cues, yet it did: noSuchCue',
  );
});
