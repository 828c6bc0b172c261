/** The preview as served by its own server, which may still be building the package. */
import { readDeviceTable, readZab } from '../virtual-watch/index';
import type { DeviceRow } from '../virtual-watch/machine/device';
import { choosePackage } from '../virtual-watch/machine/package';
import { fittingDevices } from './fitting-devices';
import { addChineseFont, loadFonts } from './load-fonts';
import { loadRest } from './load-rest';
import { openPreview, type Goods } from './open-preview';
import { makeProgressView } from './progress-view';
import type { Words } from './text/words';

async function fetchGoods(place: HTMLElement, words: Words): Promise<Goods> {
  const progress = makeProgressView(words);
  place.replaceChildren(progress.element);
  try {
    const [zab, table] = await Promise.all([
      fetchOrExplain('/legato.zab').then((response) => response.arrayBuffer()),
      fetchOrExplain('/devices.json').then(
        (response) => response.json() as Promise<{ devices: readonly DeviceRow[] }>,
      ),
    ]);
    const packages = readZab(new Uint8Array(zab));
    return {
      devices: fittingDevices(readDeviceTable(table.devices), packages),
      packageFor: (device) => Promise.resolve(choosePackage(packages, device)),
      fontsFor: loadFonts,
    };
  } finally {
    progress.stop();
  }
}

/**
 * Fetches a file; if the server cannot deliver it, throws the server's explanation, for example why the package cannot
 * be built.
 */
async function fetchOrExplain(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(await response.text());
  return response;
}

// A person may write Chinese words in the English app.
void openPreview(fetchGoods).then(() => loadRest(addChineseFont));
