import { units } from '../../device/ui/frame';
import type { Frame } from '../../device/ui/frame';
import type { Problem, Probe } from '../../virtual-watch/face/layout-problems';
import { lettersBy } from '../../virtual-watch/face/letters';
import type { Box, PictureNode } from '../../virtual-watch/face/picture';
import type { SeenText } from '../../virtual-watch/face/seen-text';
import { seenText } from '../../virtual-watch/face/seen-text';

/** The least space between a text and a button above or below it, in design units. */
const APART = 4;
/** What rounding may cost, in pixels. */
const HALF = 0.5;
/** The least distance from the sides of a square screen, where the scroll bar is, in design units. */
const SIDE = { text: 12, button: 16 } as const;

/** What a screen lacks in room: everything can be read, and yet it touches what is next to it. */
export type RoomProblem = Omit<Problem, 'code'> & { readonly code: 'touches-button' | 'at-the-side' };

/** Texts that touch a button, and whatever runs to the side of a square screen. */
export function roomProblems(
  nodes: readonly PictureNode[],
  frame: Frame,
  probe: Probe,
): readonly RoomProblem[] {
  const { lay } = lettersBy(probe.brush);
  const texts = nodes.flatMap((_, index) => seenText(nodes, index, lay) ?? []);
  // A black one is seen as the text or the picture that it is.
  const buttons = nodes.flatMap((node) => (node.kind === 'button' && node.normalColor !== 0 ? [node] : []));
  const words = texts.filter(({ isLabel }) => !isLabel);
  const isOnBand = ({ ink }: SeenText): boolean => nodes.some((node) => isBand(node, ink));
  return [
    ...words
      .filter((text) => !isOnBand(text))
      .flatMap((text) => buttons.flatMap((button) => touching(text, button, frame))),
    ...(frame.shape === 'square'
      ? [
          ...words.flatMap(inkOf).flatMap((part) => atTheSide(part, SIDE.text, frame)),
          ...buttons.map(boxOf).flatMap((part) => atTheSide(part, SIDE.button, frame)),
        ]
      : []),
  ];
}

/** A coloured band across the screen, which parts what is on it from a button below. */
function isBand(node: PictureNode, ink: readonly Box[]): boolean {
  if (node.kind !== 'fillRect' || node.color === 0) return false;
  return ink.every(({ x, y, w, h }) => {
    const isAcross = node.x <= x && node.x + node.w >= x + w;
    return isAcross && node.y <= y + 3 && node.y + node.h >= y + h - 3;
  });
}

interface Part extends Box {
  readonly what: string;
}

const inkOf = ({ text, ink }: SeenText): readonly Part[] => ink.map((box) => ({ ...box, what: text }));
const boxOf = ({ x, y, w, h, text }: Box & { readonly text: string }): Part => ({ x, y, w, h, what: text });

function touching({ text, ink }: SeenText, button: Part | (Box & { text: string }), frame: Frame) {
  return ink.flatMap((line): readonly RoomProblem[] => {
    const isBeside = line.x >= button.x + button.w || line.x + line.w <= button.x;
    // What stands on a bar over the whole width is looked for as a text that something covers.
    if (button.x <= 0 && button.w >= frame.width) return [];
    const gap = Math.max(button.y - (line.y + line.h), line.y - (button.y + button.h));
    if (isBeside || gap < 0 || gap + HALF >= units(frame, APART)) return [];
    const label = 'text' in button ? button.text : button.what;
    return [{ code: 'touches-button', what: text, detail: `${gap.toFixed(1)} px from "${label}"` }];
  });
}

function atTheSide({ x, w, what }: Part, least: number, frame: Frame): readonly RoomProblem[] {
  const isEdgeToEdge = x <= 0 && w >= frame.width;
  const room = Math.min(x, frame.width - x - w);
  if (isEdgeToEdge || room >= units(frame, least)) return [];
  return [{ code: 'at-the-side', what, detail: `${room.toFixed(1)} px from it` }];
}
