/** The store listing of Legato in one language, from docs/store/<language>.md. */

export interface Listing {
  readonly name: string;
  /** One line, next to the name. */
  readonly profile: string;
  /** Plain text, since the console supports no markup. */
  readonly details: string;
}

/** The maximum number of characters of each. The documentation gives no limits; these are our own. */
export const LISTING_LIMITS: Readonly<Record<keyof Listing, number>> = {
  name: 20,
  profile: 80,
  details: 1200,
};

export function readListing(markdown: string): Listing {
  return {
    name: /^# (.+)$/m.exec(markdown)?.[1] ?? '',
    profile: sectionOf(markdown, 'Profile'),
    details: sectionOf(markdown, 'Details'),
  };
}

function sectionOf(markdown: string, heading: string): string {
  const [, after = ''] = markdown.split(`\n## ${heading}\n`);
  return (after.split(/\n## /)[0] ?? '').trim();
}
