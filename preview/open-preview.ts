/** Assembles the page: loads what it needs, shows a watch, and replaces it when another is chosen. */
import type { DeviceFacts, WatchPackage } from '../virtual-watch/index';
import { browserLanguage, languageOf, noteInAddress, readChoices } from './choices';
import { el } from './dom';
import { show, type Supply } from './shown-watch';
import { makeSound } from './sound';
import { WORDS, type Language } from './text/texts';
import type { Words } from './text/words';

/** What a preview shows: a package, and the watches it can be installed on. */
export interface Goods {
  readonly devices: readonly DeviceFacts[];
  /** The part of the package for the screen of a watch. */
  readonly packageFor: (device: DeviceFacts) => Promise<WatchPackage>;
  /** Resolves once texts in a language can be drawn. Canvas text does not wait for its font. */
  readonly fontsFor: (language: Language) => Promise<void>;
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
    await keepShowing(root, await take(root, words));
  } catch (error) {
    showFailure(root, words, error);
  }
}

function showFailure(root: HTMLElement, words: Words, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  root.replaceChildren(
    el('div', { class: 'notice', role: 'alert' }, el('h1', {}, words.failed), el('pre', {}, reason)),
  );
}

/** Shows a watch, and another whenever a choice requires it. Resolves when the first is there. */
async function keepShowing(root: HTMLElement, { packageFor, fontsFor, ...goods }: Goods): Promise<void> {
  const supply: Supply = { ...goods, sound: makeSound(false), stored: {} };
  let choices = readChoices(new URL(location.href), goods.devices, browserLanguage());
  let close = (): void => undefined;
  const open = async (): Promise<void> => {
    const asked = choices;
    const [found] = await Promise.all([packageFor(asked.device), fontsFor(asked.language)]);
    // The person may have chosen another in the meantime.
    if (choices.device !== asked.device || choices.language !== asked.language) return;
    close();
    close = show(root, supply, found, choices, (next) => {
      const needsOther = next.device !== choices.device || next.language !== choices.language;
      choices = next;
      noteInAddress(choices);
      if (needsOther) open().catch((error: unknown) => showFailure(root, WORDS[choices.language], error));
    });
  };
  await open();
}
