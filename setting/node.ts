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
      readonly look: 'plain' | 'danger';
      readonly onClick: () => void;
    }
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

export function button(label: string, look: 'plain' | 'danger', onClick: () => void): Node {
  return { kind: 'button', label, look, onClick };
}
