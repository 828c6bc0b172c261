import type { Box, Picture, PictureNode } from '../../virtual-watch/face/picture';

/**
 * What a screen reader, which knows widgets only, would say of a page, from top to bottom: texts, and buttons by their label.
 * Of pictures and marks it says nothing, so whatever they tell has to be in words as well.
 */
export function spokenLine({ lit, nodes }: Picture): string {
  if (!lit) return '';
  return nodes
    .flatMap((node) => wordsOf(node))
    .sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x)
    .map(({ words }) => words)
    .join('; ');
}

/** How many buttons of a page have no label that could be said. */
export function unnamedButtons({ nodes }: Picture): number {
  return nodes.filter((node) => node.kind === 'button' && node.text === '').length;
}

function wordsOf(node: PictureNode): readonly { readonly words: string; readonly box: Box }[] {
  if (node.kind === 'text' && node.text !== '') return [{ words: node.text, box: node }];
  if (node.kind === 'button' && node.text !== '') return [{ words: `[${node.text}]`, box: node }];
  return [];
}
