import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

import { ensurePackage } from '../../scripts/build/ensure-package';
import { bootWatch, VirtualPhone } from '../../virtual-watch/node/index';

const DOC = readFileSync(join(__dirname, '../../docs/virtual-watch.md'), 'utf8');
const EXAMPLES = [...DOC.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code);

/** Runs an example of the document; returns what stands before a comment on its line. */
async function told(example: string): Promise<readonly unknown[]> {
  const zab = Uint8Array.from(readFileSync(await ensurePackage()));
  const statements = example
    .replace(/^import .*$/gm, '')
    .replace(/^(watch|phone)\.(.*); \/\/.*$/gm, 'tell($1.$2);');
  const values: unknown[] = [];
  const { code } = transformSync(statements, { loader: 'ts' });
  const run = compileFunction(code, ['bootWatch', 'VirtualPhone', 'zab', 'tell']) as (
    ...args: unknown[]
  ) => void;
  run(bootWatch, VirtualPhone, zab, (value: unknown) => values.push(value));
  return values;
}

describe('the examples of the document', () => {
  it('are two', () => {
    expect(EXAMPLES).toHaveLength(2);
  });

  it('tell of a session by touch, on the page and after it', async () => {
    const [felt, carrier] = await told(EXAMPLES[0] ?? '');
    expect(felt).toMatchObject([{ at: 20_000, carrier: 'page', by: 'page/session/index' }]);
    expect(carrier).toBe('service');
  });

  it('bring a session to the phone', async () => {
    const [texts] = await told(EXAMPLES[1] ?? '');
    expect(texts).toContain('On this phone: 1');
  });
});
