/**
 * Makes the canvas accessible: each element that can be tapped gets a button in its place, for keyboards and screen
 * readers, and all readable text is in a list. Pointer events pass through to the canvas.
 */
import type { Box, Picture } from '../virtual-watch/face/picture';
import type { VirtualWatch } from '../virtual-watch/watch';
import { el, setText } from './dom';
import type { Act } from './touch-and-keys';
import type { Words } from './text/words';

export interface Mirror {
  /** The buttons over the screen; must be placed and sized like the screen. */
  readonly targets: HTMLElement;
  readonly texts: HTMLElement;
  refresh(watch: VirtualWatch, picture: Picture, scale: number): void;
}

interface Target {
  readonly label: string;
  readonly box: Box;
}

export function makeMirror(words: Words, act: Act): Mirror {
  const targets = el('div', { class: 'targets' });
  const texts = el('ul', { class: 'unseen', 'aria-label': words.onScreen });
  let placed: readonly Target[] = [];

  const tap = (index: number): void => {
    const target = placed[index];
    if (target === undefined) return;
    const { x, y, w, h } = target.box;
    act((watch) => watch.tapAt(x + w / 2, y + h / 2));
  };
  const showTargets = (scale: number): void => {
    resize(targets, placed.length, (index) => {
      const made = el('button', { type: 'button' });
      made.addEventListener('click', () => tap(index));
      return made;
    });
    placed.forEach(({ label, box }, index) => {
      const element = targets.children[index];
      if (!(element instanceof HTMLElement)) return;
      setText(element, label);
      const [left, top, width, height] = [box.x, box.y, box.w, box.h].map((length) => `${length * scale}px`);
      Object.assign(element.style, { left, top, width, height });
    });
  };
  return {
    targets,
    texts,
    refresh(watch, picture, scale) {
      placed = targetsOf(picture);
      showTargets(scale);
      const seen = picture.lit ? watch.texts() : [words.screenIsDark];
      resize(texts, seen.length, () => el('li'));
      seen.forEach((text, index) => {
        const element = texts.children[index];
        if (element !== undefined) setText(element, text);
      });
    },
  };
}

/** The visible buttons, clipped to what is visible. Those of a dialog come before those of the page under it. */
function targetsOf({ lit, modal, nodes, scrollY, height }: Picture): readonly Target[] {
  if (!lit) return [];
  if (modal !== undefined) return modal.buttons.map((button) => ({ label: button.label, box: button }));
  return nodes.flatMap((node) => {
    if (node.kind !== 'button') return [];
    const top = Math.max(0, node.y - scrollY);
    const bottom = Math.min(height, node.y - scrollY + node.h);
    const box = { x: node.x, y: top, w: node.w, h: bottom - top };
    return bottom > top ? [{ label: node.text || (node.normalSrc ?? ''), box }] : [];
  });
}

/** Makes a list have `count` elements and keeps the existing ones, since one of them may have the focus. */
function resize(list: HTMLElement, count: number, make: (index: number) => HTMLElement): void {
  while (list.childElementCount > count) list.lastElementChild?.remove();
  while (list.childElementCount < count) list.append(make(list.childElementCount));
}
