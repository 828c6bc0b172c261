import type { ReadableBrush } from './brush';
import { measureWith, type Measure } from './font';
import type { Lay } from './seen-text';
import { layoutText, type TextBlock, type TextLayout } from './text-layout';

/** Measures texts and lays them out; what it did once it remembers. */
export interface Letters {
  readonly measure: Measure;
  readonly lay: Lay;
}

/** Pages are checked with the same words at the same sizes and in the same boxes many times. */
const lettersOf = new WeakMap<ReadableBrush, Letters>();

/** The same for the same brush, which therefore has to keep its fonts. */
export function lettersBy(brush: ReadableBrush): Letters {
  const known = lettersOf.get(brush);
  if (known !== undefined) return known;
  const measure = remembering(measureWith(brush), (text, size) => `${size} ${text}`);
  const layAtOrigin = remembering(
    (block: TextBlock) => layoutText(block, measure),
    ({ text, textSize, textStyle, w, h, alignH, alignV, lineSpace, charSpace }) =>
      [textSize, textStyle, w, h, alignH, alignV, lineSpace, charSpace, text].join(' '),
  );
  const letters = {
    measure,
    lay: (block: TextBlock) => movedBy(layAtOrigin({ ...block, x: 0, y: 0 }), block),
  };
  lettersOf.set(brush, letters);
  return letters;
}

function movedBy(layout: TextLayout, { x, y }: TextBlock): TextLayout {
  const lines = layout.lines.map((line) => ({ ...line, x: line.x + x, baseline: line.baseline + y }));
  return { ...layout, lines };
}

/** The function, which is not called again for what has the same key. */
function remembering<Args extends readonly unknown[], Result>(
  make: (...args: Args) => Result,
  keyOf: (...args: Args) => string,
): (...args: Args) => Result {
  const made = new Map<string, Result>();
  return (...args) => {
    const key = keyOf(...args);
    const result = made.get(key) ?? make(...args);
    made.set(key, result);
    return result;
  };
}
