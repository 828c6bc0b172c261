import { cutOffAt } from '../../scripts/browser/phone-pictures';

test.each(['en-US', 'zh-CN'])(
  'with text twice as large nothing of the phone’s page is cut off, in %s',
  async (language) => {
    // The check must detect what is far too large.
    expect(await cutOffAt(6, language)).not.toEqual([]);
    expect(await cutOffAt(2, language)).toEqual([]);
  },
);
