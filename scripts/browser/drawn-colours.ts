import type { Page } from 'playwright-core';

/**
 * The colours of a drawn page that are signs, as in its calendars, charts and warnings: all but white, black and the
 * greys, of which some have a little blue.
 */
export function coloursOfMarks(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(FIND);
}

/** Text in the page's own language, because it runs there. */
const FIND = `[...new Set([...document.querySelectorAll('body *')].flatMap((each) => {
  const { color, backgroundColor, fill, stroke } = getComputedStyle(each);
  return [color, backgroundColor, fill, stroke].filter((colour) => {
    const [red, green, blue, opacity = 1] = (colour.match(/[\\d.]+/g) || []).map(Number);
    return opacity === 1 && Math.max(red, green, blue) - Math.min(red, green, blue) > 30;
  });
}))].sort()`;
