import { el } from '../dom';
import { SHOWN_MODES } from '../text/words';
import type { Section, SectionContext } from './section';
import { makeToggle } from './switch';

/** The charge at which Legato warns of a low battery, and a full charge, in percent. */
const LOW_PERCENT = 10;
const FULL_PERCENT = 100;

/** What keeps a cue from being felt: the watch's modes, an empty battery, a watch that is not worn. */
export function modesSection({ words, act }: SectionContext): Section {
  const { tips } = words;
  const modes = SHOWN_MODES.map((mode) =>
    makeToggle(words.modes[mode], tips[mode], act, (watch, on) => watch.setMode({ [mode]: on })),
  );
  const notWorn = makeToggle(words.notWorn, tips.notWorn, act, (watch, on) => watch.setWorn(!on));
  const low = makeToggle(words.batteryLow, tips.batteryLow, act, (watch, on) =>
    watch.setBattery(on ? LOW_PERCENT : FULL_PERCENT),
  );
  return {
    title: words.hazards,
    folded: true,
    content: el('div', { class: 'switches' }, ...modes, notWorn, low),
  };
}
