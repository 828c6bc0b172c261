import * as fc from 'fast-check';
import type { ButtonElement, Element, TextElement } from '../../../device/ui/element';
import type { Mounted } from '../../../device/ui/reconcile';
import { mountOn } from '../../../device/ui/reconcile';
import type { RecordingUi } from './recording-ui';
import { recordingUi } from './recording-ui';

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

interface Shown extends RecordingUi {
  readonly mounted: Mounted<Action>;
  readonly act: jest.Mock;
}

/** A page that is on the screen; the calls for that are not counted. */
function show(elements: readonly Element<Action>[]): Shown {
  const recording = recordingUi();
  const act = jest.fn();
  const mounted = mountOn<Action>(recording.ui, elements, act);
  recording.calls.length = 0;
  return { ...recording, mounted, act };
}

function press({ screen }: RecordingUi, label: string): void {
  const found = screen.find(({ options }) => options['text'] === label);
  if (found === undefined) throw new Error(`"${label}" is nowhere`);
  (found.options['click_func'] as () => void)();
}

describe('a mounted page', () => {
  test('costs no call when nothing has changed', () => {
    const { mounted, calls } = show(PAGE);
    mounted.update(PAGE.map((element) => ({ ...element })));
    expect(calls).toEqual([]);
  });

  test('changes a text with one call that sets only the text', () => {
    const { mounted, calls, screen } = show(PAGE);
    mounted.update([{ ...TITLE, text: 'Calf' }, BUTTON, RING]);
    expect(calls).toEqual(['set text']);
    expect(screen[0]?.options['text']).toBe('Calf');
  });

  test('passes the box of a button again when its label changes', () => {
    const { mounted, calls } = show(PAGE);
    mounted.update([TITLE, { ...BUTTON, text: 'Halt' }, RING]);
    expect(calls).toEqual(['set x y w h text']);
  });

  test('recreates a button when its colour changes, because a watch cannot change it', () => {
    const { mounted, calls } = show([TITLE, BUTTON]);
    mounted.update([TITLE, { ...BUTTON, fill: 0x5fd6cd }]);
    expect(calls).toEqual(['create BUTTON', 'delete BUTTON']);
  });

  test('moves an arc by one call', () => {
    const { mounted, calls, screen } = show(PAGE);
    mounted.update([TITLE, BUTTON, { ...RING, to: 36 }]);
    expect(calls).toHaveLength(1);
    expect(screen[2]?.options['end_angle']).toBe(36);
  });

  test('takes away what is gone and leaves the rest alone', () => {
    const { mounted, calls } = show(PAGE);
    mounted.update([TITLE, RING]);
    expect(calls).toEqual(['delete BUTTON']);
  });

  test('recreates what has to be in front of something new', () => {
    const { mounted, screen } = show([TITLE, RING]);
    mounted.update(PAGE);
    expect(screen.map(({ type }) => type)).toEqual(['TEXT', 'BUTTON', 'ARC']);
  });

  test('calls the current action of a button, and a change of action alone costs no call', () => {
    const shown = show(PAGE);
    press(shown, 'Go');
    shown.mounted.update([TITLE, { ...BUTTON, action: 'stop' }, RING]);
    press(shown, 'Go');
    expect(shown.calls).toEqual([]);
    expect(shown.act.mock.calls).toEqual([['go'], ['stop']]);
  });

  test('leaves an empty screen', () => {
    const { mounted, screen } = show(PAGE);
    mounted.unmount();
    expect(screen).toEqual([]);
  });

  test('looks the same after any number of updates as if it had just been mounted', () => {
    fc.assert(
      fc.property(fc.array(pages(), { minLength: 1, maxLength: 5 }), (updates) => {
        const changed = show([]);
        updates.forEach((page) => {
          changed.mounted.update(page);
        });
        expect(looks(changed)).toEqual(looks(show(updates[updates.length - 1] ?? [])));
      }),
    );
  });
});

/** What is on the screen from back to front, as far as it can be seen. */
function looks({ screen }: RecordingUi): unknown[] {
  return screen.map(({ type, options }) => ({ ...options, type, click_func: undefined }));
}

/** Pages of a few elements, with recurring keys in other places, kinds and colours. */
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
