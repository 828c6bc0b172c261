import { getDeviceInfo, SCREEN_SHAPE_ROUND, SCREEN_SHAPE_SQUARE } from '@zos/device';
import { setStatusBarVisible } from '@zos/ui';
import { answerOf, attempt, fieldsOf } from './fence';

/** The screen that a page is laid out for, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly shape: ScreenShape;
  /** Whether the person wants what is to be read larger. */
  readonly isLarge?: boolean;
}

export type ScreenShape = 'round' | 'square';

export interface Screen {
  /** The whole screen of this watch. */
  frame(): Frame;
  /** Takes away the bar with name and time that a square screen has. */
  hideStatusBar(): void;
}

/** No screen is less wide (docs/platform.md, D3): what is laid out for it is seen on every watch. */
const LEAST = 390;

export const watchScreen: Screen = {
  frame: () => frameOf(answerOf(getDeviceInfo)),
  hideStatusBar() {
    attempt(() => {
      setStatusBarVisible(false);
    });
  },
};

/** What cannot be believed of the answer is made good from the rest of it: round screens are as high as wide. */
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
