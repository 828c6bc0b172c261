/** A modal question, which must be answered before anything else on the page. */
import { button, el } from './dom';
import type { Question } from './text/words';

/** Resolves with the answer; dismissing the question counts as no. */
export function ask(root: HTMLElement, { text, yes, no }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (answer: boolean): void => {
      dialog.remove();
      resolve(answer);
    };
    const dialog = el(
      'dialog',
      { class: 'card question', 'aria-label': text },
      el('p', {}, text),
      el(
        'div',
        { class: 'answers' },
        button(no, () => end(false), { class: 'primary', autofocus: true }),
        button(yes, () => end(true)),
      ),
    );
    dialog.addEventListener('cancel', () => end(false));
    root.append(dialog);
    dialog.showModal();
  });
}
