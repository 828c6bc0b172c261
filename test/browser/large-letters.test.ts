import { cutOffAt } from '../../scripts/browser/phone-pictures';

test.each(['en-US', 'zh-CN'])(
  'with letters twice as large nothing of the phone’s page is cut off, in %s',
  async (language) => {
    // A law that cannot find what is far too large finds nothing.
    expect(await cutOffAt(6, language)).not.toEqual([]);
    expect(await cutOffAt(2, language)).toEqual([]);
  },
);
