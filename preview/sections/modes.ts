import { SYSTEM_MODES, type SystemMode } from '../../virtual-watch/machine/body';
import type { VirtualWatch } from '../../virtual-watch/watch';
import { button, el } from '../dom';
import type { Section, SectionContext } from './section';
import { makeToggle } from './switch';

/** Charge of a battery that Legato warns of, and of a full one, in percent. */
const LOW_PERCENT = 10;
const FULL_PERCENT = 100;

/** What keeps a cue from the skin: the watch's modes, an empty battery, a bare wrist, a service that may not run. */
export function modesSection({ words, act }: SectionContext): Section {
  const toggle = (label: string, set: (watch: VirtualWatch, on: boolean) => void): HTMLElement =>
    makeToggle(label, act, set);
  const shown: readonly SystemMode[] = SYSTEM_MODES.filter((mode) => mode in words.modes);
  const modes = shown.map((mode) =>
    toggle(words.modes[mode] ?? mode, (watch, on) => watch.setMode({ [mode]: on })),
  );
  const notWorn = toggle(words.notWorn, (watch, on) => watch.setWorn(!on));
  const low = toggle(words.batteryLow, (watch, on) => watch.setBattery(on ? LOW_PERCENT : FULL_PERCENT));
  const slotTaken = toggle(words.slotTaken, (watch, on) => watch.occupyServiceSlot(on));
  const forget = button(words.forgetConsent, () => act((watch) => watch.setConsent('unasked')));
  return {
    title: words.hazards,
    folded: true,
    content: el(
      'div',
      { class: 'switches-and-deeds' },
      el('div', { class: 'switches' }, ...modes, notWorn, low, slotTaken),
      el('div', { class: 'deeds' }, forget),
    ),
  };
}
