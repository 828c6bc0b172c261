import { SECOND } from '../../../core/time';
import type { Router } from '../../../device/watch/router';
import { pageRouter } from '../../../device/watch/router';
import { fakeWatch } from '../fake-watch';

/** What the watch was asked for, and which of it fails. */
let mockAsked: string[] = [];
let mockFails: readonly string[] = [];

jest.mock(
  '@zos/router',
  () => {
    const ask = (what: string): void => {
      mockAsked.push(what);
      if (mockFails.some((each) => what.startsWith(each))) throw new Error('refused');
    };
    return {
      push: ({ url }: { url: string }) => ask(`push ${url}`),
      replace: ({ url }: { url: string }) => ask(`replace ${url}`),
      back: () => ask('back'),
    };
  },
  { virtual: true },
);

const START = 'page/start/index';
const DAYS = 'page/days/index';

function opened(...fails: readonly string[]) {
  [mockAsked, mockFails] = [[], fails];
  const fake = fakeWatch();
  return { ...fake, router: pageRouter(fake.watch.clock, fake.watch.launch) };
}

/** What the watch is asked for in the next ten seconds. */
function asked(act: (router: Router) => void, ...fails: readonly string[]): readonly string[] {
  const { router, advance } = opened(...fails);
  act(router);
  advance(10 * SECOND);
  return mockAsked;
}

test('a page that is replaced is asked for again in another way if it has not opened', () => {
  expect(asked((router) => router.goTo('start'))).toEqual([`replace ${START}`, `push ${START}`]);
});

test('a page that has opened is not asked for again', () => {
  const { router, advance, memory } = opened();
  router.goTo('start');
  advance(SECOND);
  // The page that opens has said so (`memoryAt`).
  memory.awaited = undefined;
  advance(10 * SECOND);
  expect(mockAsked).toEqual([`replace ${START}`]);
});

test('if one way of opening a page fails, the other is tried', () => {
  expect(asked((router) => router.goTo('start'), 'replace')).toEqual([`replace ${START}`, `push ${START}`]);
  expect(asked((router) => router.goInto('days'), 'push')).toEqual([`push ${DAYS}`, `replace ${DAYS}`]);
});

test('back leads to the page that opened this one, and to the start page if none did or it cannot', () => {
  const into = (router: Router): void => {
    router.goInto('days');
    router.goBack();
  };
  expect(asked(into)).toEqual([`push ${DAYS}`, 'back']);
  expect(asked(into, 'back').slice(0, 3)).toEqual([`push ${DAYS}`, 'back', `replace ${START}`]);
  expect(asked((router) => router.goBack())[0]).toBe(`replace ${START}`);
  // Nothing was pushed, so going back would leave the app.
  expect(asked(into, 'push')[2]).toBe(`replace ${START}`);
});

test('a page that was replaced is none to go back to', () => {
  const { router } = opened();
  router.goInto('days');
  router.goTo('summary');
  mockAsked = [];
  router.goBack();
  expect(mockAsked).toEqual([`replace ${START}`]);
});
