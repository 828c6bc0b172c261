import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/browser/chromium';
import { ensurePackage } from '../../scripts/build/ensure-package';
import { startPreview, type Preview } from '../../scripts/preview/server';
import { visit } from './preview-page';

let browser: Browser;
let preview: Preview;

beforeAll(async () => {
  const path = await ensurePackage();
  const started = await startPreview({ port: 0, tries: 1, findPackage: () => Promise.resolve(path) });
  if (!started.ok) throw new Error(started.error.sentence);
  preview = started.value;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await preview.close();
});

describe('the phone beside the watch, in a browser', () => {
  test('has a session on its page after the range came back and a tap on “Sync now”', async () => {
    const watch = await visit(browser, preview.url);
    const phone = watch.page.getByRole('region', { name: 'Legato in the Zepp app' });
    await phone.getByText('No session has arrived yet.').waitFor();
    await watch.press('In range');
    await watch.page.getByText('out of range').waitFor();

    await watch.touch('Start');
    await watch.says('Get comfortable');
    await watch.press('To the next cue');
    await watch.felt('zone', 1);
    await watch.press('To the next cue');
    await watch.felt('lightTouch', 1);
    await watch.touch('Pause');
    await watch.reach('End session');
    await watch.touch('End and keep');
    await watch.says('Ended early');
    await watch.says('Phone not reachable · 1 waiting');
    expect(await phone.getByText('No session has arrived yet.').count()).toBe(1);

    await watch.press('In range');
    await watch.press('Home');
    await watch.press('Open Legato');
    await watch.page.locator('.glass').hover();
    await watch.page.mouse.wheel(0, 1_000);
    await watch.touch('Sync now');
    await watch.says('Done: all is on the phone.');
    await phone.getByText('On this phone: 1').waitFor();
    expect(watch.troubles).toEqual([]);
    await watch.close();
  });

  test('leaves a plan that is half-typed in its field when the page is drawn anew', async () => {
    const watch = await visit(browser, preview.url);
    const phone = watch.page.getByRole('region', { name: 'Legato in the Zepp app' });
    await phone.getByText('No session has arrived yet.').waitFor();
    await watch.touch('Start');
    await watch.says('Get comfortable');
    await watch.reach('End session');
    await watch.says('Keep or discard?');
    const field = phone.getByRole('textbox');
    await field.click();
    await watch.page.keyboard.type('{ "version"');
    await watch.page.keyboard.press('ArrowLeft');
    // As a reader of the screen does it: the focus stays where it is.
    await watch.page
      .locator('.targets')
      .getByRole('button', { name: 'End and keep', exact: true })
      .dispatchEvent('click');
    await phone.getByText('On this phone: 1').waitFor();
    await watch.page.keyboard.type('x');
    expect(await field.inputValue()).toBe('{ "versionx"');
    await watch.page.keyboard.press('Tab');
    await phone.getByText('The text ends too early').waitFor();
    expect(watch.troubles).toEqual([]);
    await watch.close();
  });
});
