import { SCENES } from '../pictures/scenes';
import { LANGUAGES } from '../pictures/stage';
import { WATCHES } from '../pictures/watches';
import { TRIALS } from '../readings/perform';
import type { Counted } from './lines';

export const COUNTED: Counted = {
  readings: TRIALS.length,
  screens: SCENES.length,
  sizes: WATCHES.length,
  languages: LANGUAGES.length,
};
