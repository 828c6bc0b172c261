import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/browser/chromium';
import { ensurePackage } from '../../scripts/build/ensure-package';
import { startPreview, type Preview } from '../../scripts/preview/server';
import type { PreviewPage } from './preview-page';
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
    await watch.touch('End and save');
    await watch.says('Ended early');
    await watch.says('Phone out of reach Sessions to send: 1');
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

  test('keeps a half-typed plan in its field when the page is redrawn', async () => {
    const watch = await visit(browser, preview.url);
    const phone = watch.page.getByRole('region', { name: 'Legato in the Zepp app' });
    await phone.getByText('No session has arrived yet.').waitFor();
    await watch.touch('Start');
    await watch.says('Get comfortable');
    await watch.reach('End session');
    await watch.says('Save this session?');
    const field = phone.getByRole('textbox');
    await field.click();
    await watch.page.keyboard.type('{ "version"');
    await watch.page.keyboard.press('ArrowLeft');
    // As a screen reader does it: the focus stays where it is.
    await watch.page
      .locator('.targets')
      .getByRole('button', { name: 'End and save', exact: true })
      .dispatchEvent('click');
    await phone.getByText('On this phone: 1').waitFor();
    await watch.page.keyboard.type('x');
    expect(await field.inputValue()).toBe('{ "versionx"');
    await watch.page.keyboard.press('Tab');
    await phone.getByText('The text ends too early').waitFor();
    expect(watch.troubles).toEqual([]);
    await watch.close();
  });

  test('plan by tapping, session, today and calendar, delete, undo, entry by hand, report, export and import', async () => {
    const watch = await visit(browser, preview.url);
    const phone = onPhone(watch);
    await phone.reads('No session has arrived yet.');

    // Another plan, by tapping: two zones of one leg, one of them longer.
    await phone.press('▸ Change the plan by touch');
    await phone.press('One leg');
    for (const zone of ['ankle', 'calf', 'knee']) {
      await phone.press('Leave out', 'first');
      await phone.reads(`${zone} off`);
    }
    await phone.press('+ 15 s', 'first');
    await phone.reads('lower thigh 1:15');

    // The start screen, which is open, asks for it by itself.
    await watch.says('2 min 15 s');
    await watch.touch('Start');
    await watch.says('Get comfortable');
    const band = watch.page.locator('.band');
    for (let cue = 0; (await band.getByText('Finish', { exact: true }).count()) === 0; cue += 1) {
      await watch.press('To the next cue');
      await band.getByRole('listitem').nth(cue).waitFor();
    }
    await watch.says('Session done');

    await phone.reads('On this phone: 1');
    await phone.reads('The watch has taken it over.');
    await phone.reads('Done today');
    await phone.reads('Left leg: 2 min 15 s of 2 min 15 s');
    await phone.press('▸ History');
    await phone.reads('Left leg, days done this month: 1 of 1');

    // Deleted, and undone.
    const today = await phone.rowOf('Left leg 2 min 15 s, Session done');
    await phone.press(today);
    await phone.press('Delete');
    await phone.press('Yes, delete');
    await phone.reads('Nothing was done in this month.');
    await phone.press('Undo');
    await phone.reads(today);

    // One by hand, on the day before.
    const day = /\d{4}-\d\d-\d\d/.exec(today)?.[0] ?? '';
    const dayBefore = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    await phone.press('▸ Add or correct');
    await phone.fill('Day of the session', dayBefore);
    await phone.fill('Minutes, left leg', '5');
    await phone.press('Add this session');
    await phone.reads('Sessions entered: 1');
    await phone.reads('On this phone: 2');

    // Out: the report for a person, the backup for a phone.
    await phone.press('▸ Report, backup, table');
    await phone.press('○ Report for a therapist');
    await phone.reads('● Report for a therapist');
    expect(await phone.copied()).toContain('Days done of days planned: 2 of 2, 100 %');
    expect(await phone.copied()).toContain('Sessions timed by a watch: 1; entered or dated by hand: 1');
    await phone.press('○ Backup: JSON');
    await phone.reads('● Backup: JSON');
    const backup = await phone.copied();
    expect(watch.troubles).toEqual([]);
    await watch.close();

    // A phone and a watch that know nothing of it.
    const other = await visit(browser, preview.url);
    const empty = onPhone(other);
    await empty.reads('No session has arrived yet.');
    await empty.press('▸ Report, backup, table');
    await empty.fill('Paste a backup', backup);
    await empty.reads('Sessions to bring in: 2');
    await empty.press('Bring it in');
    await empty.reads('On this phone: 2');
    await empty.reads('Done today');
    await empty.press('▸ History');
    await empty.reads('Left leg, days done this month: 2 of 2');
    await other.says('2 min 15 s');
    expect(other.troubles).toEqual([]);
    await other.close();
  });
});

/** The page of Legato in the Zepp app, as a person uses it. */
function onPhone({ page }: PreviewPage) {
  const region = page.getByRole('region', { name: 'Legato in the Zepp app' });
  const reads = (text: string): Promise<void> =>
    region.getByText(text, { exact: true }).first().waitFor({ state: 'attached' });
  return {
    /** Resolves once the page says `text`. */
    reads,
    /** Clicks the one button of this name, or the first of many. */
    press: (label: string, which: 'only' | 'first' = 'only'): Promise<void> => {
      const found = region.getByRole('button', { name: label, exact: true });
      return (which === 'first' ? found.first() : found).click();
    },
    /** The whole name of the button that ends with `end`. */
    rowOf: async (end: string): Promise<string> => {
      const found = region.getByRole('button').filter({ hasText: end });
      await found.waitFor();
      return found.innerText();
    },
    fill: async (label: string, text: string): Promise<void> => {
      const field = region.getByLabel(label);
      await field.fill(text);
      await field.blur();
    },
    copied: (): Promise<string> => region.getByLabel('To copy by hand').inputValue(),
  };
}
