import { push } from '@zos/router';
import { getAppWidgetSize, setAppWidgetSize } from '@zos/ui';
import { answerOf, attempt, fieldsOf } from './fence';
import { pageUrl } from './page-url';
import type { Frame } from './screen';

/** The area in which a card may draw, in pixels of its own coordinates. */
export interface CardSpace {
  readonly x: number;
  readonly w: number;
  readonly h: number;
}

/** The greatest and the default height of a card, as fractions of the screen height (docs/platform.md, C3). */
const SHARE = { most: 0.6, own: 0.5 } as const;

/**
 * Makes the card as high as possible. It is not known whether a card's coordinates start at its own left edge or at
 * that of the screen (docs/platform.md, C2), so the area returned lies inside the card in both cases.
 */
export function takeCardSpace({ width, height }: Frame): CardSpace {
  const h = Math.floor(height * SHARE.most);
  const isTaken = attempt(() => {
    setAppWidgetSize({ h });
  });
  const told = fieldsOf(answerOf(getAppWidgetSize));
  const w = lengthIn(told['w'], width) ?? Math.floor((width * 5) / 6);
  const margin = lengthIn(told['margin'], width - w) ?? Math.round((width - w) / 2);
  return { x: margin, w: w - 2 * margin, h: isTaken ? h : Math.floor(height * SHARE.own) };
}

function lengthIn(told: unknown, most: number): number | undefined {
  return typeof told === 'number' && told >= 0 && told <= most ? Math.floor(told) : undefined;
}

/** Opens a page of the app from a card. */
export function openFromCard(page: 'start' | 'session' | 'lock' | 'reminders', params?: string): void {
  const url = pageUrl(page);
  attempt(() => {
    push(params === undefined ? { url } : { url, params });
  });
}
