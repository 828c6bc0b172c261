import { readFileSync } from 'node:fs';

import { ensurePackage } from '../../../scripts/build/ensure-package';
import {
  bootWatch,
  VirtualPhone,
  type PhoneOptions,
  type VirtualWatch,
} from '../../../virtual-watch/node/index';

let zab: Uint8Array;
beforeAll(async () => {
  zab = new Uint8Array(readFileSync(await ensurePackage()));
});

function pair(options: PhoneOptions = {}): { watch: VirtualWatch; phone: VirtualPhone } {
  const phone = new VirtualPhone(options);
  return { phone, watch: bootWatch({ zab, device: 'Amazfit Balance', radio: phone.radio }) };
}

/** A whole session by the plan that comes with the app, to the summary. */
function doSession(watch: VirtualWatch): void {
  watch.openApp();
  watch.tap('Start');
  watch.advanceUntil(() => watch.screen().shows === 'page/summary/index', 30 * 60_000);
}

/** Comes back to the start page, and to the button at its end. */
function syncNow(watch: VirtualWatch): void {
  watch.press('HOME');
  watch.wake();
  watch.openApp();
  watch.scroll(300);
  watch.tap('Sync now');
}

const seen = (watch: VirtualWatch): string => watch.texts().join(' | ');

describe('Legato with its phone', () => {
  it('brings a session to the phone’s page after the range came back and a tap on “Sync now”', () => {
    const { watch, phone } = pair();
    phone.outOfRange();
    doSession(watch);
    watch.advance(1_000);
    watch.scroll(300);
    expect(seen(watch)).toContain('Phone out of reach Sessions to send: 1');
    expect(phone.settingsPage().texts()).toContain('No session has arrived yet.');
    phone.inRange();
    syncNow(watch);
    watch.advance(3_000);
    expect(phone.settingsPage().texts()).toContain('On this phone: 1');
    expect(seen(watch)).toContain('Done: all is on the phone.');
    expect(watch.errors()).toEqual([]);
  });

  it('says so if only the Zepp app is missing', () => {
    const { watch, phone } = pair();
    phone.killZeppApp();
    watch.openApp();
    watch.scroll(300);
    for (let second = 0; second < 12; second += 1) {
      watch.advance(1_000);
      watch.wake();
    }
    expect(seen(watch)).toContain('Zepp app is closed');
    expect(watch.errors()).toEqual([]);
  });

  it('opens its page in Chinese on a Chinese phone', () => {
    const { phone } = pair({ language: 'zh-CN' });
    expect(phone.settingsPage().texts()).toContain('手表与手机');
  });
});
