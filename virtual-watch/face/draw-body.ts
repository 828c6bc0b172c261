/** Draws the watch around its screen: straps, keys, case, glass. Vector shapes and soft gradients only. */
import type { Body, KeySpot } from './body';
import type { Brush, Gradient, Sprites } from './brush';
import { drawPicture } from './draw';
import { fontOf } from './font';
import type { Box, Picture } from './picture';

type Rounded = Box & { readonly cornerRadius: number };
type Stop = readonly [offset: number, color: string];

/** Draws the whole watch with a picture on its screen. The canvas must be empty; the top left is at 0, 0. */
export function drawWatch(brush: Brush, body: Body, picture: Picture, sprites: Sprites): void {
  drawStrap(brush, body, 'top');
  drawStrap(brush, body, 'bottom');
  for (const key of body.keys) drawKey(brush, key, body.keyNames);
  drawCase(brush, body);
  brush.save();
  brush.translate(body.screen.x, body.screen.y);
  drawPicture(brush, picture, sprites);
  brush.restore();
  drawShine(brush, body.glass);
}

/** The strap fades out by erasing part of what was drawn, so it must be drawn first. */
function drawStrap(brush: Brush, body: Body, end: 'top' | 'bottom'): void {
  const { metal, height, shape } = body;
  const middle = metal.x + metal.w / 2;
  const half = metal.w * (shape === 'round' ? 0.3 : 0.36);
  const edge = end === 'top' ? metal.y : metal.y + metal.h;
  const tip = end === 'top' ? 0 : height;
  const root = edge + Math.sign(edge - tip) * metal.w * 0.25;
  brush.save();
  brush.beginPath();
  brush.moveTo(middle - half * 1.06, root);
  brush.lineTo(middle - half, edge);
  brush.lineTo(middle - half * 0.93, tip);
  brush.lineTo(middle + half * 0.93, tip);
  brush.lineTo(middle + half, edge);
  brush.lineTo(middle + half * 1.06, root);
  brush.closePath();
  brush.fillStyle = ramp(brush.createLinearGradient(middle - half, 0, middle + half, 0), [
    [0, '#131518'],
    [0.07, '#2c2f36'],
    [0.5, '#34383f'],
    [0.93, '#2c2f36'],
    [1, '#131518'],
  ]);
  brush.fill();
  brush.globalCompositeOperation = 'destination-out';
  brush.fillStyle = ramp(brush.createLinearGradient(0, edge, 0, tip), [
    [0, 'rgba(0, 0, 0, 0)'],
    [0.25, 'rgba(0, 0, 0, 0.06)'],
    [1, 'rgba(0, 0, 0, 1)'],
  ]);
  brush.fillRect(0, Math.min(edge, tip) - 1, body.width, Math.abs(edge - tip) + 2);
  brush.restore();
}

function drawKey(brush: Brush, key: KeySpot, named: boolean): void {
  const { length, depth, isCrown } = key;
  const base = depth * 1.2;
  brush.save();
  brush.translate(key.x, key.y);
  brush.rotate((key.angle * Math.PI) / 180);
  brush.fillStyle = ramp(brush.createLinearGradient(0, -length / 2, 0, length / 2), [
    [0, '#17191d'],
    [0.25, '#79818d'],
    [0.5, '#4b515a'],
    [0.8, '#24272c'],
    [1, '#0e1013'],
  ]);
  brush.beginPath();
  brush.roundRect(-base, -length / 2, base + depth, length, depth * 0.42);
  brush.fill();
  if (isCrown) drawKnurls(brush, key);
  brush.restore();
  if (named) drawKeyName(brush, key);
}

function drawKnurls(brush: Brush, { length, depth }: KeySpot): void {
  const count = 9;
  brush.strokeStyle = 'rgba(0, 0, 0, 0.45)';
  brush.lineWidth = length * 0.028;
  for (let i = 1; i < count; i++) {
    const y = -length / 2 + (length * i) / count;
    brush.beginPath();
    brush.moveTo(depth * 0.3, y);
    brush.lineTo(depth * 0.94, y);
    brush.stroke();
  }
  brush.strokeStyle = 'rgba(233, 106, 78, 0.9)';
  brush.lineWidth = depth * 0.11;
  brush.beginPath();
  brush.moveTo(depth * 0.22, -length * 0.47);
  brush.lineTo(depth * 0.22, length * 0.47);
  brush.stroke();
}

/** A grey with a contrast of 4.5:1 on both a white and a black page. */
const KEY_NAME = '#828282';

/** The name engraved at a key, or used by the platform; always in English. */
function drawKeyName(brush: Brush, key: KeySpot): void {
  const isRight = Math.abs(key.angle) < 90;
  const away = key.depth + key.box.w * 0.05;
  const radians = (key.angle * Math.PI) / 180;
  brush.save();
  brush.font = fontOf(key.box.w * 0.155);
  brush.fillStyle = KEY_NAME;
  brush.textAlign = isRight ? 'left' : 'right';
  brush.textBaseline = 'middle';
  brush.fillText(key.name.toLowerCase(), key.x + away * Math.cos(radians), key.y + away * Math.sin(radians));
  brush.restore();
}

function drawCase(brush: Brush, { metal, glass }: Body): void {
  const { x, y, w, h } = metal;
  brush.save();
  brush.shadowColor = 'rgba(0, 0, 0, 0.45)';
  brush.shadowBlur = w * 0.05;
  brush.shadowOffsetY = w * 0.018;
  fillRounded(
    brush,
    metal,
    ramp(brush.createLinearGradient(x, y, x + w, y + h), [
      [0, '#8b93a0'],
      [0.22, '#4a505a'],
      [0.5, '#22252a'],
      [0.78, '#3a3f47'],
      [1, '#6a717c'],
    ]),
  );
  brush.restore();
  fillRounded(brush, inset(metal, w * 0.008), '#1b1e22');
  fillRounded(
    brush,
    inset(metal, w * 0.011),
    ramp(brush.createLinearGradient(x, y, x, y + h), [
      [0, '#4a5059'],
      [0.5, '#2a2e34'],
      [1, '#1d2024'],
    ]),
  );
  fillRounded(brush, inset(glass, -w * 0.004), '#08090b');
  fillRounded(brush, glass, '#000');
}

/** A soft light from the upper left on the rim of the glass; the screen itself is unchanged. */
function drawShine(brush: Brush, glass: Rounded): void {
  const { x, y, w, h } = glass;
  const line = w * 0.006;
  const edge = inset(glass, line);
  brush.save();
  brush.strokeStyle = ramp(brush.createLinearGradient(x, y, x + w, y + h), [
    [0, 'rgba(255, 255, 255, 0.30)'],
    [0.3, 'rgba(255, 255, 255, 0.04)'],
    [0.7, 'rgba(255, 255, 255, 0)'],
    [1, 'rgba(255, 255, 255, 0.12)'],
  ]);
  brush.lineWidth = line;
  brush.beginPath();
  brush.roundRect(edge.x, edge.y, edge.w, edge.h, edge.cornerRadius);
  brush.stroke();
  brush.restore();
}

function fillRounded(brush: Brush, box: Rounded, style: string | object): void {
  brush.fillStyle = style;
  brush.beginPath();
  brush.roundRect(box.x, box.y, box.w, box.h, box.cornerRadius);
  brush.fill();
}

function inset({ x, y, w, h, cornerRadius }: Rounded, by: number): Rounded {
  return { x: x + by, y: y + by, w: w - 2 * by, h: h - 2 * by, cornerRadius: Math.max(0, cornerRadius - by) };
}

function ramp(gradient: Gradient, stops: readonly Stop[]): Gradient {
  for (const [offset, color] of stops) gradient.addColorStop(offset, color);
  return gradient;
}
