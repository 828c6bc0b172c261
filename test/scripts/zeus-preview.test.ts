import { NOT_INSTALLED, zeusPreview } from '../../scripts/zeus-preview';

let said: string[] = [];

beforeEach(() => {
  said = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => said.push(text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => said.push(text));
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('the installed zeus runs in the folder of the project, and its exit code is returned', async () => {
  const calls: unknown[] = [];
  const code = await zeusPreview('/project', (...call) => {
    calls.push(call);
    return Promise.resolve(3);
  });
  expect([code, calls]).toEqual([3, [['zeus', ['preview'], '/project']]]);
  expect(said).not.toContain(NOT_INSTALLED);
});

test('if zeus is not installed, one sentence says how to install it, and nothing is downloaded instead', async () => {
  const calls: string[] = [];
  const code = await zeusPreview('/project', (program) => {
    calls.push(program);
    return Promise.resolve(undefined);
  });
  expect([code, calls]).toEqual([1, ['zeus']]);
  expect(said).toContain(NOT_INSTALLED);
  expect(NOT_INSTALLED).toContain('npm i -g @zeppos/zeus-cli@');
});
