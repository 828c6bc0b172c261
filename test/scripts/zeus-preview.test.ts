import {
  aboutZeus,
  findZeus,
  NEEDS,
  NOT_INSTALLED,
  TRIED,
  withoutLocalPrograms,
  zeusPreview,
} from '../../scripts/zeus-preview';

afterEach(() => {
  jest.restoreAllMocks();
});

test('the installed zeus runs in the folder of the project, and its exit code is returned', async () => {
  jest.spyOn(console, 'log').mockImplementation();
  const calls: unknown[] = [];
  const code = await zeusPreview('/project', {
    run: (...call) => {
      calls.push(call);
      return Promise.resolve(3);
    },
  });
  expect([code, calls]).toEqual([3, [[['preview'], '/project']]]);
});

test('without zeus nothing is run, and what there is to say of one that is there is said', () => {
  const said: unknown[] = [];
  jest.spyOn(console, 'error').mockImplementation((text: unknown) => said.push(text));
  const run = (): Promise<number> => Promise.resolve(0);
  expect(findZeus({ version: () => undefined, run })).toBeUndefined();
  const tried = { version: () => TRIED, run };
  const newer = { version: () => '2.0.3', run };
  expect([findZeus(tried), findZeus(newer)]).toEqual([tried, newer]);
  expect(said).toEqual([NOT_INSTALLED, expect.stringContaining('This is zeus 2.0.3')]);
});

test('if zeus is not installed, one sentence says how to install it', () => {
  expect(aboutZeus({ version: () => undefined })).toEqual({ found: false, says: NOT_INSTALLED });
  expect(NOT_INSTALLED).toContain(`npm i -g @zeppos/zeus-cli@${TRIED}`);
});

test.each([
  [`${TRIED}\n`, undefined],
  [`@zeppos/zeus-cli/${TRIED} linux-x64 node-v20.20.2\n`, undefined],
  ['2.0.3\n', 'This is zeus 2.0.3;'],
  ['', 'This is zeus of an unknown version;'],
])('a zeus that prints %j as its version runs, and another than the tried one is named', (printed, says) => {
  const about = aboutZeus({ version: () => printed });
  expect(about.found).toBe(true);
  if (says === undefined) expect(about.says).toBeUndefined();
  else expect(about.says).toContain(says);
});

test('a zeus among the programs of the project is not taken for the one that is installed globally', () => {
  expect(
    withoutLocalPrograms('/a/legato/node_modules/.bin:/usr/bin:/node_modules/.bin/:/home/me/.bin', ':'),
  ).toBe('/usr/bin:/home/me/.bin');
  expect(withoutLocalPrograms('C:\\legato\\node_modules\\.bin;C:\\Tools', ';')).toBe('C:\\Tools');
});

test('each way in which zeus refuses is named with what to do', () => {
  for (const refusal of [
    "Cannot find module 'zeppos-app-utils'",
    'Login information is invalid.',
    "You must execute the Zeus command in the project's root directory.",
    'Generating preview qrcode failed',
  ])
    expect(NEEDS).toContain(refusal);
});
