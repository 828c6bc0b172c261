import { statSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import { movingPicture } from '../../../scripts/pictures/moving';
import { loadPackages, stage } from '../../../scripts/pictures/stage';
import { openNew, SECOND } from '../../../scripts/pictures/ways';
import { deviceNamed, type WatchPackage } from '../../../virtual-watch/node';

let packages: readonly WatchPackage[];
let gif: Buffer;
let facts: Metadata;
beforeAll(async () => {
  packages = await loadPackages();
  gif = await movingPicture(packages, 'draft');
  facts = await sharp(gif, { animated: true }).metadata();
});

describe('the moving picture of the README', () => {
  test('is within its limits of length and bytes', () => {
    const wholeMs = (facts.delay ?? []).reduce((sum, ms) => sum + ms, 0);
    expect(wholeMs).toBeGreaterThan(10 * SECOND);
    expect(wholeMs).toBeLessThan(30 * SECOND);
    const published = join(__dirname, '..', '..', '..', 'docs', 'pictures', 'session.gif');
    expect(statSync(published).size).toBeLessThan(500_000);
  });

  test('repeats for ever', () => {
    expect(facts.loop).toBe(0);
  });

  test('holds the pulse of the last cue for as long as it was felt', () => {
    const pulses = lastFelt().map(({ onMs }) => onMs);
    // Two stills end it: a second after the cue, and the summary.
    const ending = (facts.delay ?? []).slice(-2 - (2 * pulses.length - 1), -2);
    expect(ending.filter((_, index) => index % 2 === 0)).toEqual(pulses);
  });

  test('ends with another screen than it began with', async () => {
    const pages = facts.pages ?? 0;
    const [first, last] = await Promise.all(
      [0, pages - 1].map((page) => sharp(gif, { page }).raw().toBuffer()),
    );
    expect(first?.equals(last ?? Buffer.alloc(0))).toBe(false);
  });
});

// Helpers

/** The pulses of the end of a session, from a different watch than the picture's. */
function lastFelt(): readonly { readonly onMs: number }[] {
  const { watch } = stage(packages, deviceNamed('Amazfit GTR 4'), 'en-US', { name: 'felt', play: openNew });
  watch.tap('Start');
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 15 * 60 * SECOND);
  return watch.felt().at(-1)?.pulses ?? [];
}
