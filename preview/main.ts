/** Puts the page together: fetches the package, shows a watch, and another one when that is chosen. */
import { readDeviceTable, readZab } from '../virtual-watch/index';
import { FONT_SAMPLE, fontOf } from '../virtual-watch/face/font';
import type { DeviceRow } from '../virtual-watch/machine/device';
import { addressOf, browserLanguage, fittingDevices, languageOf, readChoices } from './choices';
import { makeProgressView } from './progress-view';
import { el } from './dom';
import { show, type Supply } from './shown-watch';
import { makeSound } from './sound';
import { WORDS } from './text/texts';

async function main(): Promise<void> {
  const words = WORDS[languageOf(new URL(location.href), browserLanguage())];
  document.title = words.title;
  const root = document.body;
  const progress = makeProgressView(words);
  root.replaceChildren(progress.element);
  try {
    const supply = await fetchSupply();
    keepShowing(root, supply);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    root.replaceChildren(
      el('div', { class: 'notice', role: 'alert' }, el('h1', {}, words.failed), el('pre', {}, reason)),
    );
  } finally {
    progress.stop();
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
    stored: {},
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
  let close = (): void => undefined;
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

void main();
