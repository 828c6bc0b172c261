import { launchChromium } from '../../scripts/browser/chromium';
import { coloursOfMarks } from '../../scripts/browser/drawn-colours';

test('the colours of marks are read from what is drawn, without black, white and greys', async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent(`<body style="color: #1f2328; background: #f3f4f6">
      <p style="color: #a40e26">a warning</p>
      <p style="background: #d4dde8; color: #57606a">a grey</p>
      <p style="background: rgba(255, 0, 0, 0.5)">a shade</p>
      <svg><rect width="9" height="9" fill="#1a7f37" stroke="#bfe3c8"/><rect width="9" height="9" fill="none"/></svg>
    </body>`);
    expect(await coloursOfMarks(page)).toEqual([
      'rgb(164, 14, 38)',
      'rgb(191, 227, 200)',
      'rgb(26, 127, 55)',
    ]);
  } finally {
    await browser.close();
  }
});
