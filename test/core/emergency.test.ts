import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTRY_CHOICES, EMERGENCY_NUMBERS, emergencyNumber } from '../../core/emergency';

const PAGE = readFileSync(join(__dirname, '../../docs/care.md'), 'utf8');

test('no number is shown unless a country was chosen', () => {
  expect(emergencyNumber('none')).toBeUndefined();
  expect(emergencyNumber('GB')).toBe('999');
});

test('every country can be chosen, and every number has a source in docs/care.md', () => {
  expect(COUNTRY_CHOICES.slice(1)).toEqual(Object.keys(EMERGENCY_NUMBERS));
  const [, table = ''] = PAGE.split('\n## Emergency numbers\n');
  const numbers = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| [^|]+ \| (\d+) \| \S.+ \|$/gm)];
  expect(numbers.map(([, number = '']) => number).sort()).toEqual(Object.values(EMERGENCY_NUMBERS).sort());
});
