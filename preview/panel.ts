/**
 * The panel with everything that can happen to the watch, in sections. To add a switch or a view, write a section
 * function and add it to `SECTIONS`.
 */
import type { VirtualWatch } from '../virtual-watch/watch';
import { el } from './dom';
import { alarmsSection } from './sections/alarms';
import { bookSection } from './sections/book';
import { lifeSection } from './sections/life';
import { modesSection } from './sections/modes';
import { notificationsSection } from './sections/notifications';
import { phoneSection } from './sections/phone';
import type { Section, SectionContext } from './sections/section';
import { wristSection } from './sections/wrist';

const SECTIONS: readonly ((context: SectionContext) => Section)[] = [
  wristSection,
  phoneSection,
  modesSection,
  lifeSection,
  bookSection,
  alarmsSection,
  notificationsSection,
];

export interface Panel {
  readonly beside: HTMLElement;
  readonly below: HTMLElement;
  refresh(watch: VirtualWatch): void;
}

export function makePanel(context: SectionContext): Panel {
  const sections = SECTIONS.map((make) => make(context));
  const cards = (wanted: Section['place']): readonly HTMLElement[] =>
    sections
      .filter(({ place = 'beside' }) => place === wanted)
      .map((section) => cardOf(section, context.words.whatEachDoes));
  return {
    beside: el('div', { class: 'panel' }, ...cards('beside')),
    below: el('div', { class: 'below' }, ...cards('below')),
    refresh: (watch) => sections.forEach((section) => section.refresh?.(watch)),
  };
}

function cardOf({ title, content, folded = false }: Section, whatEachDoes: string): HTMLElement {
  const heading = el('h2', {}, title);
  const parts = [content, explained(content, whatEachDoes)];
  return folded
    ? el('details', { class: 'card', 'aria-label': title }, el('summary', {}, heading), ...parts)
    : el('section', { class: 'card', 'aria-label': title }, el('header', {}, heading), ...parts);
}

/** The tooltips of all controls as a list, for visitors who cannot hover with a mouse. */
function explained(content: HTMLElement, title: string): HTMLElement | undefined {
  const controls = [...content.querySelectorAll<HTMLElement>('[title]')];
  if (controls.length === 0) return undefined;
  const rows = controls.flatMap((control) => {
    const name = control.querySelector('span')?.textContent ?? control.textContent;
    return [el('dt', {}, name), el('dd', {}, control.title)];
  });
  return el(
    'details',
    { class: 'explained' },
    el('summary', { class: 'quiet' }, title),
    el('dl', {}, ...rows),
  );
}
