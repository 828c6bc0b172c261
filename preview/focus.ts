/** Keeps the focus and unsaved input when part of the page is redrawn. */

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Remembers the focused element inside `container` and its unsaved input. Returns a function that restores both to the
 * element of the same name in the new drawing.
 */
export function keepFocus(container: HTMLElement): () => void {
  const before = document.activeElement;
  if (!(before instanceof HTMLElement) || before === container || !container.contains(before))
    return () => undefined;
  const name = nameOf(before);
  const place = named(container, name).indexOf(before);
  const type = isField(before) ? typing(before) : () => undefined;
  return () => {
    const after = named(container, name)[place];
    after?.focus({ preventScroll: true });
    if (isField(after)) type(after);
  };
}

/** Remembers unsaved input and the selection in it. */
function typing({ value, defaultValue, selectionStart, selectionEnd }: Field): (field: Field) => void {
  return (field) => {
    if (value !== defaultValue) field.value = value;
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
  };
}

function isField(element: Element | undefined): element is Field {
  return (
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
  );
}

function named(container: HTMLElement, name: string): readonly HTMLElement[] {
  const all = container.querySelectorAll<HTMLElement>('a, button, input, select, textarea, [tabindex]');
  return [...all].filter((element) => nameOf(element) === name);
}

/** Identifies an element by its kind and its text. */
function nameOf(element: HTMLElement): string {
  const words = element.closest('label')?.querySelector('span') ?? element;
  return `${element.tagName} ${words.textContent}`;
}
