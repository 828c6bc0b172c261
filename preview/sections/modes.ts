import { el } from '../dom';
import { SHOWN_MODES } from '../text/words';
import type { Section, SectionContext } from './section';
import { makeToggle } from './switch';

/** Charge of a battery that Legato warns of, and of a full one, in percent. */
const LOW_PERCENT = 10;
const FULL_PERCENT = 100;

/** What keeps a cue from the skin: the watch's modes, an empty battery, a bare wrist. */
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
