import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

import { bootWatch, VirtualPhone } from '../../virtual-watch/node/index';
import { README } from './readme';
import { teaTimerPackages } from './tea-timer';

const EXAMPLES = [...README.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code);

/** Runs an example of the README; returns what stands before a comment on its line. */
function told(example: string): readonly unknown[] {
  const statements = example
    .replace(/^import .*$/gm, '')
    .replace(/^(watch|phone)\.(.*); \/\/.*$/gm, 'tell($1.$2);');
  const values: unknown[] = [];
  const { code } = transformSync(statements, { loader: 'ts' });
  const run = compileFunction(code, ['bootWatch', 'VirtualPhone', 'zab', 'tell']) as (
    ...args: unknown[]
  ) => void;
  run(bootWatch, VirtualPhone, teaTimerPackages(), (value: unknown) => values.push(value));
  return values;
}

describe('the examples of the README', () => {
  it('are two', () => {
    expect(EXAMPLES).toHaveLength(2);
  });

  it('show an app by what is seen and felt', () => {
    const [texts, carrier, felt] = told(EXAMPLES[0] ?? '');
    expect(texts).toEqual(['Steeping', 'Tell the phone']);
    expect(carrier).toBe('service');
    expect(felt).toMatchObject([
      { at: 180_000, carrier: 'service', by: 'app-service/ready', pulses: [{}, {}], gaps: [150] },
    ]);
  });

  it('send a message to the phone', () => {
    expect(told(EXAMPLES[1] ?? '')).toEqual([['Cups', '1']]);
  });
});
