/** Puts the page together: fetches the package, boots a watch, and lets time run. */
import { readDeviceTable, readZab, VirtualWatch, type DeviceFacts, type WatchPackage } from '../index';
import { FONT_SAMPLE, fontOf, measureWith } from '../face/font';
import type { DeviceRow } from '../machine/device';
import { browserRealms } from './browser-realm';
import { showBuzz, vibratePhone } from './buzz';
import { addressOf, browserLanguage, fittingDevices, readChoices, type Choices } from './choices';
import { makeChoosers, makeTimeCard } from './controls';
import { el } from './dom';
import { makeLastCue } from './last-cue';
import { makeLog } from './log';
import { startLoop } from './loop';
import { makePanel } from './panel';
import { makeSound, type Sound } from './sound';
import { makeStage } from './stage';
import { WORDS } from './texts';
import { makeTimeline } from './timeline';

interface Supply {
  readonly packages: readonly WatchPackage[];
  readonly devices: readonly DeviceFacts[];
  readonly sound: Sound;
}

/** Takes down what `show` has put up. */
type Close = () => void;

async function main(): Promise<void> {
  const words = WORDS[browserLanguage()];
  const root = document.body;
  root.replaceChildren(el('p', { class: 'notice', role: 'status' }, words.loading));
  try {
    const supply = await fetchSupply();
    keepShowing(root, supply);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    root.replaceChildren(
      el('div', { class: 'notice', role: 'alert' }, el('h1', {}, words.failed), el('pre', {}, reason)),
    );
  }
}

async function fetchSupply(): Promise<Supply> {
  const [zab, table] = await Promise.all([
    fetchOrExplain('/legato.zab').then((response) => response.arrayBuffer()),
    fetchOrExplain('/devices.json').then(
      (response) => response.json() as Promise<{ devices: readonly DeviceRow[] }>,
    ),
    // A canvas does not wait for its font.
    document.fonts.load(fontOf(20), FONT_SAMPLE),
  ]);
  const packages = readZab(new Uint8Array(zab));
  return {
    packages,
    devices: fittingDevices(readDeviceTable(table.devices), packages),
    sound: makeSound(false),
  };
}

/** What the server has to say when it has nothing to give, for example why the package cannot be built. */
async function fetchOrExplain(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(await response.text());
  return response;
}

/** Shows a watch, and another one when a choice asks for that. */
function keepShowing(root: HTMLElement, supply: Supply): void {
  let choices = readChoices(new URL(location.href), supply.devices, browserLanguage());
  let close: Close = () => undefined;
  const open = (): void => {
    close();
    close = show(root, supply, choices, (next) => {
      const needsOther = next.device !== choices.device || next.language !== choices.language;
      choices = next;
      history.replaceState(null, '', addressOf(new URL(location.href), choices));
      if (needsOther) open();
    });
  };
  open();
}

function show(
  root: HTMLElement,
  { packages, devices, sound }: Supply,
  first: Choices,
  keep: (choices: Choices) => void,
): Close {
  let choices = first;
  const words = WORDS[choices.language];
  const { device, language } = choices;
  const worlds = el('div', { class: 'unseen', 'aria-hidden': 'true' });
  root.replaceChildren(worlds);
  document.documentElement.lang = language;
  const watch = VirtualWatch.boot({
    ...{ zab: packages, device, language, startAt: Date.now(), seed: Date.now() % 2 ** 31, strict: false },
    host: browserRealms(worlds),
    measureText,
  });
  const loop = startLoop({ watch, speed: choices.speed, show: () => refresh() });
  const stage = makeStage(words, watch, loop.act);
  const choose = (change: Partial<Choices>): void => {
    choices = { ...choices, ...change };
    loop.speed = choices.speed;
    sound.muted = choices.muted;
    if (change.scale !== undefined) stage.setScale(change.scale);
    keep(choices);
  };
  const lastCue = makeLastCue(words);
  const time = makeTimeCard(words, choices, loop, choose);
  const panel = makePanel({ words, act: loop.act });
  const timeline = makeTimeline(words);
  const log = makeLog(words);
  const refresh = (): void => {
    for (const part of [stage, time, panel, log]) part.refresh(watch);
    lastCue.refresh(watch.now());
    timeline.refresh(watch.felt());
  };
  const deaf = watch.onFelt((felt) => {
    lastCue.show(felt);
    showBuzz(stage.watch, stage.halo, felt);
    vibratePhone(felt);
    sound.play(felt.pulses);
  });

  root.append(
    el(
      'header',
      { class: 'top' },
      el('h1', {}, 'Legato', el('span', { class: 'quiet' }, words.subtitle)),
      makeChoosers(words, choices, devices, choose),
    ),
    el(
      'main',
      {},
      stage.element,
      el('div', { class: 'side' }, lastCue.element, time.element, panel.element),
      timeline.element,
      log.element,
    ),
  );
  sound.muted = choices.muted;
  stage.setScale(choices.scale);
  loop.act((target) => target.openApp());
  return () => {
    loop.stop();
    deaf();
    worlds.remove();
  };
}

const ruler = el('canvas').getContext('2d');

/** As wide as the face will draw it. */
function measureText(text: string, size: number): number {
  if (ruler === null) throw new Error('this browser has no canvas to draw on');
  return measureWith(ruler)(text, size).width;
}

void main();
