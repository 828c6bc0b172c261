import { isWhole } from '../../core/json';
import { asciiBytes, asciiText } from '../../core/ascii';
import type { Disk } from '../watch/disk';
import type { Brightness, Display } from '../watch/display';

/** Dims the screen as far as possible, and restores its brightness. */
export interface Dimmer {
  /** Does nothing unless the brightness can certainly be restored. */
  dim(): void;
  /** Also restores what an earlier page has changed, if it died while the screen was dark. */
  restore(): void;
}

/** The brightness to restore: `1`, percent, and whether the watch controls it automatically. */
const FILE = 'brightness';

/** In percent. Black is black at any value on many screens, and 0 may have another meaning. */
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
      const bytes = isDim || isLeftOver ? disk.own(FILE) : undefined;
      isDim = false;
      isLeftOver = false;
      if (!bytes) return;
      const before = parse(asciiText(bytes.subarray(0, LONGEST)));
      if (before) display.setBrightness(before);
      disk.remove(FILE);
    },
  };
}

/** The maximum length of the text. */
const LONGEST = 20;

function textOf({ level, auto }: Brightness): string {
  return `1 ${level} ${auto ? 'auto' : 'fixed'}`;
}

/** Undefined for a text that was cut off; the screen is dimmed only once it is complete. */
function parse(text: string): Brightness | undefined {
  const [, level, mode] = /^1 (\d{1,3}) (auto|fixed)$/.exec(text) ?? [];
  const percent = Number(level);
  return mode !== undefined && isWhole(percent) && percent <= 100
    ? { level: percent, auto: mode === 'auto' }
    : undefined;
}
