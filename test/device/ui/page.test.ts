import type { Element } from '../../../device/ui/element';
import { makePage, showPage } from '../../../device/ui/page';
import { line } from '../../../device/ui/parts';
import { fakeWatch } from '../fake-watch';

const BOX = { x: 0, y: 0, w: 100, h: 40 };
const said = (words: string): readonly Element[] => [line('words', BOX, words, 24)];
const nothing = (): void => undefined;

test('a page is drawn when first shown, and then only what changed is updated', () => {
  const fake = fakeWatch();
  let words = 'one';
  const page = makePage(fake.watch, () => said(words), nothing);
  expect(fake.ui.calls).toEqual([]);
  page.show();
  page.show();
  expect(fake.ui.calls).toEqual(['create TEXT']);
  words = 'two';
  page.show();
  expect(fake.ui.calls).toEqual(['create TEXT', 'set text']);
});

test('a closed page is gone, and a late update does not bring it back', () => {
  const fake = fakeWatch();
  const page = makePage(fake.watch, () => said('one'), nothing);
  page.show();
  page.close();
  page.show();
  expect(fake.ui.screen).toEqual([]);
});

test('a page that is left notes when, by the clock of the watch it was given', () => {
  const fake = fakeWatch(1000);
  const page = makePage(fake.watch, () => said('one'), nothing);
  page.show();
  fake.advance(500);
  page.close();
  expect(fake.memory.leftAt).toBe(1500);
});

test('a view is made for the screen and the language of the watch', () => {
  const fake = fakeWatch();
  const watch = { ...fake.watch, texts: (id: string) => `<${id}>` };
  showPage(watch, (frame, text) => said(`${frame.width} ${text('Done')}`), nothing);
  expect(fake.ui.screen.map(({ options }) => options['text'])).toEqual(['480 <Done>']);
});

test('a page grows the next time it is shown after large text was chosen, and shrinks again', () => {
  const fake = fakeWatch();
  const frames: (boolean | undefined)[] = [];
  const page = makePage(
    fake.watch,
    (frame) => {
      frames.push(frame.isLarge);
      return said('one');
    },
    nothing,
  );
  for (const isLarge of [undefined, true, true, false]) {
    if (isLarge !== undefined) fake.watch.launch.memory().choices = { dayEnd: 4, largeText: isLarge };
    page.show();
  }
  expect(frames).toEqual([undefined, true, true, undefined]);
});

test.each([
  ['square', ['hide status bar']],
  ['round', []],
] as const)('a %s screen gives up its status bar: %p', (shape, done) => {
  const fake = fakeWatch();
  const screen = { ...fake.watch.screen, frame: () => ({ width: 390, height: 450, shape }) };
  showPage({ ...fake.watch, screen }, () => said('one'), nothing);
  expect(fake.done).toEqual(done);
});
