import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deviceNamed, makeNodeHost, modelledApis } from '../../virtual-watch/node/index';

const DOC = readFileSync(join(__dirname, '../../docs/virtual-watch.md'), 'utf8');

/** The list as the document has it. */
function listed(): string {
  const { modules, widgets, props } = modelledApis(makeNodeHost(), deviceNamed('Amazfit Balance'));
  const row = (name: string, members: readonly string[]): string => `| \`${name}\` | ${members.join(', ')} |`;
  return [
    ...Object.entries(modules).map(([name, members]) => row(name, members)),
    ...Object.entries(widgets).map(([name, members]) => row(`widget.${name}`, members)),
    row('prop', props),
  ].join('\n');
}

it('the document lists what is modelled, and no more', () => {
  expect(DOC).toContain(listed());
});
