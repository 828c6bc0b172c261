import { buildSync } from 'esbuild';

import type { WatchPackage } from '../../../virtual-watch/machine/package';
import {
  bootWatch,
  VirtualPhone,
  type PhoneOptions,
  type VirtualWatch,
} from '../../../virtual-watch/node/index';
import { fixturePackages } from '../fixture';

/** A side service and a settings page written in the test that uses them. */
export interface PhonePart {
  /** Body of the side service's file. */
  readonly side?: string;
  /** Body of the settings page's file. */
  readonly setting?: string;
}

export interface Pair {
  readonly watch: VirtualWatch;
  readonly phone: VirtualPhone;
}

/** ZML's own code at both ends: an app whose page sends the requests of the test, and a side service that answers. */
export const ECHO = `AppSideService(BaseSideService({
  onInit() { console.log('begins'); },
  onRequest(request, respond) {
    console.log('asked ' + request.name);
    respond(null, { heard: request.name, back: 'x'.repeat(request.back || 0) });
  },
  onDestroy() { console.log('ends'); },
}));`;

/** A button for each request; its result is logged. `deaf` does not listen. */
const PAGE = `const { messaging } = getApp()._options.globalData;
const ask = (name, more) => messaging.request({ name, ...more }, { timeout: 8000 }).then(
  (answer) => console.log('answer ' + name + ' ' + answer.heard + ' ' + answer.back.length),
  (error) => console.log('failed ' + name + ' ' + error.code));
Page({ build() {
  const { createWidget, widget } = need('@zos/ui');
  const put = (text, y, click_func) => createWidget(widget.BUTTON, { x: 40, y, w: 400, h: 70, text, click_func });
  put('one', 80, () => ask('one', {}));
  put('two', 160, () => ask('two', {}));
  put('big', 240, () => ask('big', { pad: 'p'.repeat(9000), back: 9000 }));
  put('deaf', 320, () => { messaging.request({ name: 'deaf' }); });
} })`;

/** A watch with an app that asks over ZML, opened, and a phone with a side service that answers. */
export function openTalk(part: PhonePart = {}, options: PhoneOptions = {}): Pair {
  const phone = new VirtualPhone(options);
  const watch = bootWatch({
    device: 'Amazfit Balance',
    radio: phone.radio,
    zab: withPhonePart({ app: zmlApp(), pages: { 'page/a': PAGE } }, part),
  });
  watch.openApp();
  return { watch, phone };
}

/** A phone with just a settings page, beside a watch with an empty app. */
export function openSetting(setting: string, options: PhoneOptions = {}): Pair {
  const phone = new VirtualPhone(options);
  const watch = bootWatch({
    device: 'Amazfit Balance',
    radio: phone.radio,
    zab: withPhonePart({ pages: { 'page/a': 'Page({})' } }, { setting }),
  });
  return { watch, phone };
}

/** What the app on the watch has logged. */
export function said(watch: VirtualWatch): readonly string[] {
  return watch.logs().flatMap(({ logger, text }) => (logger === 'console' ? [text] : []));
}

/** What the side service has logged. */
export function heard(phone: VirtualPhone): readonly string[] {
  return phone.logs().flatMap(({ logger, text }) => (logger === 'app-side' ? [text] : []));
}

/** The packages of an app with scripts for the phone beside them. */
export function withPhonePart(
  app: Parameters<typeof fixturePackages>[0],
  { side = ECHO, setting = '' }: PhonePart,
): readonly WatchPackage[] {
  const phoneFiles = { 'app-side.js': file(zmlSide() + side), 'setting.js': file(setting) };
  return fixturePackages(app).map((made) => ({ ...made, phoneFiles }));
}

/** As Zepp's compiler wraps a file for the phone. */
function file(body: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`try{(()=>{${body}\n})()}catch(e){console.log(e)}`));
}

let app: string | undefined;
/** An `app.js` with ZML in it. */
export const zmlApp = (): string =>
  (app ??= bundle(`import { BaseApp } from '@zeppos/zml/base-app'; App(BaseApp({ globalData: {} }));`));

let sideService: string | undefined;
const zmlSide = (): string =>
  (sideService ??= bundle(
    `import { BaseSideService as Base } from '@zeppos/zml/base-side'; globalThis.BaseSideService = Base;`,
  ));

function bundle(contents: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: __dirname },
    ...{ bundle: true, write: false, format: 'iife', target: 'es2020', logLevel: 'silent' },
  });
  return outputFiles[0]?.text ?? '';
}
