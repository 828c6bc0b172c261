/** Toggle buttons that show whether they are on. */
import type { VirtualWatch } from '../../virtual-watch/watch';
import { button } from '../dom';
import type { Act } from '../touch-and-keys';

export interface Switch {
  readonly element: HTMLElement;
  readonly refresh: () => void;
}

/** Shows the present state, whatever has caused it. */
export function makeSwitch(
  label: string,
  tip: string,
  isOn: () => boolean,
  act: Act,
  set: (on: boolean) => void,
): Switch {
  const element = button(label, () => act(() => set(!isOn())), { class: 'toggle', title: tip });
  let told: boolean | undefined;
  const refresh = (): void => {
    const on = isOn();
    if (on === told) return;
    told = on;
    element.setAttribute('aria-pressed', String(on));
  };
  refresh();
  return { element, refresh };
}

/** Off at first; only the visitor changes it. */
export function makeToggle(
  label: string,
  tip: string,
  act: Act,
  set: (watch: VirtualWatch, on: boolean) => void,
): HTMLElement {
  const made = button(
    label,
    () => {
      const on = made.getAttribute('aria-pressed') !== 'true';
      made.setAttribute('aria-pressed', String(on));
      act((watch) => set(watch, on));
    },
    { class: 'toggle', title: tip, 'aria-pressed': 'false' },
  );
  return made;
}
