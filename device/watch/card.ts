import { push } from '@zos/router';
import { getAppWidgetSize, setAppWidgetSize } from '@zos/ui';
import { answerOf, attempt, fieldsOf } from './fence';
import { pageUrl } from './page-url';
import type { Frame } from './screen';

/** Where a card may draw, in pixels as it counts them. */
export interface CardSpace {
  readonly x: number;
  readonly w: number;
  readonly h: number;
}

/** How high a card may be at most, and is by itself, of the height of the screen (docs/platform.md, C3). */
const SHARE = { most: 0.6, own: 0.5 } as const;

/**
 * Makes the card as high as it may be. Nobody knows whether a card counts from its own left edge or from that of the screen
 * (docs/platform.md, C2): what lies in both is inside it in either case.
 */
export function takeCardSpace({ width, height }: Frame): CardSpace {
  const h = Math.floor(height * SHARE.most);
  const isTaken = attempt(() => {
    setAppWidgetSize({ h });
  });
  const told = fieldsOf(answerOf(getAppWidgetSize));
  const w = lengthIn(told['w'], width) ?? Math.floor((width * 5) / 6);
  const margin = lengthIn(told['margin'], width - w) ?? Math.round((width - w) / 2);
  return { x: margin, w: w - margin, h: isTaken ? h : Math.floor(height * SHARE.own) };
}

function lengthIn(told: unknown, most: number): number | undefined {
  return typeof told === 'number' && told >= 0 && told <= most ? Math.floor(told) : undefined;
}

/** Opens a page of the app from a card. */
export function openFromCard(page: 'start' | 'session' | 'lock', params?: string): void {
  const url = pageUrl(page);
  attempt(() => {
    push(params === undefined ? { url } : { url, params });
  });
}
