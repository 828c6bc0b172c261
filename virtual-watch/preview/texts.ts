/** Every word of the preview itself, in the languages that the package speaks. */
import type { FaultKind } from '../machine/faults';
import type { Carrier, MissReason } from '../../core/session/delivery';
import type { SystemMode } from '../machine/body';
import type { FeltName } from './signal';

/** Words of one language; functions take what they speak of. */
export interface Words {
  /** What this language calls itself. */
  readonly self: string;
  readonly subtitle: string;
  readonly device: string;
  readonly language: string;
  readonly size: string;
  readonly fit: string;
  readonly watch: string;
  readonly onScreen: string;
  readonly screenIsDark: string;
  readonly hint: string;
  readonly lastCue: string;
  readonly noCueYet: string;
  /** A length of time: `42 s` or `3:05`. */
  readonly lasting: (seconds: number) => string;
  readonly ago: (lasting: string) => string;
  readonly justNow: string;
  readonly signal: Readonly<Record<Exclude<FeltName, number>, string>>;
  readonly zone: (number: number) => string;
  readonly cueAnnounced: (name: string, pulses: number) => string;
  readonly cutOff: string;
  readonly byService: string;
  readonly time: string;
  readonly clock: string;
  readonly speed: string;
  readonly waits: string;
  readonly nextCue: string;
  readonly skipping: string;
  readonly noCueAhead: string;
  readonly sound: string;
  readonly wrist: string;
  readonly screenOff: string;
  readonly wristDown: string;
  readonly palm: string;
  readonly wake: string;
  readonly home: string;
  readonly hazards: string;
  readonly modes: Readonly<Partial<Record<SystemMode, string>>>;
  readonly notWorn: string;
  readonly batteryLow: string;
  readonly life: string;
  readonly crash: string;
  readonly reboot: string;
  readonly update: string;
  readonly clockForward: string;
  readonly clockBack: string;
  readonly tearWrite: string;
  readonly failWrite: string;
  readonly refuseAlarms: string;
  readonly slotTaken: string;
  /** As if the question whether a service may run in the background had never been answered. */
  readonly forgetConsent: string;
  readonly book: string;
  readonly bookEmpty: string;
  readonly alarms: string;
  readonly daysAhead: (days: number) => string;
  readonly guardAlarm: string;
  readonly otherAlarm: string;
  readonly notifications: string;
  readonly notificationsEmpty: string;
  readonly dismiss: (title: string) => string;
  readonly alarmsArmed: (count: number) => string;
  readonly delivered: (by: Carrier, lateSeconds: number) => string;
  readonly missed: (reason: MissReason) => string;
  readonly open: string;
  readonly key: (name: string) => string;
  readonly crown: string;
  readonly timeline: string;
  readonly timelineEmpty: string;
  readonly cues: (count: number) => string;
  readonly log: string;
  readonly logEmpty: string;
  readonly errors: (count: number) => string;
  readonly fault: Readonly<Record<FaultKind, string>>;
  readonly loading: string;
  readonly failed: string;
}

const EN: Words = {
  self: 'English',
  subtitle: 'virtual watch',
  device: 'Watch',
  language: 'Language',
  size: 'Size',
  fit: 'Fit',
  watch: 'Watch: drag to swipe, arrow keys turn the crown',
  onScreen: 'On the screen of the watch',
  screenIsDark: 'The screen is off',
  hint: 'Tap and swipe on the glass. Wheel or ↑ ↓ turn the crown.',
  lastCue: 'Felt last',
  noCueYet: 'Nothing yet. Press Start on the watch.',
  lasting: (seconds) => lasting(seconds, ' s'),
  ago: (time) => `${time} ago`,
  justNow: 'now',
  signal: {
    lightTouch: 'Light touch',
    switchLeg: 'Change legs',
    finish: 'Finish',
    system: 'Notification',
    other: 'Vibration',
  },
  zone: (number) => `Zone ${String(number)}`,
  cueAnnounced: (name, pulses) => `Felt: ${name}, ${pulses === 1 ? '1 pulse' : `${String(pulses)} pulses`}`,
  cutOff: 'cut off',
  byService: 'by service',
  time: 'Time',
  clock: 'Time of day on the watch',
  speed: 'Speed',
  waits: 'At ×1 while the screen waits to be touched',
  nextCue: 'To the next cue',
  skipping: 'On the way …',
  noCueAhead: 'No cue is on its way. Start a session on the watch.',
  sound: 'Sound',
  wrist: 'What a wrist does',
  screenOff: 'Screen off',
  wristDown: 'Wrist down',
  palm: 'Palm',
  wake: 'Wake',
  home: 'Home',
  hazards: 'Between cue and wrist',
  modes: { DND: 'Do not disturb', sleep: 'Sleep', theater: 'Theatre', powerSaving: 'Power saving' },
  notWorn: 'Not worn',
  batteryLow: 'Battery 10 %',
  life: 'What goes wrong',
  crash: 'Crash',
  reboot: 'Reboot',
  update: 'Update app',
  clockForward: 'Clock +1 h',
  clockBack: 'Clock −1 h',
  tearWrite: 'Tear a write',
  failWrite: 'Fail a write',
  refuseAlarms: 'Refuse alarms',
  slotTaken: 'Service taken',
  forgetConsent: 'Forget consent',
  book: 'Delivery book',
  bookEmpty: 'Every cue of a session will stand here with what became of it.',
  alarms: 'Alarms',
  daysAhead: (days) => `+${String(days)} d`,
  guardAlarm: 'Guard: was the watch off?',
  otherAlarm: 'No cue of this session',
  notifications: 'Notifications',
  notificationsEmpty: 'None. A cue that an alarm brings leaves one.',
  dismiss: (title) => `Dismiss ${title}`,
  alarmsArmed: (count) =>
    count === 0 ? 'None armed.' : count === 1 ? '1 alarm armed' : `${String(count)} alarms armed`,
  delivered: (by, late) =>
    `${{ page: 'by the page', alarm: 'by an alarm', timer: 'by the timer' }[by]}, ${late.toFixed(1)} s late`,
  missed: (reason) =>
    `missed: ${
      {
        doNotDisturb: 'do not disturb',
        notArmed: 'nothing was armed',
        watchOff: 'the watch was off',
        clockSet: 'the clock was set',
        overtaken: 'overtaken by the next',
        unknown: 'nobody knows why',
      }[reason]
    }`,
  open: 'Open Legato',
  key: (name) => `Key ${name.toLowerCase()}`,
  crown: 'Crown (home key)',
  timeline: 'Everything felt',
  timelineEmpty: 'Each cue will stand here with its pulses, as long as they were felt.',
  cues: (count) => (count === 1 ? '1 cue' : `${String(count)} cues`),
  log: 'Log',
  logEmpty: 'The app has printed nothing.',
  errors: (count) => (count === 1 ? '1 error' : `${String(count)} errors`),
  fault: {
    notModelled: 'Not modelled',
    misuse: 'Misuse',
    exception: 'Exception',
    miniProgramError: 'Mini Program Error',
    rejection: 'Unheard rejection',
    library: 'In a library',
  },
  loading: 'Taking the package to the watch …',
  failed: 'There is no watch to show',
};

const ZH: Words = {
  self: '简体中文',
  subtitle: '虚拟手表',
  device: '手表',
  language: '语言',
  size: '大小',
  fit: '适应',
  watch: '手表：拖动即滑动，方向键转动表冠',
  onScreen: '手表屏幕上',
  screenIsDark: '屏幕已熄灭',
  hint: '可在表盘上点按和滑动。滚轮或 ↑ ↓ 转动表冠。',
  lastCue: '最近的振动',
  noCueYet: '还没有。请在手表上点“开始”。',
  lasting: (seconds) => lasting(seconds, ' 秒'),
  ago: (time) => `${time}前`,
  justNow: '刚刚',
  signal: {
    lightTouch: '轻一点',
    switchLeg: '换腿',
    finish: '结束',
    system: '通知',
    other: '振动',
  },
  zone: (number) => `区域 ${String(number)}`,
  cueAnnounced: (name, pulses) => `振动：${name}，${String(pulses)} 下`,
  cutOff: '被中断',
  byService: '由后台服务',
  time: '时间',
  clock: '手表上的时间',
  speed: '速度',
  waits: '屏幕等待点按时以 ×1 运行',
  nextCue: '跳到下一个提示',
  skipping: '正在前往…',
  noCueAhead: '没有即将到来的提示。请在手表上开始按摩。',
  sound: '声音',
  wrist: '手腕动作',
  screenOff: '熄屏',
  wristDown: '垂腕',
  palm: '手掌覆盖',
  wake: '唤醒',
  home: '主屏',
  hazards: '提示与手腕之间',
  modes: { DND: '勿扰', sleep: '睡眠', theater: '影院', powerSaving: '省电' },
  notWorn: '未佩戴',
  batteryLow: '电量 10%',
  life: '出错的事',
  crash: '崩溃',
  reboot: '重启',
  update: '更新应用',
  clockForward: '时钟 +1 小时',
  clockBack: '时钟 −1 小时',
  tearWrite: '中断写入',
  failWrite: '写入失败',
  refuseAlarms: '拒绝闹钟',
  slotTaken: '服务被占用',
  forgetConsent: '忘记授权',
  book: '提示记录',
  bookEmpty: '每个提示及其结果都会出现在这里。',
  alarms: '闹钟',
  daysAhead: (days) => `+${String(days)} 天`,
  guardAlarm: '守护：手表是否关过机',
  otherAlarm: '不属于本次按摩的提示',
  notifications: '通知',
  notificationsEmpty: '没有。由闹钟送达的提示会留下一条。',
  dismiss: (title) => `清除“${title}”`,
  alarmsArmed: (count) => (count === 0 ? '未设闹钟。' : `已设 ${String(count)} 个闹钟`),
  delivered: (by, late) =>
    `${{ page: '页面', alarm: '闹钟', timer: '计时' }[by]}送达，晚 ${late.toFixed(1)} 秒`,
  missed: (reason) =>
    `错过：${
      {
        doNotDisturb: '勿扰',
        notArmed: '未设闹钟',
        watchOff: '手表关机',
        clockSet: '时钟被调整',
        overtaken: '被下一个取代',
        unknown: '原因不明',
      }[reason]
    }`,
  open: '打开 Legato',
  key: (name) => `按键 ${name.toLowerCase()}`,
  crown: '表冠（主屏键）',
  timeline: '全部振动',
  timelineEmpty: '每个提示都会出现在这里，脉冲按实际时长绘制。',
  cues: (count) => `${String(count)} 个提示`,
  log: '日志',
  logEmpty: '应用没有输出。',
  errors: (count) => `${String(count)} 个错误`,
  fault: {
    notModelled: '未建模',
    misuse: '错误用法',
    exception: '异常',
    miniProgramError: 'Mini Program Error',
    rejection: '未处理的拒绝',
    library: '库内部',
  },
  loading: '正在把应用装到手表上…',
  failed: '没有可显示的手表',
};

export const WORDS = { 'en-US': EN, 'zh-CN': ZH } as const satisfies Readonly<Record<string, Words>>;
export type Language = keyof typeof WORDS;
export const LANGUAGES = Object.keys(WORDS) as readonly Language[];

/** The name of what was felt. */
export function feltName(words: Words, name: FeltName): string {
  return typeof name === 'number' ? words.zone(name) : words.signal[name];
}

function lasting(seconds: number, unit: string): string {
  const whole = Math.floor(seconds);
  if (whole < 60) return `${String(whole)}${unit}`;
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}
