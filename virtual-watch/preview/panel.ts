/**
 * What can happen to the watch, in sections. A section is a function in `SECTIONS`: to give the preview another switch
 * or another view into the watch, write one and name it there.
 */
import type { VirtualWatch } from '../watch';
import { button, el } from './dom';
import type { Words } from './texts';

export interface SectionContext {
  readonly words: Words;
  /** Does something to the watch, in order with everything else that is done to it. */
  readonly act: (run: (watch: VirtualWatch) => void) => void;
}

export interface Section {
  readonly title: string;
  readonly content: HTMLElement;
  /** Called after each step of time, at most once a frame: keep it cheap, and touch only what has changed. */
  readonly refresh?: (watch: VirtualWatch) => void;
}

const SECTIONS: readonly ((context: SectionContext) => Section)[] = [wristSection];

export interface Panel {
  readonly element: HTMLElement;
  refresh(watch: VirtualWatch): void;
}

export function makePanel(context: SectionContext): Panel {
  const sections = SECTIONS.map((make) => make(context));
  const cards = sections.map(({ title, content }) =>
    el('section', { class: 'card', 'aria-label': title }, el('header', {}, el('h2', {}, title)), content),
  );
  return {
    element: el('div', { class: 'panel' }, ...cards),
    refresh: (watch) => sections.forEach((section) => section.refresh?.(watch)),
  };
}

/** What the arm and the hand do, and the two ways home. */
function wristSection({ words, act }: SectionContext): Section {
  const deeds: readonly (readonly [label: string, deed: (watch: VirtualWatch) => void])[] = [
    [words.screenOff, (watch) => watch.screenOff()],
    [words.wristDown, (watch) => watch.wristDown()],
    [words.palm, (watch) => watch.palm()],
    [words.wake, (watch) => watch.wake()],
    [words.home, goHome],
  ];
  const buttons = deeds.map(([label, deed]) => button(label, () => act(deed)));
  return { title: words.wrist, content: el('div', { class: 'deeds' }, ...buttons) };
}

/** The home key where there is one; else out by the way back, page by page. */
function goHome(watch: VirtualWatch): void {
  const isInApp = (): boolean => watch.screen().shows.startsWith('page/');
  if (watch.keys().includes('HOME')) watch.press('HOME');
  for (let pages = 0; pages < 10 && !watch.keys().includes('HOME') && isInApp(); pages += 1)
    watch.swipe('right');
}
