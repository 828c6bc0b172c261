/** Nodes and pictures for the tests of the face, each complete except for what a test is about. */
import type { ButtonNode, Picture, PictureNode, TextNode } from '../../../virtual-watch/face/picture';

export function textNode(over: Partial<TextNode>): TextNode {
  return {
    kind: 'text',
    x: 90,
    y: 200,
    w: 300,
    h: 60,
    text: 'Ankle',
    textSize: 36,
    color: 0xffffff,
    alignH: 'center',
    alignV: 'center',
    textStyle: 'none',
    lineSpace: 0,
    charSpace: 0,
    alpha: 255,
    ...over,
  };
}

export function buttonNode(over: Partial<ButtonNode>): ButtonNode {
  return {
    kind: 'button',
    x: 140,
    y: 300,
    w: 200,
    h: 80,
    radius: 40,
    text: 'Start',
    textSize: 30,
    color: 0xffffff,
    normalColor: 0x1b3a57,
    pressColor: 0x13293e,
    pressed: false,
    ...over,
  };
}

export function round(nodes: readonly PictureNode[], over: Partial<Picture> = {}): Picture {
  return { width: 480, height: 480, shape: 'round', cornerRadius: 0, lit: true, scrollY: 0, nodes, ...over };
}

export function square(nodes: readonly PictureNode[], over: Partial<Picture> = {}): Picture {
  return round(nodes, { width: 390, height: 450, shape: 'square', cornerRadius: 86, ...over });
}
