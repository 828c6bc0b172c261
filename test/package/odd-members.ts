/** Which odd answers a watch may give, and which members of its modules this app calls. */
import type { OddAnswer } from '../../virtual-watch';
import type { VirtualWatch } from '../../virtual-watch/node';
import { isForToday } from '../runs';

export const ODD: Readonly<Record<string, OddAnswer>> = {
  throws: 'throws',
  'does nothing': 'doesNothing',
  'is missing': 'missing',
  'answers 0': { answers: 0 },
  'answers NaN': { answers: NaN },
  'answers a word': { answers: 'odd' },
  'answers an object': { answers: {} },
  'answers a list': { answers: [null] },
};

/** Members by module; a method of a class is written `Vibrator.start`. */
export type Members = Readonly<Record<string, readonly string[]>>;

/**
 * What may as well be true is believed, because the app cannot know: another text, an empty battery, a card that is as
 * high as was asked for. What a card draws outside itself is not seen (docs/platform.md, C3).
 */
const NOBODY_CAN_TELL = [
  '@zos/i18n getText answers a word',
  '@zos/sensor Battery.getCurrent answers 0',
  '@zos/sensor Wear.getStatus answers 0',
  '@zos/ui setAppWidgetSize does nothing',
];

/** Called from the start until half a minute after the page of a session died. */
export const IN_A_SESSION: Members = {
  '@zos/alarm': ['cancel', 'getAllAlarms', 'set'],
  '@zos/device': ['getDeviceInfo'],
  '@zos/display': ['pauseDropWristScreenOff', 'pausePalmScreenOff', 'setPageBrightTime', 'setWakeUpRelaunch'],
  '@zos/fs': ['closeSync', 'mkdirSync', 'openSync', 'readFileSync', 'readdirSync', 'statSync', 'writeSync'],
  '@zos/i18n': ['getText'],
  '@zos/interaction': ['onGesture', 'onKey', 'onWristMotion'],
  '@zos/notification': ['getAllNotifications'],
  '@zos/router': ['replace'],
  '@zos/sensor': [
    'Battery.getCurrent',
    'Wear.getStatus',
    'Wear.onChange',
    'Vibrator.getType',
    'Vibrator.stop',
  ],
  '@zos/settings': ['getDateFormat', 'getSystemInfo', 'getSystemMode', 'getTimeFormat'],
};

/** Called in stories of their own, by the name of the story. */
export const IN_STORIES = {
  'the dark look': {
    '@zos/display': ['getAutoBrightness', 'getBrightness', 'setAutoBrightness', 'setBrightness'],
  },
  'into a page and back': { '@zos/router': ['back', 'push'] },
  'another motor': { '@zos/sensor': ['Time.getTime', 'Vibrator.start'] },
  'the card': { '@zos/ui': ['getAppWidgetSize', 'setAppWidgetSize'] },
  'a session to its end': {
    '@zos/display': ['resetDropWristScreenOff', 'resetPageBrightTime', 'resetPalmScreenOff'],
    '@zos/fs': ['readSync'],
    '@zos/interaction': ['offDigitalCrown', 'offGesture', 'offKey', 'onDigitalCrown'],
    '@zos/sensor': ['Wear.offChange'],
  },
  'a session taken up again': {
    '@zos/fs': ['rmSync'],
    '@zos/page': ['getScrollTop', 'scrollTo'],
  },
  'a disk that takes only whole files': { '@zos/fs': ['writeFileSync'] },
  'a square watch': { '@zos/ui': ['setStatusBarVisible'] },
  'cues as notifications': { '@zos/notification': ['cancel', 'notify'] },
  'the check': { '@zos/display': ['setScreenOff'] },
  'a motor without lists': { '@zos/sensor': ['Vibrator.setMode'] },
  'a phone nearby': { '@zos/ble': ['connectStatus', 'disConnect', 'removeListener'] },
} as const satisfies Readonly<Record<string, Members>>;

/** Without these nothing can be shown, and they are believed. */
const DRAWING = ['@zos/ui createWidget', '@zos/ui deleteWidget'];

/** All members named here, as `calledMembers` writes them. */
export function namedMembers(): readonly string[] {
  const tables: readonly Members[] = [IN_A_SESSION, ...Object.values(IN_STORIES)];
  return [...tables.flatMap(membersOf).map(([module, member]) => `${module} ${member}`), ...DRAWING].sort();
}

export function membersOf(table: Members): readonly (readonly [module: string, member: string])[] {
  return Object.entries(table).flatMap(([module, members]) =>
    members.map((member) => [module, member] as const),
  );
}

/** A row for each member and each odd answer that can be told from a true one: every other one each day. */
export function rowsOf(table: Members) {
  const all = membersOf(table).flatMap(([module, member]) =>
    Object.keys(ODD)
      .map((way) => [`${module} ${member} ${way}`, module, member, way] as const)
      .filter(([name]) => !NOBODY_CAN_TELL.includes(name)),
  );
  return all.filter((_, at) => isForToday(at, 2));
}

/** Notes which members are called from now on, without changing what they do. */
export function noteCalls(watch: VirtualWatch, table: Members): ReadonlySet<string> {
  const called = new Set<string>();
  for (const [module, member] of membersOf(table)) {
    const changes = (answer: unknown): unknown => {
      called.add(`${module} ${member}`);
      return answer;
    };
    watch.answerOddly(module, member, { changes });
  }
  return called;
}
