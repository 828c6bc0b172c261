/** Boots watches and brings them to the scenes to be drawn or checked. */
import type { Sprites } from '../../virtual-watch/face/brush';
import { chipOf } from '../../virtual-watch/face/tga';
import { bootWatch, type DeviceFacts, type VirtualWatch, type WatchPackage } from '../../virtual-watch/node';
import { nodeSprites } from '../../virtual-watch/node/picture-png';
import { ensurePackage } from '../build/ensure-package';
import { readPackages } from '../packages';
import type { Scene } from './scenes';

export const LANGUAGES = ['en-US', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A watch at a scene, and the images of its package. */
export interface Staged {
  readonly watch: VirtualWatch;
  readonly sprites: Sprites;
}

/** The built packages, one for each screen. Builds them first if the project has changed. */
export async function loadPackages(): Promise<readonly WatchPackage[]> {
  return readPackages(await ensurePackage()).packages;
}

/** Plays a scene on a new watch. */
export function stage(
  packages: readonly WatchPackage[],
  device: DeviceFacts,
  language: Language,
  scene: Scene,
): Staged {
  const watch = bootWatch({ zab: packages, device, language });
  const texts = watch.package.translations(language);
  scene.play(watch, (text) => texts.get(text) ?? text);
  const sprites = nodeSprites({ asset: (src) => watch.asset(src), chip: chipOf('unknown') });
  return { watch, sprites };
}
