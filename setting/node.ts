/** CSS by its names in JavaScript, as components of the Zepp app take it. */
export type Style = Readonly<Record<string, string | number>>;

/**
 * What stands on the settings page, as data: sections make it from the state, `render` hands it to the Zepp app, and
 * a test reads it.
 */
export type Node =
  | { readonly kind: 'page' | 'card' | 'column' | 'row'; readonly children: readonly Node[] }
  | { readonly kind: 'heading' | 'strong' | 'text' | 'quiet' | 'warning'; readonly text: string }
  | {
      readonly kind: 'button';
      readonly label: string;
      /** `fold` opens and shuts a section; `row` is a line of a list that can be touched, `key` one of many numbers. */
      readonly look: 'plain' | 'danger' | 'fold' | 'row' | 'key';
      readonly onClick: () => void;
    }
  | {
      readonly kind: 'field';
      readonly label: string;
      readonly value: string;
      /** One line where it is missing. */
      readonly rows?: number;
      readonly onChange: (text: string) => void;
    }
  | { readonly kind: 'link'; readonly label: string; readonly address: string }
  /** A drawing in the language of SVG, as wide as the page lets it be; what it shows is told in words beside it. */
  | { readonly kind: 'picture'; readonly svg: string; readonly width: number; readonly height: number }
  /** What a drawing is made of where there are no pictures. */
  | { readonly kind: 'box'; readonly style: Style; readonly children: readonly Node[] }
  | {
      readonly kind: 'input';
      readonly label: string;
      /** What stands in it. */
      readonly value: string;
      readonly onChange: (text: string) => void;
    };

export function card(heading: string, children: readonly Node[]): Node {
  return { kind: 'card', children: [{ kind: 'heading', text: heading }, ...children] };
}

/** One of the kinds that are a line of text. */
export function line(kind: Extract<Node, { readonly text: string }>['kind'], text: string): Node {
  return { kind, text };
}

export type ButtonLook = Extract<Node, { readonly kind: 'button' }>['look'];

export function button(label: string, look: ButtonLook, onClick: () => void): Node {
  return { kind: 'button', label, look, onClick };
}

/** A button whose mark tells that it is the one that is chosen. */
export function choice(label: string, isChosen: boolean, choose: () => void): Node {
  return button(`${isChosen ? '●' : '○'} ${label}`, 'row', choose);
}

/** A button that opens and shuts what stands below it. */
export function fold(label: string, isOpen: boolean, turn: () => void): Node {
  return button(`${isOpen ? '▾' : '▸'} ${label}`, 'fold', turn);
}

/** Nodes side by side. */
export function row(...children: readonly Node[]): Node {
  return { kind: 'row', children };
}
