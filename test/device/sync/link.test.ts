import { ANSWER_DEADLINE } from '../../../core/link/sync';
import { makeRequest } from '../../../core/link/request';
import type { PhoneLink, Reply } from '../../../device/sync/link';
import { send } from '../../../device/sync/link';
import { fakeWatch } from '../fake-watch';

const ASK = makeRequest(1, { method: 'plan.get', watch: 'abcdefghjk' });

/** Lets what was promised come true. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

function asked(request: PhoneLink['request']) {
  const { watch, advance } = fakeWatch();
  const heard: Reply[] = [];
  send(watch.clock, { request, close: () => undefined }, ASK, (reply) => heard.push(reply));
  return { heard, advance };
}

test('an answer is heard once, whatever it is, and no deadline follows it', async () => {
  const { heard, advance } = asked(() => Promise.resolve('odd'));
  await settle();
  advance(2 * ANSWER_DEADLINE);
  expect(heard).toEqual([{ kind: 'answer', answer: 'odd' }]);
});

test('without an answer the deadline is heard, and an answer after it is not', async () => {
  let answer: (answer: unknown) => void = () => undefined;
  const { heard, advance } = asked(() => new Promise((resolve) => (answer = resolve)));
  advance(ANSWER_DEADLINE - 1);
  expect(heard).toEqual([]);
  advance(1);
  answer('late');
  await settle();
  expect(heard).toEqual([{ kind: 'failure', failure: 'timeout' }]);
});

test.each([
  [1, 'appNotRunning'],
  [2, 'disconnected'],
  [3, 'appNotRunning'],
  [4, 'timeout'],
  ['odd', 'timeout'],
])('the code %p of a refusal means: %s', async (code, failure) => {
  const { heard } = asked(() => Promise.reject(Object.assign(new Error('refused'), { code })));
  await settle();
  expect(heard).toEqual([{ kind: 'failure', failure }]);
});

test('a link that throws is heard as a failure, once', async () => {
  const { heard, advance } = asked(() => {
    throw new Error('closed');
  });
  await settle();
  advance(2 * ANSWER_DEADLINE);
  expect(heard).toEqual([{ kind: 'failure', failure: 'timeout' }]);
});
