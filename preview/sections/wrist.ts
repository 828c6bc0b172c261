import type { VirtualWatch } from '../../virtual-watch/watch';
import { button, el } from '../dom';
import type { Section, SectionContext } from './section';

type WristDeed = 'screenOff' | 'wristDown' | 'palm' | 'wake' | 'home';

/** Movements of arm and hand, and the two ways home. */
export function wristSection({ words, act }: SectionContext): Section {
  const deeds: readonly (readonly [name: WristDeed, deed: (watch: VirtualWatch) => void])[] = [
    ['screenOff', (watch) => watch.screenOff()],
    ['wristDown', (watch) => watch.wristDown()],
    ['palm', (watch) => watch.palm()],
    ['wake', (watch) => watch.wake()],
    ['home', goHome],
  ];
  const buttons = deeds.map(([name, deed]) => {
    return button(words[name], () => act(deed), { title: words.tips[name] });
  });
  return { title: words.wrist, content: el('div', { class: 'deeds' }, ...buttons) };
}

/** Presses the home key if there is one; otherwise goes back page by page. */
function goHome(watch: VirtualWatch): void {
  const isInApp = (): boolean => watch.screen().shows.startsWith('page/');
  if (watch.keys().includes('HOME')) watch.press('HOME');
  for (let pages = 0; pages < 10 && !watch.keys().includes('HOME') && isInApp(); pages += 1)
    watch.swipe('right');
}
