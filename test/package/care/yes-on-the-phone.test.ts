import { SECOND } from '../../../core/time';
import { ANSWERED, choose } from '../app';
import { loadPackage, makePair, open } from '../link/pair';

beforeAll(loadPackage);

test('a yes on the phone, without saying of which leg, lets no session begin on the watch until all is answered again', () => {
  const both = makePair();
  const { phone, watch } = both;
  choose(watch, ANSWERED);
  open(both);
  watch.advance(5 * SECOND);
  expect(watch.texts()).toContain('Start');
  watch.crash();
  const page = phone.settingsPage();
  page.tap('Questions, locks, veins');
  page.tap('Pain in one leg alone, new or for weeks? –');
  page.tap('Yes');
  expect(page.texts()).toContain('Which leg?');
  open(both);
  watch.advance(5 * SECOND);
  expect(watch.texts()).not.toContain('Start');
  expect(watch.texts()).toContain('What was answered could not be read. Please answer again.');
});
