import deviceTable from '../../virtual-watch/devices.json';
import { isApiLevelAtLeast } from '../../virtual-watch/machine/device';
import { DEVICES, KEYS, type Key } from '../../virtual-watch/node/index';
import { openFixture, type FixtureApp } from './fixture';

const LISTENING: FixtureApp = {
  pages: {
    'page/a': `const i = need('@zos/interaction');
      const names = ['BACK', 'SELECT', 'HOME', 'UP', 'DOWN', 'SHORTCUT'];
      const events = ['CLICK', 'LONG_PRESS', 'DOUBLE_CLICK', 'PRESS', 'RELEASE'];
      Page({ build() {
        i.onKey({ callback: () => console.log('the first registration') });
        i.offKey();
        i.onKey({ callback: (key, event) => {
          console.log(names.find((n) => i['KEY_' + n] === key) + ' ' + events.find((e) => i['KEY_EVENT_' + e] === event));
          return true } });
        i.onDigitalCrown({ callback: (key, degree) => console.log((key === i.KEY_HOME) + ' ' + degree) });
        i.onWristMotion({ callback: ({ type, motion }) => console.log(type + ' ' + (motion === i.WRIST_MOTION_FLIP)) });
      } })`,
  },
};

const said = (watch: ReturnType<typeof openFixture>) => watch.logs().map(({ text }) => text);

/** A model for each number of keys. */
const MODELS: readonly (readonly [device: string, keys: readonly Key[], crown: boolean])[] = [
  ['Amazfit GTS 4', ['HOME'], true],
  ['Amazfit Balance', ['HOME', 'SHORTCUT'], true],
  ['Amazfit Cheetah (Square)', ['HOME', 'SHORTCUT', 'BACK'], true],
  ['Amazfit T-Rex 3', ['UP', 'DOWN', 'SELECT', 'BACK'], false],
  ['Amazfit Balance 3', ['HOME', 'UP', 'DOWN', 'SELECT', 'BACK'], true],
];

describe.each(MODELS)('the keys of %s', (device, keys, crown) => {
  it('reach the page', () => {
    const watch = openFixture(LISTENING, { device });
    expect(watch.keys()).toEqual(keys);
    for (const key of keys) watch.press(key);
    expect(said(watch)).toEqual(keys.flatMap((key) => [`${key} PRESS`, `${key} RELEASE`, `${key} CLICK`]));
    expect(watch.screen().shows).toBe('page/a');
  });

  it('are no others', () => {
    const watch = openFixture(LISTENING, { device });
    for (const key of KEYS.filter((each) => !keys.includes(each))) {
      expect(() => watch.press(key)).toThrow(`${device} has no ${key} key`);
    }
    expect(watch.hasCrown).toBe(crown);
    if (!crown) expect(() => watch.turnCrown(10)).toThrow('has no crown');
  });
});

describe('keys', () => {
  it.each(['onKey', 'onGesture', 'onDigitalCrown'])('have one listener: a second %s is a misuse', (on) => {
    const twice = `const i = need('@zos/interaction');
      Page({ build() { i.${on}({ callback() {} }); i.${on}({ callback() {} }) } })`;
    expect(() => openFixture({ pages: { 'page/a': twice } })).toThrow(
      `${on} is called a second time: one of the two would hear nothing`,
    );
  });

  it('held for a second are a long press and no click', () => {
    const watch = openFixture(LISTENING);
    watch.longPress('SHORTCUT');
    expect(said(watch)).toEqual(['SHORTCUT PRESS', 'SHORTCUT LONG_PRESS', 'SHORTCUT RELEASE']);
  });

  it('only wake a dark screen', () => {
    const watch = openFixture(LISTENING);
    watch.screenOff();
    watch.press('SHORTCUT');
    expect(watch.screen().lit).toBe(true);
    expect(said(watch)).toEqual(['SHORTCUT RELEASE']);
  });

  it('have their default action if the page does not handle them', () => {
    const idle: FixtureApp = { pages: { 'page/a': 'Page({})' } };
    const round = openFixture(idle);
    round.press('HOME');
    expect(round.screen().shows).toBe('app list');
    round.press('HOME');
    expect(round.screen().shows).toBe('watchface');
    const rugged = openFixture(idle, { device: 'Amazfit T-Rex 3' });
    rugged.press('SELECT');
    expect(rugged.screen().shows).toBe('page/a');
    rugged.press('BACK');
    expect(rugged.screen().shows).toBe('app list');
  });
});

describe('crown and wrist', () => {
  it('notify the page', () => {
    const watch = openFixture(LISTENING);
    watch.turnCrown(-15);
    watch.flipWrist();
    watch.palm();
    expect(said(watch)).toEqual(['true -15', '3 true', '0 false']);
  });
});

it.each(DEVICES.filter(({ apiLevel }) => isApiLevelAtLeast(apiLevel, '3.6')))(
  '$name has distinct keys that the page receives',
  (device) => {
    const watch = openFixture(LISTENING, { device });
    const keys = watch.keys();
    expect(keys.length).toBe(device.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) watch.press(key);
    expect(said(watch).filter((line) => line.endsWith('CLICK'))).toEqual(keys.map((key) => `${key} CLICK`));
  },
);

it('no model with an API level is excluded because of its keys', () => {
  const rows = deviceTable.devices.filter(({ apiLevel }) => apiLevel !== null);
  expect(DEVICES.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
});
