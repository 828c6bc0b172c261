import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

import { main } from '../../virtual-watch/cli/main';
import { help } from '../../virtual-watch/cli/run';
import { fixtureZab } from './fixture';
import { README } from './readme';
import { TEA_TIMER } from './tea-timer';

const folder = mkdtempSync(join(tmpdir(), 'virtual-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const TEA = file('tea-timer.zab', fixtureZab(TEA_TIMER));

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const voice = {
    say: (line: string): unknown => said.push(line),
    complain: (line: string): unknown => complained.push(line),
  };
  return { code: await main(args, voice), said, complained };
}

const doing = (commands: string, ...flags: readonly string[]) => run(TEA, '--do', commands, ...flags);

describe('a package of any app', () => {
  it('is opened, tapped and felt', async () => {
    const { code, said, complained } = await doing('tap Steep; wait 30 s; next; felt');
    expect(complained).toEqual([]);
    expect(said).toEqual([
      '0:00.0 | page/tea | Tea | Steep | Tell the phone',
      '0:00.0 | page/tea | Steeping | Tell the phone',
      '0:30.0 | watchface, dark',
      '3:00.0  service  app-service/ready  150 (150) 150 ms',
      '3:00.0  service  app-service/ready  150 (150) 150 ms',
    ]);
    expect(code).toBe(0);
  });

  it('runs on the requested watch, and on one with other answers', async () => {
    const small = await doing('screen', '--device', 'bip 6');
    expect(small.said[0]).toContain('page/tea');
    const cut = await doing('tap Steep; wait 4 min; felt', '--unknown', 'serviceEnds=whenDone');
    expect(cut.said).toHaveLength(3);
    const late = await doing('clock 30 s; tap Steep; next', '--unknown', 'alarmGrain=minuteAfter');
    expect(late.said[3]).toMatch(/^3:30.0/);
    const slots = await doing('tap Steep; alarms', '--unknown', 'alarmSlots=0');
    expect(slots.said).toHaveLength(2);
  });

  it('is drawn', async () => {
    const png = join(folder, 'tea.png');
    const { code, said } = await doing(`screenshot ${png}`);
    expect([code, said[1]]).toEqual([0, `${png} is drawn.`]);
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  });

  it('shows what is stored, printed and set', async () => {
    const { code, said } = await doing(
      'tap Steep; alarms; files; logs; notifications; unfelt; dark; wake; range out',
    );
    expect(code).toBe(0);
    expect(said.slice(2)).toEqual([
      expect.stringMatching(/^1 {2}2026-01-05T08:03:00.000Z {2}app-service\/ready$/),
      '0:00.0 | page/tea, dark',
      '0:00.0 | page/tea | Steeping | Tell the phone',
    ]);
  });
});

describe('what cannot be done is reported in a sentence:', () => {
  it.each([
    ['a label that is not there', 'tap Pour; felt', /^tap: cannot tap "Pour": there is no such label/],
    ['a command that there is not', 'pour; felt', /^pour: There is no such command; "help" lists them\./],
    ['a time that is none', 'wait long', /^wait: "long" is no length of time, such as 20 s/],
    ['a key that there is not', 'press ANY', /^press: "ANY" is none of HOME, /],
    ['nothing to tap', 'tap', /^tap: It takes LABEL\./],
    ['too much', 'wake up', /^wake: Nothing stands behind it, and "up" does\./],
    ['a picture of another kind', 'screenshot tea.gif', /is a \.png file, which tea\.gif is not\./],
    ['a page on the phone that there is not', 'phone', /^phone: the package has no setting\.js/],
  ])('%s', async (_, commands, sentence) => {
    const { code, complained } = await doing(commands);
    expect(complained).toEqual([expect.stringMatching(sentence)]);
    expect(code).toBe(1);
  });

  it('a fault of the app', async () => {
    const faulty = file(
      'faulty.zab',
      fixtureZab({ pages: { 'page/a': "Page({ build() { throw new Error('no') } })" } }),
    );
    const { code, complained } = await run(faulty, '--do', 'screen');
    expect(complained).toEqual(['open: exception in page/a build at 0 ms: Error: no']);
    expect(code).toBe(1);
  });
});

describe('invalid input is reported in a sentence, and nothing is run:', () => {
  const nowhere = join(folder, 'nowhere.zab');
  it.each([
    ['no file', [], /Which package is to be run\?/],
    ['two files', [TEA, TEA], /One package is run at a time/],
    ['a file that is not there', [nowhere], /nowhere\.zab cannot be read: there is no such file\./],
    ['a folder', [folder], /cannot be read: it is a folder\./],
    ['a file of another kind', [file('text.zab', strToU8('tea'))], /not a Zepp OS package: it is no zip/],
    ['another zip', [file('zip.zab', zipSync({}))], /not a Zepp OS package: manifest\.json is missing/],
    ['a flag that there is not', [TEA, '--fast'], /Unknown option '--fast'/],
    [
      'a watch that there is not',
      [TEA, '--device', 'Wristy'],
      /There is no watch "Wristy"\. Possible are .*GTR 4/,
    ],
    ['a question that there is not', [TEA, '--unknown', 'x=y'], /"x" is none of runsAppForService, /],
    [
      'an answer that there is not',
      [TEA, '--unknown', 'alarmGrain=hour'],
      /alarmGrain is second or .*, not "hour"\./,
    ],
    [
      'a number that is none',
      [TEA, '--unknown', 'alarmSlots=few'],
      /alarmSlots is a whole number, not "few"\./,
    ],
  ])('%s', async (_, args, sentence) => {
    const { code, said, complained } = await run(...args);
    expect(complained).toEqual([expect.stringMatching(sentence)]);
    expect([code, said]).toEqual([2, []]);
  });
});

it('lists what is possible', async () => {
  const { code, said } = await run('--help');
  expect([code, said]).toEqual([0, [expect.stringContaining('--unknown NAME=ANSWER')]]);
  expect((await doing('help')).said.slice(1)).toEqual(help());
});

it('the README lists the commands', () => {
  expect(README).toContain(`\`\`\`text\n${help().join('\n')}\nquit\n\`\`\``);
});
