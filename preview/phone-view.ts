/** The phone next to the watch, showing Legato's settings page. */
import type { Component, SettingsPage, VirtualPhone } from '../virtual-watch/index';
import { timeOfDay } from './time-of-day';
import { button, el, setText } from './dom';
import { keepFocus } from './focus';
import type { Act } from './touch-and-keys';
import { makeAir } from './link-view';
import { drawComponent } from './phone-page';
import { whenIdle } from './when-idle';
import type { PhoneWords } from './text/phone-texts';

export interface PhoneView {
  /** The animation of the traffic between watch and phone. */
  readonly air: HTMLElement;
  readonly element: HTMLElement;
  refresh(): void;
}

export function makePhone(words: PhoneWords, phone: VirtualPhone, act: Act): PhoneView {
  const air = makeAir(words);
  const { element, page, closed, clock, state } = phoneBody(words, air.counts, () =>
    act(() => phone.startZeppApp()),
  );
  let settings: SettingsPage | undefined;
  let shown: Component | undefined;
  let isOpening = false;
  let isDrawing = false;
  const use = (component: Component, value?: unknown): void => {
    // Removing a focused field blurs it, which would pass on unfinished input.
    if (isDrawing) return;
    act(() => {
      if (settings?.isOpen === true) settings.use(component, value);
    });
  };
  const keepOpen = (): void => {
    if (isOpening || settings?.isOpen === true || !phone.isZeppAppRunning()) return;
    isOpening = true;
    // Opening the page takes as long as opening the app on the watch, which a visitor looks at first.
    whenIdle(() =>
      act(() => {
        isOpening = false;
        if (phone.isZeppAppRunning()) settings = phone.settingsPage();
      }),
    );
  };
  return {
    air: air.element,
    element,
    refresh() {
      keepOpen();
      air.refresh(phone);
      setText(clock, timeOfDay(phone.wall()).slice(0, 5));
      setText(state, phone.isInRange() ? words.near : words.far);
      closed.hidden = phone.isZeppAppRunning();
      const tree = settings?.tree();
      if (tree === shown) return;
      shown = tree;
      isDrawing = true;
      const { scrollTop } = page;
      const refocus = keepFocus(page);
      page.replaceChildren(...(tree === undefined ? [] : [drawComponent(tree, use)]));
      page.scrollTop = scrollTop;
      refocus();
      isDrawing = false;
    },
  };
}

/** The phone: a bar, and below it the page, or a note that the Zepp app is not running. */
function phoneBody(words: PhoneWords, counts: HTMLElement, onStart: () => void) {
  const [clock, state] = [el('span'), el('span')];
  const page = el('div', { class: 'phone-page', role: 'region', 'aria-label': words.page, tabindex: 0 });
  const start = button(words.startZepp, onStart, {
    title: words.tips.startZepp,
  });
  const closed = el('div', { class: 'phone-closed' }, el('p', {}, words.notRunning), start);
  const element = el(
    'section',
    { class: 'phone', 'aria-label': words.phone },
    el(
      'div',
      { class: 'phone-body' },
      el('div', { class: 'phone-bar' }, clock, state),
      el('div', { class: 'phone-title' }, words.page),
      page,
      closed,
    ),
    counts,
  );
  return { element, page, closed, clock, state };
}
