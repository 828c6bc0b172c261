/** Pictures of the preview for the documentation, as a visitor sees it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensurePackage } from '../build/ensure-package';
import { smallerPng } from '../pictures/small-png';
import { startPreview } from '../preview/server';
import { launchChromium } from './chromium';

interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly device: string;
  readonly language: 'en-US' | 'zh-CN';
  /** How many cues to skip before the picture is taken. */
  readonly cues: number;
  /** The text that the phone's page is scrolled to, once it is there. */
  readonly onPhone?: string;
}

const VIEWS: readonly View[] = [
  { name: 'session', width: 1280, height: 800, device: 'Amazfit Balance', language: 'en-US', cues: 9 },
  { name: 'change-legs', width: 1280, height: 800, device: 'Amazfit Bip Max', language: 'zh-CN', cues: 11 },
  { name: 'summary', width: 1280, height: 800, device: 'Amazfit GTR 4', language: 'en-US', cues: 22 },
  { name: 'narrow', width: 390, height: 844, device: 'Amazfit T-Rex 3', language: 'en-US', cues: 7 },
  {
    name: 'phone',
    width: 1280,
    height: 800,
    device: 'Amazfit Active 2 (Square)',
    language: 'en-US',
    cues: 22,
    onPhone: '10 min of 10 min · Session done',
  },
];

/** The same time of day in every picture: 2026-01-05 08:00, in the computer's time zone. */
const MORNING = new Date(2026, 0, 5, 8).getTime();
/** How long to wait for the last pulses and for a change of page, in ms. */
const SETTLE = { pulse: 120, summary: 4_000 } as const;

/** Writes `preview-<name>.png` into a folder; returns the names. */
export async function drawPreview(folder: string): Promise<readonly string[]> {
  const path = await ensurePackage();
  const preview = await startPreview({ port: 0, tries: 1, findPackage: () => Promise.resolve(path) });
  if (!preview.ok) throw new Error(preview.error.sentence);
  const browser = await launchChromium();
  try {
    for (const view of VIEWS) await draw(browser, preview.value.url, view, folder);
  } finally {
    await browser.close();
    await preview.value.close();
  }
  return VIEWS.map(({ name }) => `preview-${name}.png`);
}

async function draw(browser: Browser, url: string, view: View, folder: string): Promise<void> {
  const { name, width, height, device, language, cues, onPhone } = view;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(`Date.now = () => ${String(MORNING)};`);
  await page.goto(`${url}/?${new URLSearchParams({ device, language }).toString()}`);
  await touchStart(page);
  for (let count = 1; count <= cues; count += 1) {
    await page.locator('.time > button').click();
    await page.locator(`.band > li:nth-child(${String(count)})`).waitFor();
  }
  await page.waitForTimeout(name === 'summary' ? SETTLE.summary : SETTLE.pulse);
  if (onPhone !== undefined) await page.getByText(onPhone).scrollIntoViewIfNeeded();
  await page.evaluate('scrollTo(0, 0)');
  const png = await page.screenshot();
  writeFileSync(join(folder, `preview-${name}.png`), await smallerPng(png));
  await context.close();
}

/** Touches Start in the picture of the watch. */
async function touchStart(page: Page): Promise<void> {
  const start = page.locator('.targets').getByRole('button', { name: /^(Start|开始)$/ });
  const box = await start.boundingBox();
  if (box === null) throw new Error('Start is nowhere on the watch');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await start.waitFor({ state: 'detached' });
}
