import type { ButtonLook, Node } from './node';
import { INK, QUIET_INK } from './picture';

/**
 * Passes a node to the Zepp app. Rows are Views within Views, because the Zepp app ignores them elsewhere on the first
 * drawing.
 */
export function render(node: Node): RenderFunc {
  switch (node.kind) {
    case 'page':
    case 'card':
    case 'column':
    case 'row':
      return View({ style: BOXES[node.kind] }, node.children.map(render));
    case 'heading':
    case 'strong':
    case 'text':
    case 'quiet':
    case 'warning':
      return Text({ paragraph: true, style: TEXTS[node.kind] }, [node.text]);
    case 'button':
      return Button({ label: node.label, style: BUTTONS[node.look], onClick: node.onClick });
    case 'field':
      return View({ style: INPUT_BOX }, [
        TextInput({
          label: node.label,
          value: node.value,
          onChange: node.onChange,
          ...(node.rows === undefined ? {} : { multiline: true, rows: node.rows }),
        }),
      ]);
    case 'link':
      return Link({ source: node.address }, [Text({ paragraph: true, style: LINK }, [node.label])]);
    case 'picture':
      return View({ style: pictureStyle(node) });
    case 'box':
      return View({ style: node.style }, node.children.map(render));
    case 'input':
      return View({ style: INPUT_BOX }, [
        TextInput({ label: node.label, value: node.value, multiline: true, onChange: node.onChange }),
      ]);
  }
}

/** Every text colour has a contrast of at least 4.5:1 with its background. */
const WARNING_INK = '#a40e26';

/** In a row, takes the width the buttons leave, but at least its longest word. */
const BESIDE_BUTTON: ComponentStyle = { flex: '1 1 0' };

const BOXES: Readonly<Record<'page' | 'card' | 'column' | 'row', ComponentStyle>> = {
  page: { padding: '12px', background: '#f3f4f6' },
  card: { padding: '14px 16px', marginBottom: '12px', borderRadius: '14px', background: '#ffffff' },
  column: BESIDE_BUTTON,
  row: {
    display: 'flex',
    flexDirection: 'row',
    // With large text, what does not fit wraps onto the next line.
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    marginTop: '8px',
  },
};

const TEXTS: Readonly<Record<Extract<Node, { readonly text: string }>['kind'], ComponentStyle>> = {
  heading: { fontSize: '17px', fontWeight: '600', color: INK, marginBottom: '6px' },
  strong: { fontSize: '15px', fontWeight: '600', color: INK, marginTop: '6px' },
  text: { ...BESIDE_BUTTON, fontSize: '15px', color: INK },
  quiet: { fontSize: '13px', color: QUIET_INK },
  warning: { fontSize: '14px', color: WARNING_INK },
};

/** As wide as its label, at most as wide as the page; in a row, the text next to it shrinks. */
const BUTTON: ComponentStyle = {
  flexShrink: 0,
  marginLeft: '8px',
  marginTop: '4px',
  padding: '4px 14px',
  borderRadius: '18px',
  fontSize: '13px',
  maxWidth: 'calc(100% - 8px)',
};
/** As wide as the card, with left-aligned text that may take several lines if letters are large. */
const WIDE: ComponentStyle = { width: '100%', textAlign: 'left', whiteSpace: 'normal', color: INK };
const BUTTONS: Readonly<Record<ButtonLook, ComponentStyle>> = {
  plain: { ...BUTTON, background: '#e7eaee', color: INK },
  danger: { ...BUTTON, background: WARNING_INK, color: '#ffffff' },
  /** As large as six in a row can be. */
  key: {
    flex: '1 1 0',
    margin: '0 3px',
    padding: '10px 0',
    borderRadius: '10px',
    fontSize: '18px',
    background: '#e7eaee',
    color: INK,
  },
  fold: { ...WIDE, padding: '6px 0', fontSize: '17px', fontWeight: '600', background: '#ffffff' },
  row: {
    ...WIDE,
    marginTop: '6px',
    padding: '8px 12px',
    borderRadius: '10px',
    fontSize: '14px',
    background: '#eef1f4',
  },
};

const LINK: ComponentStyle = { marginTop: '8px', fontSize: '15px', color: '#0b57d0' };

/** The SVG text in place of an image URL. A picture wider than the page shrinks and keeps its proportions. */
function pictureStyle({ svg, width, height }: Extract<Node, { readonly kind: 'picture' }>): ComponentStyle {
  return {
    width: '100%',
    maxWidth: `${width}px`,
    height: `${height}px`,
    marginTop: '8px',
    backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")`,
    backgroundSize: 'contain',
    backgroundRepeat: 'no-repeat',
  };
}

const INPUT_BOX: ComponentStyle = {
  marginTop: '10px',
  padding: '8px 12px',
  borderRadius: '10px',
  background: '#eef1f4',
};
