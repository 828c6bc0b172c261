/** The commands of the virtual watch in a terminal. */
import { writeFileSync } from 'node:fs';
import { chipOf } from '../face/tga';
import { KEYS, SYSTEM_MODES, zoneNamed, type Felt } from '../index';
import { nodeSprites, pngOf } from '../node/picture-png';
import type { Command, Desk } from './command';
import { choiceOf, durationOf, timeOf } from './reading';

type Act = (desk: Desk, rest: string) => void;

/** A command that prints the screen afterwards. */
const act = (takes: string, tells: string, run: Act): Command => ({
  takes,
  tells,
  run(desk, rest) {
    run(desk, needed(takes, rest));
    return seen(desk);
  },
});

const ask = (tells: string, answer: (desk: Desk) => readonly string[]): Command => ({
  takes: '',
  tells,
  run: (desk) => answer(desk),
});

/** Commands by name, as `help` lists them. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  screen: ask('what is seen', seen),
  tap: act('LABEL', 'taps what says so', ({ watch }, label) => watch.tap(label)),
  hold: act('LABEL', 'holds it for a second', ({ watch }, label) => watch.hold(label)),
  swipe: act('left|right|up|down', 'swipes over the glass', ({ watch }, way) =>
    watch.swipe(choiceOf(['left', 'right', 'up', 'down'], way)),
  ),
  scroll: act('PIXELS', 'scrolls down, or up if negative', ({ watch }, pixels) =>
    watch.scroll(numberOf(pixels)),
  ),
  press: act('KEY', 'presses a key, such as HOME', ({ watch }, key) => watch.press(choiceOf(KEYS, key))),
  wake: act('', 'lights the screen', ({ watch }) => watch.wake()),
  dark: act('', 'turns the screen off', ({ watch }) => watch.screenOff()),
  wristdown: act('', 'drops the arm', ({ watch }) => watch.wristDown()),
  palm: act('', 'covers the glass', ({ watch }) => watch.palm()),
  wait: act('TIME', 'lets time pass: 20 s, 5 min, 300 ms', ({ watch }, time) =>
    watch.advance(durationOf(time)),
  ),
  next: {
    takes: '',
    tells: 'lets time pass until something is felt, an hour at most',
    run: ({ watch }) => [feltLine(watch.advanceToNextFelt())],
  },
  zone: act('NAME', 'carries the watch to another time zone: Asia/Tokyo', ({ watch }, name) => {
    watch.travelTo(zoneNamed(name));
  }),
  clock: act('TIME', 'sets the time of day forward, or back if negative', ({ watch }, time) =>
    watch.stepClock(durationOf(time)),
  ),
  open: act('', 'opens the app', ({ watch }) => watch.openApp()),
  crash: act('', 'ends the app with no word to it', ({ watch }) => watch.crash()),
  reboot: act('', 'turns the watch off and on', ({ watch }) => watch.reboot()),
  update: act('', 'installs the same package again', ({ watch }) => watch.updateApp()),
  mode: act('NAME on|off', 'switches a mode, such as DND', ({ watch }, rest) => {
    const [name = '', state = ''] = rest.split(/\s+/);
    watch.setMode({ [choiceOf(SYSTEM_MODES, name)]: choiceOf(['on', 'off'], state) === 'on' });
  }),
  felt: ask('all that was felt', ({ watch }) => watch.felt().map(feltLine)),
  unfelt: ask('what could not be felt, and why', ({ watch }) =>
    watch.unfelt().map((each) => `${feltLine(each)}  ${each.reason}`),
  ),
  alarms: ask('the alarms that are set', ({ watch }) =>
    watch.alarms().map(({ id, url, time, param }) => {
      const at = new Date(time * 1000).toISOString();
      return `${id}  ${at}  ${url}  ${param ?? ''}`.trimEnd();
    }),
  ),
  notifications: ask('the notifications that are shown', ({ watch }) =>
    watch.notifications().map(({ at, title, content }) => `${timeOf(at)}  ${title}: ${content}`),
  ),
  files: ask('the files of the app, with their bytes', ({ watch }) =>
    [...watch.files()].map(([path, bytes]) => `${path}  ${bytes.length}`),
  ),
  logs: ask('what the app has printed', ({ watch }) =>
    watch.logs().map(({ at, logger, text }) => `${timeOf(at)}  ${logger}  ${text}`),
  ),
  screenshot: {
    takes: 'FILE.png',
    tells: 'draws the screen',
    run(desk, rest) {
      const file = needed('FILE.png', rest);
      if (!/\.png$/i.test(file)) throw new Error(`A screenshot is a .png file, which ${file} is not.`);
      writeFileSync(file, screenshot(desk));
      return [`${file} is drawn.`];
    },
  },
  phone: ask("the app's page on the phone", ({ phone }) => phone.settingsPage().texts()),
  phonetap: {
    takes: 'LABEL',
    tells: 'taps what says so on that page',
    run({ phone }, rest) {
      phone.settingsPage().tap(needed('LABEL', rest));
      return phone.settingsPage().texts();
    },
  },
  range: {
    takes: 'in|out',
    tells: 'takes the phone away, or brings it back',
    run({ phone }, rest) {
      if (choiceOf(['in', 'out'], rest) === 'in') phone.inRange();
      else phone.outOfRange();
      return [];
    },
  },
};

function needed(takes: string, rest: string): string {
  if (takes === '' && rest !== '') throw new Error(`Nothing stands behind it, and "${rest}" does.`);
  if (takes !== '' && rest === '') throw new Error(`It takes ${takes}.`);
  return rest;
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Error(`"${text}" is no number.`);
  return number;
}

/** The time since boot, what is shown, and the texts that can be read. */
function seen({ watch }: Desk): readonly string[] {
  const { lit, shows } = watch.screen();
  const texts = watch.texts().map((text) => text.replace(/\n/g, ' '));
  return [[timeOf(watch.now()), lit ? shows : `${shows}, dark`, ...texts].join(' | ')];
}

function feltLine({ at, carrier, by, pulses, gaps, cut }: Felt): string {
  const pattern = pulses.map(
    ({ onMs }, place) => `${place === 0 ? '' : ` (${gaps[place - 1] ?? 0}) `}${onMs}`,
  );
  return `${timeOf(at)}  ${carrier}  ${by}  ${pattern.join('')} ms${cut ? ', cut' : ''}`;
}

function screenshot({ watch }: Desk): Uint8Array {
  const sprites = nodeSprites({ asset: (src) => watch.asset(src), chip: chipOf(undefined) });
  return pngOf(watch.picture(), sprites, { scale: 1 });
}
