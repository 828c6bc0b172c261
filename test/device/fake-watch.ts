import type { Fact } from '../../core/fact';
import type { Press } from '../../core/session/keys';
import type { QuietMode } from '../../core/session/delivery';
import type { WholeSlot } from '../../core/state/slots';
import type { Instant, Millis } from '../../core/time';
import type { Alarms } from '../../device/watch/alarms';
import type { Clock } from '../../device/watch/clock';
import type { Disk } from '../../device/watch/disk';
import type { Brightness, Display } from '../../device/watch/display';
import type { Input, WristMotion } from '../../device/watch/input';
import type { LaunchMemory } from '../../device/watch/launch';
import type { ModeFacts } from '../../device/watch/modes';
import type { Haptics } from '../../device/watch/vibrator';
import type { Watch } from '../../device/watch/watch';
import type { Wear } from '../../device/watch/wear';
import type { RecordingUi } from './ui/recording-ui';
import { recordingUi } from './ui/recording-ui';

type SetAlarm = Parameters<Alarms['set']>[0];
type Content = Parameters<Disk['write']>[1];

/** A watch without a platform: it records all calls, and the test decides what it answers. */
export interface FakeWatch {
  readonly watch: Watch;
  readonly now: () => Instant;
  /** Advances the clock; timers that become due fire in order. */
  readonly advance: (time: Millis) => void;
  /** Sets the clock without any time passing. */
  readonly setClock: (now: Instant) => void;
  /** Everything done to the watch, in order: `write session.a`, `play 1`, `arm`, `cancel`, `lit`, `go …`. */
  readonly done: string[];
  readonly disk: { readonly files: Map<string, Content>; takes: boolean };
  readonly alarms: { readonly left: Map<number, SetAlarm>; room: number };
  /** Whether the motor accepts what it is asked to play. */
  readonly motor: { takes: boolean };
  readonly wear: { worn: Fact; changed: (() => void) | undefined };
  readonly modes: { -readonly [Mode in keyof ModeFacts]: ModeFacts[Mode] };
  /** The listeners, and what a person does. Without a listener, input has no effect. */
  readonly person: {
    press: ((press: Press) => boolean) | undefined;
    turn: ((press: Press) => void) | undefined;
    swipe: ((isBack: boolean) => boolean) | undefined;
    wrist: ((what: WristMotion) => void) | undefined;
  };
  readonly phone: { isConnected: boolean };
  /** What pages of this launch pass on; each launch has its own. */
  readonly memory: LaunchMemory;
  readonly ui: RecordingUi;
}

const MANY = 100;

export function fakeWatch(start: Instant = 0): FakeWatch {
  const done: string[] = [];
  const time = fakeClock(start);
  const disk = { files: new Map<string, Content>(), takes: true };
  const alarms = { left: new Map<number, SetAlarm>(), room: MANY };
  const motor = { takes: true };
  const wear: FakeWatch['wear'] = { worn: 'yes', changed: undefined };
  const modes: FakeWatch['modes'] = {
    ...{ doNotDisturb: 'no', sleepMode: 'no', theatreMode: 'no', powerSaving: 'no' },
  };
  const person: FakeWatch['person'] = {
    ...{ press: undefined, turn: undefined, swipe: undefined, wrist: undefined },
  };
  const phone = { isConnected: false };
  const memory: LaunchMemory = {};
  const ui = recordingUi();
  const note = (what: string): void => {
    done.push(what);
  };
  const quiet = (): QuietMode | undefined => {
    if (modes.doNotDisturb === 'yes') return 'doNotDisturb';
    if (modes.sleepMode === 'yes') return 'sleep';
    return modes.theatreMode === 'yes' ? 'theatre' : undefined;
  };
  const watch: Watch = {
    alarms: fakeAlarms(alarms, note),
    battery: { percent: () => 80 },
    bluetooth: { isConnected: () => phone.isConnected },
    clock: time.clock,
    disk: fakeDisk(disk, note),
    display: fakeDisplay(note),
    formats: () => ({ hours: 24, date: 'ymd' }),
    input: fakeInput(person),
    launch: {
      memory: () => memory,
      isFirstPage() {
        const isFirst = memory.landed !== true;
        memory.landed = true;
        return isFirst;
      },
    },
    modes: { now: () => modes, quiet },
    notifications: {
      post(title) {
        note(`post ${title}`);
        return true;
      },
      clear: () => false,
    },
    random: () => 0.5,
    router: {
      goTo: (url) => note(`go to ${url}`),
      goInto: (url) => note(`go into ${url}`),
      goBack: () => note('go back'),
    },
    screen: {
      frame: () => ({ width: 480, height: 480, shape: 'round' }),
      hideStatusBar: () => note('hide status bar'),
    },
    scroll: { toTop: () => note('scroll to top'), downTo: (above) => note(`scroll down to ${above}`) },
    system: { model: () => 'Fake', osVersion: () => '1.0', keyNumber: () => 2 },
    texts: (id) => id,
    ui: ui.ui,
    vibrator: fakeVibrator(motor, note),
    wear: fakeWear(wear),
  };
  const { now, advance, setClock } = time;
  return {
    ...{ watch, now, advance, setClock, done, disk, alarms, motor, wear, modes, person, phone, memory, ui },
  };
}

function fakeClock(start: Instant) {
  let now = start;
  let passed: Millis = 0;
  let timers: { readonly at: Millis; readonly then: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(delay, then) {
      const timer = { at: passed + Math.max(0, delay), then };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  const goTo = (at: Millis): void => {
    now += at - passed;
    passed = at;
  };
  return {
    clock,
    now: () => now,
    advance: (time: Millis): void => {
      const end = passed + time;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        goTo(next.at);
        next.then();
      }
      goTo(end);
    },
    setClock: (to: Instant): void => {
      now = to;
    },
  };
}

function fakeDisk(disk: FakeWatch['disk'], note: (what: string) => void): Disk {
  const { files } = disk;
  const slots = new WeakMap<Content, WholeSlot>();
  const put = (path: string, content: Content): boolean => {
    if (disk.takes) files.set(path, content);
    return disk.takes;
  };
  const list = (folder: string): readonly string[] =>
    [...files.keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1));
  return {
    read: (path) => files.get(path),
    own: (path) => files.get(path),
    start(path, length) {
      const content = files.get(path);
      return content && { bytes: content.subarray(0, length), size: content.length };
    },
    keep(path, as) {
      const content = files.get(path);
      return content !== undefined && put(as, content);
    },
    slot(path) {
      const content = files.get(path);
      return content && slots.get(content);
    },
    knows(_, slot) {
      slots.set(slot.bytes, slot);
    },
    write(path, content, slot) {
      if (slot) slots.set(content, slot);
      note(disk.takes ? `write ${path}` : `refuse ${path}`);
      return put(path, content);
    },
    remove(path) {
      files.delete(path);
    },
    list,
    someIn: (folder, most) => list(folder).slice(0, most),
    makeFolder: () => undefined,
  };
}

/** Accepts as many alarms as it has room for; ids begin at 1. */
function fakeAlarms(alarms: FakeWatch['alarms'], note: (what: string) => void): Alarms {
  let lastId = 0;
  return {
    set(...alarm) {
      if (alarms.left.size >= alarms.room) return 0;
      lastId += 1;
      alarms.left.set(lastId, alarm[0]);
      note('arm');
      return lastId;
    },
    cancel(id) {
      if (alarms.left.delete(id)) note('cancel');
    },
    left: () => [...alarms.left.keys()],
  };
}

function fakeDisplay(note: (what: string) => void): Display {
  let brightness: Brightness | undefined = { level: 60, auto: true };
  return {
    keepLit(time) {
      note(`lit ${time}`);
      return () => {
        note('may go dark');
      };
    },
    stayLit: () => note('stay lit'),
    goDark: () => note('go dark'),
    brightness: () => brightness,
    setBrightness(to) {
      brightness = to;
      note(`brightness ${to.level}`);
    },
    reopenOnWake: (reopen) => note(reopen ? 'reopen on wake' : 'stay closed on wake'),
  };
}

function fakeWear(wear: FakeWatch['wear']): Wear {
  return {
    worn: () => wear.worn,
    onChange(changed) {
      wear.changed = changed;
      return () => {
        wear.changed = undefined;
      };
    },
  };
}

function fakeInput(person: FakeWatch['person']): Input {
  return {
    listenToKeys(heard) {
      person.press = heard;
      return () => {
        person.press = undefined;
      };
    },
    listenToCrown(_, turned) {
      person.turn = turned;
      return () => {
        person.turn = undefined;
      };
    },
    listenToSwipes(heard) {
      person.swipe = heard;
      return () => {
        person.swipe = undefined;
      };
    },
    onWrist(heard) {
      person.wrist = heard;
      return () => {
        person.wrist = undefined;
      };
    },
  };
}

function fakeVibrator(motor: FakeWatch['motor'], note: (what: string) => void): Haptics {
  return {
    play(signal) {
      note(`${motor.takes ? 'play' : 'refuse'} ${signal}`);
      return motor.takes;
    },
    stop: () => note('still'),
  };
}
