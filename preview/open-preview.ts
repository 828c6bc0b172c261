/** Assembles the page: loads what it needs, shows a watch, and replaces it when another is chosen. */
import { readDeviceTable, readZab } from '../virtual-watch/index';
import { FONT_SAMPLE, fontOf } from '../virtual-watch/face/font';
import type { DeviceRow } from '../virtual-watch/machine/device';
import { browserLanguage, fittingDevices, languageOf, noteInAddress, readChoices } from './choices';
import { el } from './dom';
import { show, type Supply } from './shown-watch';
import { makeSound } from './sound';
import { WORDS, type Language } from './text/texts';
import type { Words } from './text/words';

/** What a preview shows: a package, and the table of watches. */
export interface Goods {
  readonly zab: Uint8Array;
  readonly devices: readonly DeviceRow[];
  /** The URL of the page that explains Legato, if there is one. */
  readonly about?: (language: Language) => string;
}

/** Loads the goods; `place` is where progress can be shown. */
export type TakeGoods = (place: HTMLElement, words: Words) => Promise<Goods>;

/** Fills the page. Errors are shown on it. */
export async function openPreview(take: TakeGoods): Promise<void> {
  const words = WORDS[languageOf(new URL(location.href), browserLanguage())];
  document.title = words.title;
  const root = document.body;
  try {
    // Canvas text does not wait for its font.
    const [goods] = await Promise.all([take(root, words), document.fonts.load(fontOf(20), FONT_SAMPLE)]);
    keepShowing(root, supplyOf(goods));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    root.replaceChildren(
      el('div', { class: 'notice', role: 'alert' }, el('h1', {}, words.failed), el('pre', {}, reason)),
    );
  }
}

function supplyOf({ zab, devices, about }: Goods): Supply {
  const packages = readZab(zab);
  return {
    packages,
    devices: fittingDevices(readDeviceTable(devices), packages),
    sound: makeSound(false),
    stored: {},
    about,
  };
}

/** Shows a watch, and another whenever a choice requires it. */
function keepShowing(root: HTMLElement, supply: Supply): void {
  let choices = readChoices(new URL(location.href), supply.devices, browserLanguage());
  let close = (): void => undefined;
  const open = (): void => {
    close();
    close = show(root, supply, choices, (next) => {
      const needsOther = next.device !== choices.device || next.language !== choices.language;
      choices = next;
      noteInAddress(choices);
      if (needsOther) open();
    });
  };
  open();
}
