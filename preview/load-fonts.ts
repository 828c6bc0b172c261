import { fontOf, fontSample } from '../virtual-watch/face/font';
import { el } from './dom';
import type { Language } from './text/texts';

/** Has the rule of the font of Chinese, which is many times as large as all others. */
const CHINESE_FONT = 'fonts-chinese.css';

/** Loads the fonts of the watch for texts in a language. The rules of all but the Chinese one are in the page. */
export async function loadFonts(language: Language): Promise<void> {
  if (language === 'zh-CN') await addChineseFont();
  await document.fonts.load(fontOf(20), fontSample(language));
}

/** Lets the page and the watch write Chinese. Resolves once the rule is there; the font is loaded at its first use. */
export async function addChineseFont(): Promise<void> {
  if (document.querySelector(`link[href="${CHINESE_FONT}"]`) !== null) return;
  await addToHead(el('link', { rel: 'stylesheet', href: CHINESE_FONT }));
}

/** Adds what loads a file to the head of the page; resolves once it has been loaded. */
export function addToHead(element: HTMLScriptElement | HTMLLinkElement): Promise<void> {
  const loaded = new Promise<void>((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`${element.outerHTML} cannot be loaded.`));
  });
  document.head.append(element);
  return loaded;
}
