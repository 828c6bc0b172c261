import type { SKRSContext2D } from '@napi-rs/canvas';
import { css } from './surface';

export type Corner = readonly [x: number, y: number];

/** A line through these corners. */
export function stroke(context: SKRSContext2D, color: number, width: number, path: readonly Corner[]): void {
  context.strokeStyle = css(color);
  context.lineWidth = width;
  context.beginPath();
  path.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.stroke();
}

/** An arrow between two points, its head at the second. */
export function arrow(context: SKRSContext2D, color: number, width: number, from: Corner, to: Corner): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [along, across] = [(dx / length) * width * 2, (dy / length) * width * 2];
  stroke(context, color, width, [from, to]);
  stroke(context, color, width, [
    [to[0] - along - across, to[1] - across + along],
    to,
    [to[0] - along + across, to[1] - across - along],
  ]);
}

export function fillBox(
  context: SKRSContext2D,
  color: number,
  ...[x, y, w, h, radius]: readonly [number, number, number, number, number]
): void {
  context.fillStyle = css(color);
  context.beginPath();
  context.roundRect(x, y, w, h, radius);
  context.fill();
}

export function fillCircle(
  context: SKRSContext2D,
  color: number,
  ...[x, y, radius]: readonly [number, number, number]
): void {
  context.fillStyle = css(color);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
