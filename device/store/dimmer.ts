import { isWhole } from '../../core/json';
import { asciiBytes, asciiText } from '../../core/state/ascii';
import type { Disk } from '../watch/disk';
import type { Brightness, Display } from '../watch/display';

/** Makes the screen as dark as it goes, and as bright again as it was. */
export interface Dimmer {
  /** Nothing comes of it where it is not sure that the screen can be made bright again. */
  dim(): void;
  /** Puts back what a page before has changed as well, should it have died over it. */
  restore(): void;
}

/** What was there before, as long as it is to be put back: `1`, percent, and whether the watch sees to it itself. */
const FILE = 'brightness';

/** In percent. On many screens black is black whatever this is, and 0 may be taken for something else. */
const DARKEST = 1;

export function openDimmer(disk: Disk, display: Display): Dimmer {
  let isDim = false;
  let isLeftOver = true;
  return {
    dim() {
      if (isDim) return;
      isDim = true;
      const before = display.brightness();
      if (before && disk.write(FILE, asciiBytes(textOf(before))))
        display.setBrightness({ level: DARKEST, auto: false });
    },
    restore() {
      const bytes = isDim || isLeftOver ? disk.read(FILE) : undefined;
      isDim = false;
      isLeftOver = false;
      if (!bytes) return;
      const before = parse(asciiText(bytes.subarray(0, LONGEST)));
      if (before) display.setBrightness(before);
      disk.remove(FILE);
    },
  };
}

/** No text is longer. */
const LONGEST = 20;

function textOf({ level, auto }: Brightness): string {
  return `1 ${level} ${auto ? 'auto' : 'fixed'}`;
}

/** Nothing of a text that was cut: the screen was to be dimmed after it was whole. */
function parse(text: string): Brightness | undefined {
  const [, level, mode] = /^1 (\d{1,3}) (auto|fixed)$/.exec(text) ?? [];
  const percent = Number(level);
  return mode !== undefined && isWhole(percent) && percent <= 100
    ? { level: percent, auto: mode === 'auto' }
    : undefined;
}
