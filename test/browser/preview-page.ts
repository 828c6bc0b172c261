/** The preview as a person at a computer meets it: a picture to put the mouse on, and words to read beside it. */
import type { Browser, Page } from 'playwright-core';

export interface PreviewPage {
  readonly page: Page;
  /** Puts the mouse on the picture of the watch, where it says `label`, and clicks. */
  touch(label: string): Promise<void>;
  /** The same for what is further down on a page that can be scrolled. */
  reach(label: string): Promise<void>;
  /** Swipes to the right over the screen, as one goes back. */
  swipeBack(): Promise<void>;
  /** Clicks a button beside the watch. */
  press(label: string): Promise<void>;
  /** What can be read on the screen of the watch. */
  texts(): Promise<readonly string[]>;
  /** Resolves once the screen of the watch says `text`. */
  says(text: string): Promise<void>;
  /** Resolves once the timeline has a cue of this kind with this many pulses. */
  felt(kind: string, pulses: number): Promise<void>;
  setSpeed(speed: number): Promise<void>;
  /** The time of day on the watch, in seconds. */
  clock(): Promise<number>;
  /** Errors of the page, and requests to anywhere but its own server. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

type Place = readonly [x: number, y: number];

export interface Visit {
  readonly width?: number;
  readonly height?: number;
  readonly query?: string;
}

/**
 * The timeout of every wait, always for a condition. Long enough for a busy computer; a page that works takes seconds.
 */
const PATIENCE_MS = 240_000;

export async function visit(browser: Browser, url: string, options: Visit = {}): Promise<PreviewPage> {
  const { width = 1280, height = 800, query = '' } = options;
  // Drawing what moves takes a fifth of the time of these tests, and none looks at it.
  const looks = { viewport: { width, height }, locale: 'en-US', reducedMotion: 'reduce' } as const;
  const context = await browser.newContext(looks);
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    // What is in the page itself needs no request.
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      troubles.push(`asked for ${request.url()}`);
  });
  const targetNamed = (label: string) =>
    page.locator('.targets').getByRole('button', { name: label, exact: true });
  /** Moves a finger over the screen; positions are shares of its width and height. */
  const drag = async (from: Place, to: Place): Promise<void> => {
    await page.locator('.glass').scrollIntoViewIfNeeded();
    const glass = await page.locator('.glass').boundingBox();
    if (glass === null) throw new Error('there is no glass');
    const at = ([x, y]: Place): Place => [glass.x + glass.width * x, glass.y + glass.height * y];
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at(to), { steps: 8 });
    await page.mouse.up();
    // Targets are updated with the next picture.
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  };
  /** With the finger, which scrolls every page; some pages use the crown otherwise. */
  const swipeUp = (): Promise<void> => drag([0.5, 0.6], [0.5, 0.1]);
  const touch = async (label: string): Promise<void> => {
    const box = await targetNamed(label).boundingBox();
    if (box === null) throw new Error(`"${label}" is nowhere on the watch`);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  };
  await page.goto(`${url}/${query}`);
  const screen = page.getByRole('list', { name: /On the screen of the watch|手表屏幕上/ });
  const says = (text: string): Promise<void> =>
    screen.getByText(text, { exact: true }).first().waitFor({ state: 'attached' });
  return {
    page,
    troubles,
    says,
    touch,
    reach: async (label) => {
      for (let swipes = 0; swipes < 8 && (await targetNamed(label).count()) === 0; swipes += 1)
        await swipeUp();
      await touch(label);
    },
    swipeBack: () => drag([0.3, 0.4], [0.8, 0.4]),
    press: (label) => page.getByRole('button', { name: label, exact: true }).click(),
    texts: () => screen.getByRole('listitem').allTextContents(),
    felt: (kind, pulses) =>
      page
        .locator(`[data-felt="${kind}"][data-pulses="${String(pulses)}"]`)
        .first()
        .waitFor(),
    setSpeed: (speed) => page.getByLabel(`×${String(speed)}`, { exact: true }).check(),
    clock: async () => {
      const [hours = 0, minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText())
        .split(':')
        .map(Number);
      return (hours * 60 + minutes) * 60 + seconds;
    },
    close: () => context.close(),
  };
}
