import { SECOND } from '../../../core/time';
import { ANSWERED, choose, touch } from '../app';
import { loadPackage, makePair, open } from '../link/pair';

beforeAll(loadPackage);

const AGAIN = 'Your answers are unreadable. Please answer again.';

/** A watch on which all questions are answered and that may begin, and the page of its phone with questions and locks. */
function answeredOnTheWatch() {
  const both = makePair();
  const { phone, watch } = both;
  choose(watch, ANSWERED);
  open(both);
  watch.advance(5 * SECOND);
  expect(watch.texts()).toContain('Start');
  watch.crash();
  const page = phone.settingsPage();
  page.tap('Questions, locks, veins');
  return { both, page };
}

test('a yes on the phone, without saying of which leg, lets no session begin on the watch until all is answered again', () => {
  const { both, page } = answeredOnTheWatch();
  const { watch } = both;
  page.tap('Pain in one leg alone, new or for weeks? –');
  page.tap('Yes');
  expect(page.texts()).toContain('Which leg?');
  open(both);
  watch.advance(5 * SECOND);
  expect(watch.texts()).not.toContain('Start');
  expect(watch.texts()).toContain(AGAIN);
});

test('statements on the phone that cannot be read let no session begin on the watch until all is answered again, once', () => {
  const { both, page } = answeredOnTheWatch();
  const { phone, watch } = both;
  page.tap('Lock the left leg');
  page.tap('Lock it');
  phone.editStorage('care.said', '{"version":1,"said":["p-1 lo');
  expect(page.texts()).toContain(
    'Which legs are locked: lock them here again. Each watch asks its questions again.',
  );
  open(both);
  watch.advance(5 * SECOND);
  expect(watch.texts()).not.toContain('Start');
  expect(watch.texts()).toContain(AGAIN);
  touch(watch, 'Questions first: 6');
  touch(watch, 'Next');
  for (let number = 1; number <= 6; number += 1) touch(watch, 'No');
  touch(watch, 'Done');
  expect(watch.texts()).toContain('Start');
  watch.crash();
  open(both);
  watch.advance(5 * SECOND);
  expect(watch.texts()).toContain('Start');
  expect(watch.texts()).not.toContain(AGAIN);
});
