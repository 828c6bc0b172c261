import type { Browser } from 'playwright-core';
import type { BuildProgress } from '../../preview/build-progress';
import { launchChromium } from '../../scripts/browser/chromium';
import { ensurePackage } from '../../scripts/build/ensure-package';
import { startPreview, type Preview } from '../../scripts/preview/server';
import { visit, type PreviewPage, type Visit } from './preview-page';

let browser: Browser;
let preview: Preview;
let visited: PreviewPage | undefined;

beforeAll(async () => {
  const path = await ensurePackage();
  const started = await startPreview({ port: 0, tries: 1, findPackage: () => Promise.resolve(path) });
  if (!started.ok) throw new Error(started.error.sentence);
  preview = started.value;
  browser = await launchChromium();
});

afterEach(async () => {
  await visited?.close();
  visited = undefined;
});

afterAll(async () => {
  await browser.close();
  await preview.close();
});

describe('the preview in a browser', () => {
  test('takes a person through a session by tapping, with cues on the timeline, a pause, and the summary', async () => {
    const watch = await open();
    await watch.says('Left leg, then right');
    await watch.touch('Start');
    await watch.says('Get comfortable');

    await watch.press('To the next cue');
    await watch.felt('zone', 1);
    await watch.says('Ankle');

    await watch.setSpeed(60);
    await watch.felt('lightTouch', 1);
    await watch.felt('zone', 2);
    await watch.says('Calf');

    await watch.touch('Pause');
    await watch.says('Paused');
    const left = remaining(await watch.texts());
    await watch.press('Screen off');
    await untilClock(watch, (await watch.clock()) + 90);
    await watch.press('Wake');
    await watch.says('Paused');
    expect(left).toMatch(/^(0:\d\d|1:00)$/);

    await watch.touch('Resume');
    await watch.felt('zone', 3);
    await watch.setSpeed(1);
    await watch.reach('End session');
    await watch.says('End this session?');
    await watch.touch('End');
    await watch.says('Ended early');
    expect(await watch.texts()).toContain('of 10 min');
    await watch.touch('Done');
    expect(watch.troubles).toEqual([]);
  });

  test('shows the progress of the build until there is a package, and then becomes the preview', async () => {
    const path = await ensurePackage();
    let finish: () => void = () => undefined;
    const built = new Promise<string>((resolve) => {
      finish = () => resolve(path);
    });
    let progress: BuildProgress | undefined = {
      step: { at: 'scripts', number: 3, of: 18 },
      seconds: 4,
    };
    const early = await startPreview({
      port: 0,
      tries: 1,
      findPackage: () => built,
      progress: () => progress,
    });
    if (!early.ok) throw new Error(early.error.sentence);
    visited = await visit(browser, early.value.url);
    const { page } = visited;
    await page.getByText('Building the app for the watch: script 3 of 18 …').waitFor();
    await page.getByText('4 s so far. It takes about twenty seconds, longer on a busy computer.').waitFor();
    progress = { step: { at: 'packages' }, seconds: 65 };
    await page.getByText('making its packages, which takes longest …').waitFor();
    progress = undefined;
    finish();
    await visited.says('Start');
    expect(visited.troubles).toEqual([]);
    await early.value.close();
  });

  test('shows a whole session at sixty times the speed: all 22 cues, and time to read the summary', async () => {
    const watch = await open('?speed=60');
    await watch.says('Start');
    await watch.touch('Start');
    await watch.felt('finish', 3);
    await watch.says('Session done');
    expect(await watch.page.locator('.band > li').count()).toBe(22);
    const last = (list: string) => watch.page.locator(list).getByText('Finish', { exact: true }).count();
    expect([await last('.band'), await last('.last-cue'), await last('.below')]).toEqual([1, 1, 1]);
    expect(watch.troubles).toEqual([]);
  });

  test('turns the screen dark and wakes it as a hand would, and finds the session again', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.touch('Start');
    await watch.says('Get comfortable');
    for (const deed of ['Palm', 'Wrist down']) {
      await watch.press(deed);
      expect(await watch.texts()).toContain('Get comfortable');
    }
    await watch.press('Screen off');
    await watch.says('The screen is dark: touch it to wake the watch');
    await watch.press('Wake');
    await watch.says('Get comfortable');
    await watch.press('Home');
    await watch.press('Open Legato');
    await watch.says('Get comfortable');
    expect(watch.troubles).toEqual([]);
  });

  test('asks before a stray swipe leaves, undoes a wrong Next, and discards a session that was hardly begun', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.touch('Start');
    await watch.says('Get comfortable');
    await watch.press('To the next cue');
    await watch.says('Ankle');

    await watch.swipeBack();
    await watch.says('The session goes on. Leave?');
    await watch.touch('No, stay');
    await watch.touch('Pause');
    await watch.says('Paused');
    await watch.touch('Resume');
    await watch.reach('Next');
    await watch.says('Calf');
    await watch.reach('Back');
    await watch.says('Ankle');

    await watch.reach('End session');
    await watch.says('Save this session?');
    await watch.touch('Discard');
    await watch.says('Start');
    await watch.page.getByText('None armed.').waitFor();
    expect(watch.troubles).toEqual([]);
  });

  test('shows what is armed, what became of each cue, and what an alarm left, during the session and after it', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.touch('Start');
    await watch.says('Get comfortable');
    const [book, alarms] = ['Delivery book', 'Alarms'].map((name) =>
      watch.page.getByRole('list', { name, exact: true }),
    );
    await watch.page.getByText('23 alarms armed').waitFor();
    expect(await alarms?.getByRole('listitem').count()).toBe(6);
    await watch.press('and 17 more');
    await alarms?.getByText('Finish', { exact: true }).waitFor();
    expect(await alarms?.getByRole('listitem').count()).toBe(23);
    await watch.press('To the next cue');
    await book?.getByText('by the page, 0.0 s late').waitFor();

    await watch.page.getByText('What goes wrong').click();
    await watch.press('Crash');
    await watch.press('To the next cue');
    await watch.page
      .getByText('None. Only a watch that brings cues in the dark no other way gets one for each.')
      .waitFor();

    await watch.press('Open Legato');
    await watch.says('Ankle');
    await book?.getByText('by an alarm').waitFor();
    await watch.reach('End session');
    await watch.says('Save this session?');
    await watch.touch('End and save');
    await watch.says('Ended early');
    await watch.page.getByText('None armed.').waitFor();
    expect(await book?.getByRole('listitem').count()).toBe(2);
    expect(watch.troubles).toEqual([]);
  });

  test('can be used by the keyboard alone', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.page.getByRole('group', { name: /Amazfit Balance/ }).focus();
    const focused = (): Promise<unknown> => watch.page.evaluate('document.activeElement.textContent');
    for (let presses = 0; presses < 4 && (await focused()) !== 'Start'; presses += 1)
      await watch.page.keyboard.press('Tab');
    await watch.page.keyboard.press('Enter');
    await watch.says('Get comfortable');
    expect(watch.troubles).toEqual([]);
  });

  test.each([
    ['Amazfit T-Rex 3', 'scroll the page'],
    ['Amazfit GTS 4', 'turn the crown'],
  ])('says of %s what wheel and arrow keys do there', async (device, deed) => {
    const watch = await open(`?device=${encodeURIComponent(device)}`);
    await watch.says('Start');
    await watch.page.getByText(`Wheel or ↑ ↓ ${deed}.`).waitFor({ state: 'attached' });
    await watch.page
      .getByRole('group', { name: `${device}. Watch: drag or ← → to swipe, ↑ ↓ to ${deed}` })
      .waitFor();
  });

  test('says on a dark screen how to wake it, and offers the app as soon as it is left', async () => {
    const watch = await open();
    await watch.says('Start');
    const dark = watch.page.locator('.dark');
    const openLegato = watch.page.getByRole('button', { name: 'Open Legato' });
    expect(await dark.isVisible()).toBe(false);
    await watch.press('Screen off');
    await dark.waitFor({ state: 'visible' });
    expect(await openLegato.isVisible()).toBe(false);
    await watch.page.locator('.glass').click();
    await watch.says('Start');
    await dark.waitFor({ state: 'hidden' });
    await watch.press('Screen off');
    await watch.setSpeed(60);
    await openLegato.waitFor();
  });

  test('asks before a running session is lost to another language or watch', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.touch('Start');
    await watch.says('Get comfortable');
    const language = watch.page.getByLabel('Language');
    await language.selectOption('zh-CN');
    await watch.press('Keep the session');
    await watch.says('Get comfortable');
    expect(await language.inputValue()).toBe('en-US');
    await language.selectOption('zh-CN');
    await watch.page.keyboard.press('Escape');
    expect(await watch.page.getByRole('dialog').count()).toBe(0);
    await language.selectOption('zh-CN');
    await watch.press('Start anew');
    await watch.says('开始');
    expect(watch.troubles).toEqual([]);
  });

  test('refuses alarms while the switch is on, and shows that it is on', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.touch('Start');
    await watch.page.getByText('23 alarms armed').waitFor();
    await watch.page.getByText('What goes wrong').click();
    const refuse = watch.page.getByRole('button', { name: 'Refuse alarms' });
    await refuse.click();
    expect(await refuse.getAttribute('aria-pressed')).toBe('true');
    await watch.reach('Next');
    await watch.page.getByText('None armed.').waitFor();
    await refuse.click();
    expect(await refuse.getAttribute('aria-pressed')).toBe('false');
    await watch.reach('Next');
    await watch.page.getByText(/^\d+ alarms armed$/).waitFor();
  });

  test('uses Chinese on the watch and around it, on another watch, if chosen', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.page.getByLabel('Language').selectOption('zh-CN');
    await watch.says('开始');
    await watch.page
      .getByLabel('手表', { exact: true })
      .and(watch.page.locator('select'))
      .selectOption('Amazfit Bip Max');
    await watch.says('开始');
    expect(new URL(watch.page.url()).searchParams.get('device')).toBe('Amazfit Bip Max');
    await watch.page.reload();
    await watch.says('开始');
    expect(watch.troubles).toEqual([]);
  });

  test('says what it is, and takes a newcomer to the first cue with one button', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.page.getByText(/^Legato leads a leg massage by touch/).waitFor();
    await watch.press('Start a session and feel its first cue');
    await watch.felt('zone', 1);
    await watch.says('Ankle');
    expect(watch.troubles).toEqual([]);
  });

  test('says what comes before anything is felt', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.page.getByText('Nothing yet. Press Start on the watch.').waitFor();
    await watch.touch('Start');
    await watch.page.getByText(/^Next: Zone 1, in (1\d|20) s$/).waitFor();
  });

  test('stops on the way to the next cue if one is swallowed, and says by what', async () => {
    const watch = await open();
    await watch.says('Start');
    await watch.touch('Start');
    await watch.says('Get comfortable');
    await watch.page.getByText('Between cue and wrist').click();
    await watch.press('Do not disturb');
    await watch.press('To the next cue');
    await watch.page
      .getByText('The cue was due and did not come: missed: swallowed in do not disturb.')
      .waitFor();
    await watch.says('Ankle');
  });

  test('explains every control in a sentence, in the language that is chosen', async () => {
    for (const [query, language] of [
      ['', 'en-US'],
      ['?language=zh-CN', 'zh-CN'],
    ] as const) {
      const watch = await open(query);
      await watch.says(language === 'en-US' ? 'Start' : '开始');
      expect(await watch.page.title()).toBe(
        language === 'en-US' ? 'Legato · virtual watch' : 'Legato · 虚拟手表',
      );
      expect(await watch.page.evaluate(UNEXPLAINED)).toEqual([]);
      await watch.close();
    }
  });

  test.each([390, 1280])('fits a window of %i pixels', async (width) => {
    const watch = await open('', { width, height: 800 });
    await watch.says('Start');
    expect(await watch.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await watch.touch('Start');
    await watch.says('Get comfortable');
  });
});

/** One page for all that only looks; the tests run in this order, and the first needs the focus of a new page. */
describe('the preview as it opens', () => {
  let still: PreviewPage;

  beforeAll(async () => {
    still = await visit(browser, preview.url);
    await still.says('Start');
  });

  afterAll(() => still.close());

  test('gives the keyboard no invisible controls', async () => {
    const passed: string[] = [];
    for (let presses = 0; presses < 4; presses += 1) {
      await still.page.keyboard.press('Tab');
      passed.push(await still.page.evaluate('document.activeElement.tagName'));
    }
    expect(passed).toEqual(['SELECT', 'SELECT', 'INPUT', 'BUTTON']);
  });

  test('leaves the wheel to the page, except over screen and crown', async () => {
    const scrolls = (selector: string): Promise<unknown> =>
      still.page.evaluate(
        `document.querySelector('${selector}').dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: 9 }))`,
      );
    const parts = ['.glass', '[aria-label="Crown (home key)"]', '[aria-label="Key shortcut"]', '.watch'];
    expect(await Promise.all(parts.map(scrolls))).toEqual([false, false, true, true]);
  });

  test('gives the package a script world with the language and nothing of the browser', async () => {
    const names = [
      'fetch',
      'setTimeout',
      'localStorage',
      'XMLHttpRequest',
      'Intl',
      'WeakRef',
      'Promise',
      'Buffer',
    ];
    const world = "document.querySelector('iframe').contentWindow";
    const found = await still.page.evaluate(
      `${JSON.stringify(names)}.filter((name) => ${world}[name] !== undefined)`,
    );
    expect(found).toEqual(['Promise', 'Buffer']);
  });

  test.each([1280, 1000, 360])(
    'keeps the watch in sight in a window of %i pixels while the rest scrolls',
    async (width) => {
      await still.page.setViewportSize({ width, height: 740 });
      await still.page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight / 2)');
      const glass = await still.page.locator('.glass').boundingBox();
      expect(glass?.y).toBeGreaterThanOrEqual(0);
      expect((glass?.y ?? 0) + (glass?.height ?? 0)).toBeLessThanOrEqual(740);
    },
  );

  test('has no control of its own smaller than 44 pixels on a phone', async () => {
    await still.page.setViewportSize({ width: 360, height: 740 });
    await still.page.evaluate(
      "document.querySelectorAll('details').forEach((each) => { each.open = true; })",
    );
    expect(await still.page.evaluate(SMALL_TARGETS)).toEqual([]);
  });
});

// Helpers

/** Whatever is pressed or chosen around the watch; what is on its screen, and on the phone's page, is the app's. */
const CONTROLS = `[...document.querySelectorAll('button, select, input[type=radio]')]
  .filter((each) => each.closest('.targets, .phone-page, .watch, dialog') === null)`;

const UNEXPLAINED = `${CONTROLS}
  .filter((each) => !each.closest('[title]')?.title && !(each.textContent.startsWith('and ') || each.hidden))
  .map((each) => each.textContent || each.getAttribute('aria-label'))`;

const SMALL_TARGETS = `${CONTROLS}.concat([...document.querySelectorAll('summary')])
  .map((each) => (each.type === 'radio' ? each.parentElement : each))
  .map((each) => [each.textContent, each.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
  .map(([text]) => text)`;

async function open(query = '', size: Pick<Visit, 'width' | 'height'> = {}): Promise<PreviewPage> {
  visited = await visit(browser, preview.url, { query, ...size });
  return visited;
}

/** The time left in the step, as the session screen shows it. */
function remaining(texts: readonly string[]): string | undefined {
  return texts.find((text) => /^\d+:\d\d$/.test(text));
}

async function untilClock(watch: PreviewPage, seconds: number): Promise<void> {
  while ((await watch.clock()) < seconds) await watch.page.evaluate('new Promise(requestAnimationFrame)');
}
