/**
 * A real Chromium for tests and pictures: on Linux x64 the one that comes with `npm ci`, elsewhere an installed one.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** The default install locations of Chrome, Chromium and Edge. */
const USUAL_PLACES: Partial<Readonly<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Command names of a browser on a Linux system's path. */
const COMMANDS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

/**
 * Disables look-ups of its own, because everything tested is on this computer. Software rendering is the same
 * everywhere.
 */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--autoplay-policy=no-user-gesture-required',
];

/** Starts a headless browser; throws an error with a readable message when there is none on this computer. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({ executablePath, headless: true, args: QUIET });
}

/** Uses CHROME_PATH if set; otherwise the bundled browser where it runs, or an installed one. */
async function findChromium(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names no file: ${named}`);
  }
  if (process.platform === 'linux' && process.arch === 'x64') return bundled.executablePath();
  const found = installed().find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'No browser was found for the tests. Install Chrome or Chromium, or set CHROME_PATH to the program of one.',
  );
}

function installed(): readonly string[] {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...(USUAL_PLACES[process.platform] ?? []), ...onPath];
}
