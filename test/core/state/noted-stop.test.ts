import { NOTHING_SAID } from '../../../core/care/book';
import { whyOf } from '../../../core/care/why';
import { pack } from '../../../core/care/statement';
import { notedStop } from '../../../core/state/noted-stop';

const SESSION = 'abcdefghjk-7';
const AT_SIGN = whyOf({ by: 'sign', sign: 'warmer' });

const lock = (id: string, why: string = AT_SIGN) => pack({ kind: 'lock', id, leg: 'right', why, at: 5 });
const unlock = pack({ kind: 'unlock', id: 'phone-1', lifts: 'abcdefghjk-8', doctorOn: 1, at: 6 });

test.each([
  ['nothing was said', [], undefined],
  [
    'a sign locked a leg after the session was given its name',
    [lock('abcdefghjk-8')],
    { stop: 'sign', leg: 'right', sign: 'warmer' },
  ],
  ['of two digits, too', [lock('abcdefghjk-10')], { stop: 'sign', leg: 'right', sign: 'warmer' }],
  ['it did before that', [lock('abcdefghjk-6')], undefined],
  ['it did on another watch', [lock('zzzzzzzzzz-8')], undefined],
  ['the disk gave that lock no name', [lock('mbx0-k2')], undefined],
  ['a doctor has looked at the leg since', [lock('abcdefghjk-8'), unlock], undefined],
  ['the leg was locked for another reason', [lock('abcdefghjk-8', 'girth')], undefined],
  ['only a later Legato knows why it was locked', [lock('abcdefghjk-8', 'sign.hum')], undefined],
])('where %s', (_, said, expected) => {
  expect(notedStop(SESSION, { ...NOTHING_SAID, said })).toEqual(expected);
});

test('that it hurt is told whatever is locked', () => {
  const care = { said: [lock('abcdefghjk-8')], mayLack: false, stopped: 'left' } as const;
  expect(notedStop(SESSION, care)).toEqual({ stop: 'hurts' });
});
