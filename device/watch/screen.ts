import { getDeviceInfo, SCREEN_SHAPE_ROUND, SCREEN_SHAPE_SQUARE } from '@zos/device';
import { setStatusBarVisible } from '@zos/ui';
import { answerOf, attempt, fieldsOf } from './fence';

/** The screen that a page is laid out for, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly shape: ScreenShape;
  /** Whether the person wants larger text. */
  readonly isLarge?: boolean;
}

export type ScreenShape = 'round' | 'square';

export interface Screen {
  /** The whole screen of this watch. */
  frame(): Frame;
  /** Hides the bar with name and time on a square screen. */
  hideStatusBar(): void;
}

/** The least width of any screen (docs/platform.md, D3), so that a layout for it fits on every watch. */
const LEAST = 390;

export const watchScreen: Screen = {
  frame: () => frameOf(answerOf(getDeviceInfo)),
  hideStatusBar() {
    attempt(() => {
      setStatusBarVisible(false);
    });
  },
};

/** Implausible values are derived from the others: round screens are as high as wide. */
function frameOf(told: unknown): Frame {
  const { width, height, screenShape } = fieldsOf(told);
  const across = lengthOf(width) ?? lengthOf(height) ?? LEAST;
  const down = lengthOf(height) ?? across;
  return { width: across, height: down, shape: shapeOf(screenShape, across === down) };
}

function shapeOf(told: unknown, isAsHighAsWide: boolean): Frame['shape'] {
  if (told === SCREEN_SHAPE_ROUND) return 'round';
  if (told === SCREEN_SHAPE_SQUARE) return 'square';
  return isAsHighAsWide ? 'round' : 'square';
}

function lengthOf(told: unknown): number | undefined {
  return typeof told === 'number' && told >= LEAST && told < Infinity ? told : undefined;
}
