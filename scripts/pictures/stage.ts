/** Boots watches and brings them to the scenes to be drawn or checked. */
import type { Sprites } from '../../virtual-watch/face/brush';
import type { Problem } from '../../virtual-watch/face/layout-problems';
import { layoutProblems } from '../../virtual-watch/face/layout-problems';
import type { PictureNode } from '../../virtual-watch/face/picture';
import { lettersBy } from '../../virtual-watch/face/letters';
import { chipOf } from '../../virtual-watch/face/tga';
import {
  bootWatch,
  type DeviceFacts,
  type VirtualPhone,
  type VirtualWatch,
  type WatchPackage,
} from '../../virtual-watch/node';
import { nodeProbe, nodeSprites } from '../../virtual-watch/node/picture-png';
import { ensurePackage } from '../build/ensure-package';
import { readPackages } from '../packages';
import type { Broken } from './left-over';
import { leftOverWords, tornNegations } from './left-over';
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

/** Plays a scene on a new watch, which has no phone unless `near` is given. */
export function stage(
  packages: readonly WatchPackage[],
  device: DeviceFacts,
  language: Language,
  scene: Scene,
  near?: Pick<VirtualPhone, 'radio'>,
): Staged {
  const watch = bootWatch({ zab: packages, device, language, ...(near ? { radio: near.radio } : {}) });
  const texts = watch.package.translations(language);
  scene.play(watch, (text) => texts.get(text) ?? text);
  const sprites = nodeSprites({ asset: (src) => watch.asset(src), chip: chipOf('unknown') });
  return { watch, sprites };
}

/** Making a canvas is expensive, so it is reused and painted over each time. */
const PROBE = nodeProbe(() => undefined);

/**
 * What of a scene is cut off, hidden, too small, too faint or out of reach, and where a word is left over or torn from
 * its negation.
 */
export function problemsOf({ watch, sprites }: Staged, { scrolls }: Scene): readonly (Problem | Broken)[] {
  const picture = watch.picture();
  const { lay } = lettersBy(PROBE.brush);
  const broken = (nodes: readonly PictureNode[]): readonly Broken[] => [
    ...leftOverWords(nodes, lay),
    ...tornNegations(nodes, lay),
  ];
  return [
    ...layoutProblems(picture, { ...PROBE, sprites }, { scrolls: scrolls ?? false }),
    ...(picture.lit ? broken(picture.nodes) : []),
  ];
}
