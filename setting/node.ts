/** CSS with the property names of JavaScript, as the Zepp app's components take it. */
export type Style = Readonly<Record<string, string | number>>;

/**
 * The content of the settings page as data: sections create it from the state, `render` passes it to the Zepp app, and
 * tests read it.
 */
export type Node =
  | { readonly kind: 'page' | 'card' | 'column' | 'row'; readonly children: readonly Node[] }
  | { readonly kind: 'heading' | 'strong' | 'text' | 'quiet' | 'warning'; readonly text: string }
  | {
      readonly kind: 'button';
      readonly label: string;
      /** `fold` opens and closes a section; `row` is a list item that can be touched, `key` one of many number keys. */
      readonly look: 'plain' | 'danger' | 'fold' | 'row' | 'key';
      readonly onClick: () => void;
    }
  | {
      readonly kind: 'field';
      readonly label: string;
      readonly value: string;
      /** One line if absent. */
      readonly rows?: number;
      readonly onChange: (text: string) => void;
    }
  | { readonly kind: 'link'; readonly label: string; readonly address: string }
  /** A drawing as SVG, as wide as the page allows. What it shows is also given in words next to it. */
  | { readonly kind: 'picture'; readonly svg: string; readonly width: number; readonly height: number }
  /** What drawings are made of if pictures are not available. */
  | { readonly kind: 'box'; readonly style: Style; readonly children: readonly Node[] }
  | {
      readonly kind: 'input';
      readonly label: string;
      /** The text in the field. */
      readonly value: string;
      readonly onChange: (text: string) => void;
    };

export function card(heading: string, children: readonly Node[]): Node {
  return { kind: 'card', children: [{ kind: 'heading', text: heading }, ...children] };
}

/** A node that is one line of text. */
export function line(kind: Extract<Node, { readonly text: string }>['kind'], text: string): Node {
  return { kind, text };
}

export type ButtonLook = Extract<Node, { readonly kind: 'button' }>['look'];

export function button(label: string, look: ButtonLook, onClick: () => void): Node {
  return { kind: 'button', label, look, onClick };
}

/** A button with a mark if it is the chosen one. */
export function choice(label: string, isChosen: boolean, choose: () => void): Node {
  return button(`${isChosen ? '●' : '○'} ${label}`, 'row', choose);
}

/** A button that opens and closes what is below it. */
export function fold(label: string, isOpen: boolean, turn: () => void): Node {
  return button(`${isOpen ? '▾' : '▸'} ${label}`, 'fold', turn);
}

/** Nodes side by side. */
export function row(...children: readonly Node[]): Node {
  return { kind: 'row', children };
}
