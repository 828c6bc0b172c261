/**
 * The preview as a page of a static site. The package is in scripts next to this one, since a page opened from a folder
 * cannot fetch anything: one for each screen, and only the one that is shown is loaded.
 */
import { readZab, type DeviceFacts, type WatchPackage } from '../virtual-watch/index';
import { choosePackage } from '../virtual-watch/machine/package';
import { el } from './dom';
import { loadFonts } from './load-fonts';
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

/**
 * How long after the watch is shown what else the site needs is loaded, in ms. Until then the processor belongs to the
 * first session: on one core, the rest takes as long as the session.
 */
const REST_AFTER = 5_000;

/** On a server, the site can be installed and used offline; a folder needs neither. */
function beInstallable(): void {
  if (!/^https?:$/.test(location.protocol)) return;
  document.head.append(el('link', { rel: 'manifest', href: 'manifest.webmanifest' }));
  // Service workers need a secure origin. Without one, the page still works.
  if ('serviceWorker' in navigator) void navigator.serviceWorker.register('worker.js').catch(console.warn);
}

function embeddedGoods(): Promise<Goods> {
  const { devices, pages } = globalThis.legato;
  return Promise.resolve({ devices, packageFor, fontsFor, about: (language) => pages[language] });
}

async function packageFor(device: DeviceFacts): Promise<WatchPackage> {
  const file = packageFile(device);
  const { zabs } = globalThis.legato;
  if (zabs[file] === undefined) await runScript(file);
  return choosePackage(readZab(bytesOf(zabs[file] ?? '')), device);
}

async function fontsFor(language: Language): Promise<void> {
  if (language === 'zh-CN') await addChineseFont();
  await loadFonts(language);
}

/** Its rule contains the whole font, and English texts are drawn without it. */
async function addChineseFont(): Promise<void> {
  if (document.querySelector(`link[href="${CHINESE_FONT}"]`) !== null) return;
  await addToHead(el('link', { rel: 'stylesheet', href: CHINESE_FONT }));
}

const CHINESE_FONT = 'fonts-chinese.css';

function runScript(src: string): Promise<void> {
  return addToHead(el('script', { src }));
}

/** Resolves once a file of the site has been loaded. */
function addToHead(element: HTMLScriptElement | HTMLLinkElement): Promise<void> {
  const loaded = new Promise<void>((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => reject(new Error('A file of this site cannot be loaded.'));
  });
  document.head.append(element);
  return loaded;
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  // `Uint8Array.from` with a function takes ten times as long.
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

async function loadRest(): Promise<void> {
  beInstallable();
  // A person may write Chinese words in the English app.
  await addChineseFont();
}

void openPreview(embeddedGoods).then(() => setTimeout(() => void loadRest().catch(console.warn), REST_AFTER));
