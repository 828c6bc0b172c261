import type { OddAnswer } from '../../virtual-watch';
import type { VirtualWatch } from '../../virtual-watch/node/index';
import { bootFixture } from './fixture';

/** Prints what a watch answers, and what is thrown. */
const ASKING = `
  const { Battery, Wear } = need('@zos/sensor');
  const { getSystemMode } = need('@zos/settings');
  const { set, getAllAlarms, REPEAT_ONCE } = need('@zos/alarm');
  const say = (ask) => {
    try { console.log(JSON.stringify([ask()])) } catch (error) { console.log('threw ' + (error instanceof Error)) }
  };
  Page({
    build() {
      say(() => new Battery().getCurrent());
      say(() => new Wear().getStatus());
      say(() => getSystemMode().DND);
      say(() => set({ url: 'app-service/cue', time: Math.ceil(Date.now() / 1000) + 60, repeat_type: 1 }) > 0);
      say(() => getAllAlarms().length);
      say(() => REPEAT_ONCE);
    },
  })`;
const TRUE_ANSWERS = ['[80]', '[1]', '[false]', '[true]', '[1]', '[1]'];

function answers(...odd: readonly (readonly [module: string, member: string, odd: OddAnswer])[]) {
  const watch = bootFixture({
    pages: { 'page/start': ASKING },
    services: { 'app-service/cue': 'AppService({})' },
  });
  watch.setBattery(80);
  for (const each of odd) watch.answerOddly(...each);
  return { watch, printed: printedBy(watch) };
}

function printedBy(watch: VirtualWatch): readonly string[] {
  const before = watch.logs().length;
  watch.openApp();
  return watch
    .logs()
    .slice(before)
    .map(({ text }) => text);
}

test('an unconfigured watch answers normally', () => {
  expect(answers().printed).toEqual(TRUE_ANSWERS);
});

test('a member that throws does so where the app can catch it, and nothing else changes', () => {
  const { printed } = answers(['@zos/sensor', 'Wear.getStatus', 'throws']);
  expect(printed).toEqual(TRUE_ANSWERS.map((answer, index) => (index === 1 ? 'threw true' : answer)));
});

test('a member that does nothing returns nothing and has no effect', () => {
  const { watch, printed } = answers(['@zos/alarm', 'set', 'doesNothing']);
  expect(printed.slice(3, 5)).toEqual(['[false]', '[0]']);
  expect(watch.alarms()).toEqual([]);
});

test('an odd answer does not keep a member from having its effect', () => {
  const { watch, printed } = answers(['@zos/alarm', 'set', { answers: undefined }]);
  expect(printed[3]).toBe('[false]');
  expect(watch.alarms()).toHaveLength(1);
});

test('an odd answer can be derived from the true one', () => {
  const twice = { changes: (ids: unknown) => [...(ids as readonly number[]), ...(ids as readonly number[])] };
  expect(answers(['@zos/alarm', 'getAllAlarms', twice]).printed[4]).toBe('[2]');
});

test('a class can throw or be missing, a method and a constant can be missing as well', () => {
  const { printed } = answers(
    ['@zos/sensor', 'Battery', 'throws'],
    ['@zos/sensor', 'Wear', 'missing'],
    ['@zos/alarm', 'REPEAT_ONCE', 'missing'],
  );
  expect([printed[0], printed[1], printed[5]]).toEqual(['threw true', 'threw true', '[null]']);
  expect(answers(['@zos/sensor', 'Wear.getStatus', 'missing']).printed[1]).toBe('threw true');
});

test('a constant can have another value', () => {
  expect(answers(['@zos/alarm', 'REPEAT_ONCE', { answers: 'once' }]).printed[5]).toBe('["once"]');
});

test('an odd answer can be undone', () => {
  const { watch } = answers(['@zos/sensor', 'Wear.getStatus', 'throws']);
  watch.answerOddly('@zos/sensor', 'Wear.getStatus', undefined);
  watch.crash();
  expect(printedBy(watch)[1]).toBe('[1]');
});

test.each([
  ['@zos/sensor', 'Wear.getMood'],
  ['@zos/mood', 'get'],
])('a member that no watch has is refused: %s %s', (module, member) => {
  expect(() => answers([module, member, 'throws'])).toThrow(`${module} has no ${member} that is modelled`);
});

test('a class cannot be given an answer', () => {
  expect(() => answers(['@zos/sensor', 'Wear', 'doesNothing'])).toThrow('Wear is a class');
});
