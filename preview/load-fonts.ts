import { fontOf, fontSample } from '../virtual-watch/face/font';
import type { Language } from './text/texts';

/** Loads the fonts of the watch for texts in a language, from the rules that are in the page. */
export async function loadFonts(language: Language): Promise<void> {
  await document.fonts.load(fontOf(20), fontSample(language));
}
