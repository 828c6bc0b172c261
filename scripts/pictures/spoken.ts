import type { Box, Picture, PictureNode } from '../../virtual-watch/face/picture';

/**
 * What a screen reader that knows only widgets would read on a page, from top to bottom: texts, and buttons by their
 * labels. It says nothing about pictures and marks, so whatever they show must be given in words as well.
 */
export function spokenLine({ lit, nodes }: Picture): string {
  if (!lit) return '';
  return nodes
    .flatMap((node) => wordsOf(node))
    .sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x)
    .map(({ words }) => words)
    .join('; ');
}

/** The number of buttons on a page without a label that can be read out. */
export function unnamedButtons({ nodes }: Picture): number {
  return nodes.filter((node) => node.kind === 'button' && node.text === '').length;
}

function wordsOf(node: PictureNode): readonly { readonly words: string; readonly box: Box }[] {
  if (node.kind === 'text' && node.text !== '') return [{ words: node.text, box: node }];
  if (node.kind === 'button' && node.text !== '') return [{ words: `[${node.text}]`, box: node }];
  return [];
}
