import { cutOffAt } from '../../scripts/browser/phone-pictures';

test.each(['en-US', 'zh-CN'])(
  'with text twice as large nothing of the phone’s page is cut off, in %s',
  async (language) => {
    const [twice, sixTimes] = await cutOffAt([2, 6], language);
    expect(twice).toEqual([]);
    // The check must detect what is far too large.
    expect(sixTimes).not.toEqual([]);
  },
);
