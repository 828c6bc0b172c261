/**
 * The preview as a page of a static site. The package is in a script next to this one, since a page opened from a
 * folder cannot fetch anything.
 */
import type { DeviceRow } from '../virtual-watch/machine/device';
import { el } from './dom';
import { openPreview, type Goods } from './open-preview';
import type { Language } from './text/texts';

declare global {
  /** Written by `npm run site`. The package is base64. */
  var legato: {
    readonly zab: string;
    readonly devices: readonly DeviceRow[];
    readonly pages: Readonly<Record<Language, string>>;
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
  const { zab, devices, pages } = globalThis.legato;
  return Promise.resolve({
    zab: Uint8Array.from(atob(zab), (char) => char.charCodeAt(0)),
    devices,
    about: (language) => pages[language],
  });
}

beInstallable();
void openPreview(embeddedGoods);
