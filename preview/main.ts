/** The preview as served by its own server, which may still be building the package. */
import type { DeviceRow } from '../virtual-watch/machine/device';
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
    return { zab: new Uint8Array(zab), devices: table.devices };
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

void openPreview(fetchGoods);
