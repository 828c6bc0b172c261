import { deviceNamed, makeNodeHost, modelledApis } from '../../virtual-watch/node/index';
import { README } from './readme';

/** The list as the README has it. */
function listed(): string {
  const { modules, widgets, props } = modelledApis(makeNodeHost(), deviceNamed('Amazfit Balance'));
  const row = (name: string, members: readonly string[]): string => `| \`${name}\` | ${members.join(', ')} |`;
  return [
    ...Object.entries(modules).map(([name, members]) => row(name, members)),
    ...Object.entries(widgets).map(([name, members]) => row(`widget.${name}`, members)),
    row('prop', props),
  ].join('\n');
}

it('the README lists what is modelled, and no more', () => {
  expect(README).toContain(listed());
});
