/**
 * The preview as a page of a static site. The package is in scripts next to this one, since a page opened from a folder
 * cannot fetch anything: one for each screen, and only the one that is shown is loaded.
 */
import { readZab, type DeviceFacts, type WatchPackage } from '../virtual-watch/index';
import { choosePackage } from '../virtual-watch/machine/package';
import { el } from './dom';
import { addChineseFont, addToHead, loadFonts } from './load-fonts';
import { loadRest } from './load-rest';
import { openPreview, type Goods } from './open-preview';
import { packageFile } from './package-file';
import type { Language } from './text/texts';

declare global {
  /** Written by `npm run site`. */
  var legato: {
    readonly devices: readonly DeviceFacts[];
    readonly pages: Readonly<Record<Language, string>>;
    /** A `.zab` for one screen in base64, by `packageFile`; there once that script has run. */
    readonly zabs: Record<string, string>;
  };
}

/** On a server, the site can be installed and used offline; a folder needs neither. */
function beInstallable(): void {
  if (!/^https?:$/.test(location.protocol)) return;
  document.head.append(el('link', { rel: 'manifest', href: 'manifest.webmanifest' }));
  // Service workers need a secure origin. Without one, the page still works.
  if ('serviceWorker' in navigator) void navigator.serviceWorker.register('worker.js').catch(console.warn);
}

function embeddedGoods(): Promise<Goods> {
  const { devices, pages } = globalThis.legato;
  return Promise.resolve({ devices, packageFor, fontsFor: loadFonts, about: (language) => pages[language] });
}

async function packageFor(device: DeviceFacts): Promise<WatchPackage> {
  const file = packageFile(device);
  const { zabs } = globalThis.legato;
  if (zabs[file] === undefined) await addToHead(el('script', { src: file }));
  return choosePackage(readZab(bytesOf(zabs[file] ?? '')), device);
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  // `Uint8Array.from` with a function takes ten times as long.
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

void openPreview(embeddedGoods).then(() =>
  loadRest(() => {
    beInstallable();
    // A person may write Chinese words in the English app.
    return addChineseFont();
  }),
);
