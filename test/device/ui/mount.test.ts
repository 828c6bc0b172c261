import * as fc from 'fast-check';
import type { ButtonElement, Element, TextElement } from '../../../device/ui/element';
import { mount } from '../../../device/ui/mount';
import { calls, forgetCalls, screen } from './recording-ui';

jest.mock('@zos/ui', () => jest.requireActual<object>('./recording-ui'), { virtual: true });

type Action = 'go' | 'stop';

const BOX = { x: 10, y: 20, w: 100, h: 40 };
const TITLE: TextElement = {
  ...{ kind: 'text', key: 'title', ...BOX, text: 'Ankle' },
  ...{ size: 30, color: 0xffffff, align: 'center', overflow: 'ellipsis' },
};
const BUTTON: ButtonElement<Action> = {
  ...{ kind: 'button', key: 'button', ...BOX, y: 80, text: 'Go', action: 'go' },
  ...{ size: 26, color: 0xffffff, fill: 0x1f4f4e, pressedFill: 0x163838 },
};
const RING: Element<Action> = {
  ...{ kind: 'arc', key: 'ring', x: 0, y: 0, w: 480, h: 480 },
  ...{ from: -90, to: 30, line: 12, color: 0x5fd6cd },
};
const PAGE = [TITLE, BUTTON, RING];

function press(label: string): void {
  const found = screen.find(({ options }) => options['text'] === label);
  (found?.options['click_func'] as () => void)();
}

beforeEach(() => {
  screen.length = 0;
  forgetCalls();
});

describe('a mounted page', () => {
  test('costs no call when nothing has changed', () => {
    const mounted = mount<Action>(PAGE, jest.fn());
    forgetCalls();
    mounted.update(PAGE.map((element) => ({ ...element })));
    expect(calls).toEqual([]);
  });

  test('changes a text by one call that gives the text alone', () => {
    const mounted = mount<Action>(PAGE, jest.fn());
    forgetCalls();
    mounted.update([{ ...TITLE, text: 'Calf' }, BUTTON, RING]);
    expect(calls).toEqual(['TEXT text']);
    expect(screen[0]?.options['text']).toBe('Calf');
  });

  test('gives a button its box again when its label changes', () => {
    const mounted = mount<Action>(PAGE, jest.fn());
    forgetCalls();
    mounted.update([TITLE, { ...BUTTON, text: 'Halt' }, RING]);
    expect(calls).toEqual(['MORE x y w h text']);
  });

  test('makes a button anew when its colour changes, since a watch does not take another one', () => {
    const mounted = mount<Action>([TITLE, BUTTON], jest.fn());
    forgetCalls();
    mounted.update([TITLE, { ...BUTTON, fill: 0x5fd6cd }]);
    expect(calls).toEqual(['create BUTTON', 'delete BUTTON']);
  });

  test('moves an arc by one call', () => {
    const mounted = mount<Action>(PAGE, jest.fn());
    forgetCalls();
    mounted.update([TITLE, BUTTON, { ...RING, to: 36 }]);
    expect(calls).toHaveLength(1);
    expect(screen[2]?.options['end_angle']).toBe(36);
  });

  test('takes away what is gone and leaves the rest alone', () => {
    const mounted = mount<Action>(PAGE, jest.fn());
    forgetCalls();
    mounted.update([TITLE, RING]);
    expect(calls).toEqual(['delete BUTTON']);
  });

  test('makes anew what has to lie in front of something new', () => {
    const mounted = mount<Action>([TITLE, RING], jest.fn());
    mounted.update(PAGE);
    expect(screen.map(({ type }) => type)).toEqual(['TEXT', 'BUTTON', 'ARC']);
  });

  test('tells the action that a button has now, and a change of action alone costs no call', () => {
    const act = jest.fn();
    const mounted = mount<Action>(PAGE, act);
    press('Go');
    forgetCalls();
    mounted.update([TITLE, { ...BUTTON, action: 'stop' }, RING]);
    press('Go');
    expect(calls).toEqual([]);
    expect(act.mock.calls).toEqual([['go'], ['stop']]);
  });

  test('leaves an empty screen', () => {
    mount<Action>(PAGE, jest.fn()).unmount();
    expect(screen).toEqual([]);
  });

  test('looks after any number of updates as if it had been mounted just so', () => {
    fc.assert(
      fc.property(fc.array(pages(), { minLength: 1, maxLength: 5 }), (updates) => {
        screen.length = 0;
        const mounted = mount<Action>([], jest.fn());
        updates.forEach((page) => {
          mounted.update(page);
        });
        const reached = looks();
        screen.length = 0;
        mount<Action>(updates[updates.length - 1] ?? [], jest.fn());
        expect(reached).toEqual(looks());
      }),
    );
  });
});

/** What is on the screen from back to front, as far as it can be seen. */
function looks(): unknown[] {
  return screen.map(({ type, options }) => ({ ...options, type, click_func: undefined }));
}

/** Pages of a few elements, with the same keys coming back in other places, kinds and colours. */
function pages(): fc.Arbitrary<readonly Element<Action>[]> {
  const color = fc.constantFrom(0xffffff, 0xffb454);
  const y = fc.constantFrom(0, 40);
  const key = fc.constantFrom('a', 'b', 'c', 'd');
  const element: fc.Arbitrary<Element<Action>> = fc.oneof(
    fc
      .record({ key, color, y, text: fc.constantFrom('0:01', '0:02') })
      .map((some) => ({ ...TITLE, ...some })),
    fc.record({ key, y, text: fc.constantFrom('Pause', 'Resume') }).map((some) => ({ ...BUTTON, ...some })),
    fc.record({ key, color, to: fc.constantFrom(10, 20) }).map((some) => ({ ...RING, ...some })),
    fc.record({ key, color, y }).map((some) => ({ kind: 'rect' as const, ...BOX, radius: 0, ...some })),
    fc.record({ key, color, y }).map((some) => ({ kind: 'circle' as const, x: 5, radius: 5, ...some })),
    fc.record({ key, y }).map((some) => ({ kind: 'image' as const, x: 5, src: 'legs.png', ...some })),
  );
  return fc.uniqueArray(element, { selector: (one) => one.key, maxLength: 4 });
}
