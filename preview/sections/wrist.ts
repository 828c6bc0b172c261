import type { VirtualWatch } from '../../virtual-watch/watch';
import { button, el } from '../dom';
import type { Section, SectionContext } from './section';

/** What the arm and the hand do, and the two ways home. */
export function wristSection({ words, act }: SectionContext): Section {
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
