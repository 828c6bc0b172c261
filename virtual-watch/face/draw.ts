/**
 * Draws the screen of the watch: the same picture gives the same pixels in a browser and in Node. Empty parts of the
 * screen are black (OLED), and it is clipped to its shape.
 */
import { cssColor, type Brush, type Sprites } from './brush';
import { fontOf, measureWith } from './font';
import { screenNodes, toastNodes } from './overlay';
import type {
  ArcNode,
  Box,
  ButtonNode,
  FillRectNode,
  ImageNode,
  Modal,
  ModalButton,
  Picture,
  PictureNode,
  StrokeRectNode,
  TextNode,
} from './picture';
import { layoutText, type TextBlock } from './text-layout';

/** Draws the screen with its top left at 0, 0 of the brush, one unit per pixel of the watch. */
export function drawPicture(brush: Brush, picture: Picture, sprites: Sprites): void {
  brush.save();
  clipToScreen(brush, picture);
  brush.fillStyle = '#000';
  brush.fillRect(0, 0, picture.width, picture.height);
  if (picture.lit) {
    for (const node of screenNodes(picture)) drawNode(brush, node, sprites);
    if (picture.modal !== undefined) drawModalIcons(brush, picture.modal);
    for (const node of toastNodes(picture, measureWith(brush))) drawNode(brush, node, sprites);
  }
  brush.restore();
}

/** Draws one node at its position. */
export function drawNode(brush: Brush, node: PictureNode, sprites: Sprites): void {
  brush.save();
  brush.globalAlpha = node.kind === 'button' ? 1 : node.alpha / 255;
  switch (node.kind) {
    case 'fillRect':
      drawFillRect(brush, node);
      break;
    case 'strokeRect':
      drawStrokeRect(brush, node);
      break;
    case 'circle':
      brush.fillStyle = cssColor(node.color);
      brush.beginPath();
      brush.arc(node.centerX, node.centerY, Math.max(0, node.radius), 0, 2 * Math.PI);
      brush.fill();
      break;
    case 'arc':
      drawArc(brush, node);
      break;
    case 'text':
      drawText(brush, node, node.color);
      break;
    case 'image':
      drawImage(brush, node, sprites);
      break;
    case 'button':
      drawButton(brush, node, sprites);
      break;
  }
  brush.restore();
}

/** The label of a button as a text block. */
export function labelOf(button: ButtonNode): TextBlock {
  const { x, y, w, h, text, textSize } = button;
  const placed = { alignH: 'center', alignV: 'center', textStyle: 'none' } as const;
  return { x, y, w, h, text, textSize, ...placed, lineSpace: 0, charSpace: 0 };
}

function clipToScreen(brush: Brush, { width, height, shape, cornerRadius }: Picture): void {
  brush.beginPath();
  if (shape === 'round') brush.ellipse(width / 2, height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  else brush.roundRect(0, 0, width, height, cornerRadius);
  brush.clip();
}

function roundedPath(brush: Brush, { x, y, w, h }: Box, radius: number): void {
  brush.beginPath();
  if (radius > 0) brush.roundRect(x, y, w, h, Math.min(radius, w / 2, h / 2));
  else brush.rect(x, y, w, h);
}

function drawFillRect(brush: Brush, node: FillRectNode): void {
  brush.fillStyle = cssColor(node.color);
  roundedPath(brush, node, node.radius);
  brush.fill();
}

function drawStrokeRect(brush: Brush, node: StrokeRectNode): void {
  const half = node.lineWidth / 2;
  const inner = {
    x: node.x + half,
    y: node.y + half,
    w: Math.max(0, node.w - node.lineWidth),
    h: Math.max(0, node.h - node.lineWidth),
  };
  brush.strokeStyle = cssColor(node.color);
  brush.lineWidth = node.lineWidth;
  roundedPath(brush, inner, Math.max(0, node.radius - half));
  brush.stroke();
}

function drawArc(brush: Brush, node: ArcNode): void {
  const rx = (node.w - node.lineWidth) / 2;
  const ry = (node.h - node.lineWidth) / 2;
  const sweep = Math.min(360, Math.abs(node.endAngle - node.startAngle));
  if (rx <= 0 || ry <= 0 || sweep === 0) return;
  // A full ring is drawn from 0, because canvases disagree about one with another start: some leave it out.
  const start = sweep === 360 ? 0 : (Math.min(node.startAngle, node.endAngle) * Math.PI) / 180;
  brush.strokeStyle = cssColor(node.color);
  brush.lineWidth = node.lineWidth;
  brush.lineCap = 'round';
  brush.beginPath();
  brush.ellipse(node.x + node.w / 2, node.y + node.h / 2, rx, ry, 0, start, start + (sweep * Math.PI) / 180);
  brush.stroke();
}

function drawText(brush: Brush, block: TextBlock | TextNode, color: number): void {
  const layout = layoutText(block, measureWith(brush));
  brush.beginPath();
  brush.rect(block.x, block.y - 1, block.w + 1, block.h + 2);
  brush.clip();
  brush.font = fontOf(block.textSize);
  brush.fillStyle = cssColor(color);
  brush.textAlign = 'left';
  brush.textBaseline = 'alphabetic';
  for (const line of layout.lines) {
    if (block.charSpace === 0) brush.fillText(line.text, line.x, line.baseline);
    else drawSpaced(brush, line.text, line.x, line.baseline, block.charSpace);
  }
}

function drawSpaced(brush: Brush, text: string, x: number, baseline: number, charSpace: number): void {
  let left = x;
  for (const character of Array.from(text)) {
    brush.fillText(character, left, baseline);
    left += brush.measureText(character).width + charSpace;
  }
}

function drawImage(brush: Brush, node: ImageNode, sprites: Sprites): void {
  const sprite = sprites(node.src);
  if (sprite === undefined) return;
  const w = node.w > 0 ? node.w : sprite.width;
  const h = node.h > 0 ? node.h : sprite.height;
  brush.beginPath();
  brush.rect(node.x, node.y, w, h);
  brush.clip();
  brush.translate(node.x + w / 2, node.y + h / 2);
  brush.rotate((node.angle * Math.PI) / 180);
  brush.drawImage(sprite.source, node.posX - w / 2, node.posY - h / 2);
}

function drawButton(brush: Brush, node: ButtonNode, sprites: Sprites): void {
  const src = node.pressed ? node.pressSrc : node.normalSrc;
  const sprite = src === undefined ? undefined : sprites(src);
  if (sprite === undefined) {
    brush.fillStyle = cssColor(node.pressed ? node.pressColor : node.normalColor);
    roundedPath(brush, node, node.radius);
    brush.fill();
  } else {
    brush.drawImage(
      sprite.source,
      node.x + (node.w - sprite.width) / 2,
      node.y + (node.h - sprite.height) / 2,
    );
  }
  if (node.text !== '') drawText(brush, labelOf(node), node.color);
}

function drawModalIcons(brush: Brush, modal: Modal): void {
  brush.strokeStyle = '#fff';
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  for (const button of modal.buttons) drawModalIcon(brush, button);
}

function drawModalIcon(brush: Brush, { x, y, w, h, icon }: ModalButton): void {
  if (icon === undefined) return;
  const at = (dx: number, dy: number): [number, number] => [x + w * dx, y + h * dy];
  brush.lineWidth = w * 0.07;
  brush.beginPath();
  if (icon === 'confirm') {
    brush.moveTo(...at(0.29, 0.52));
    brush.lineTo(...at(0.44, 0.67));
    brush.lineTo(...at(0.72, 0.36));
  } else {
    brush.moveTo(...at(0.34, 0.34));
    brush.lineTo(...at(0.66, 0.66));
    brush.moveTo(...at(0.66, 0.34));
    brush.lineTo(...at(0.34, 0.66));
  }
  brush.stroke();
}
