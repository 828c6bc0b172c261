/**
 * What can happen to the watch, in sections. A section is a function in `SECTIONS`: to give the preview another switch
 * or another view into the watch, write one and name it there.
 */
import type { VirtualWatch } from '../watch';
import { el } from './dom';
import { bookSection } from './sections/book';
import { lifeSection } from './sections/life';
import { modesSection } from './sections/modes';
import { phoneSection } from './sections/phone';
import type { Section, SectionContext } from './sections/section';
import { wristSection } from './sections/wrist';

const SECTIONS: readonly ((context: SectionContext) => Section)[] = [
  wristSection,
  phoneSection,
  modesSection,
  lifeSection,
  bookSection,
];

export interface Panel {
  readonly element: HTMLElement;
  refresh(watch: VirtualWatch): void;
}

export function makePanel(context: SectionContext): Panel {
  const sections = SECTIONS.map((make) => make(context));
  const cards = sections.map(({ title, content, folded = false }) =>
    folded
      ? el('details', { class: 'card', 'aria-label': title }, el('summary', {}, el('h2', {}, title)), content)
      : el('section', { class: 'card', 'aria-label': title }, el('header', {}, el('h2', {}, title)), content),
  );
  return {
    element: el('div', { class: 'panel' }, ...cards),
    refresh: (watch) => sections.forEach((section) => section.refresh?.(watch)),
  };
}
