import { createCanvas } from '@napi-rs/canvas';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { imageSize, units } from '../../device/ui/frame';
import { CARD_PICTURES, CARD_PICTURE_SIZE } from '../../page/card/view';
import { ARROW_SIZE, CROSS_SIZE, LEGS_SIZE, SEAT_SIZE, VEIN_SIZE } from '../../device/ui/legs-shape';
import { SWITCH_SIZE } from '../../device/ui/switch-shape';
import { TARGET } from '../../device/ui/theme';
import type { Sprites } from '../../virtual-watch/face/brush';
import type { Problem } from '../../virtual-watch/face/layout-problems';
import { layoutProblems } from '../../virtual-watch/face/layout-problems';
import type { PictureNode } from '../../virtual-watch/face/picture';
import { lettersBy } from '../../virtual-watch/face/letters';
import type { SeenText } from '../../virtual-watch/face/seen-text';
import { seenText } from '../../virtual-watch/face/seen-text';
import { nodeProbe } from '../../virtual-watch/node/picture-png';
import type { Broken } from '../../scripts/pictures/left-over';
import { tornNegations } from '../../scripts/pictures/left-over';
import type { RoomProblem } from './room';
import { roomProblems } from './room';

/** Making a canvas is expensive, so it is reused and painted over each time. */
const PROBE = nodeProbe(() => undefined);

/** Everything on a page that a person could not see or tap. */
export function problemsOf(
  elements: readonly Element<unknown>[],
  frame: Frame & { readonly cornerRadius: number },
): readonly (Problem | RoomProblem | Broken)[] {
  const nodes = elements.flatMap(nodeOf);
  const picture = { ...frame, lit: true, scrollY: 0, nodes };
  const sprites: Sprites = (src) => sheets(frame)[src];
  const scrolls = nodes.some((node) => node.kind === 'fillRect' && node.y >= frame.height);
  return [
    ...layoutProblems(picture, { ...PROBE, sprites }, { scrolls }),
    ...smallTargets(elements, frame),
    ...roomProblems(nodes, frame, PROBE),
    ...tornNegations(nodes, lettersBy(PROBE.brush).lay),
  ];
}

/** The texts of a page with the ink of their lines. */
export function inksOf(elements: readonly Element<unknown>[]): readonly SeenText[] {
  const nodes = elements.flatMap(nodeOf);
  const { lay } = lettersBy(PROBE.brush);
  return nodes.flatMap((_, index) => seenText(nodes, index, lay) ?? []);
}

/** Buttons that have a row to themselves and are narrower than this, in design units. */
export function narrowButtons(
  elements: readonly Element<unknown>[],
  frame: Frame,
  least: number,
): readonly string[] {
  const buttons = elements.flatMap((each) => (each.kind === 'button' ? [each] : []));
  return buttons.flatMap((each) => {
    const isAlone = buttons.every(
      (other) => other === each || other.y >= each.y + each.h || other.y + other.h <= each.y,
    );
    const isPicture = each.src !== undefined;
    return isAlone && !isPicture && each.w < units(frame, least) - 1
      ? [`${each.text}: ${String(each.w)} px`]
      : [];
  });
}

/** Tap targets smaller than the app's own minimum, which is larger than the platform's. */
function smallTargets(elements: readonly Element<unknown>[], frame: Frame): readonly Problem[] {
  return elements.flatMap((element): readonly Problem[] => {
    if (element.kind !== 'button' || Math.min(element.w, element.h) >= units(frame, TARGET)) return [];
    const detail = `${element.w} px x ${element.h} px`;
    return [{ code: 'target-too-small', what: element.text, detail }];
  });
}

/** An empty sheet for every image of the package, in its size. */
function sheets(frame: Frame): Readonly<Record<string, ReturnType<Sprites>>> {
  const rim = { ...LEGS_SIZE, w: LEGS_SIZE.w / 2 };
  const sizes = {
    ...{ 'legs.png': LEGS_SIZE, 'seat.png': SEAT_SIZE[frame.shape] },
    ...{ 'rim-left.png': rim, 'rim-right.png': rim },
    ...{ 'arrow-left.png': ARROW_SIZE, 'arrow-right.png': ARROW_SIZE },
    ...{ 'sign-left.png': LEGS_SIZE, 'sign-right.png': LEGS_SIZE },
    ...{ 'switch-on.png': SWITCH_SIZE, 'switch-off.png': SWITCH_SIZE },
    ...{ 'cross.png': CROSS_SIZE, 'vein.png': VEIN_SIZE },
    ...Object.fromEntries(CARD_PICTURES.map((name) => [`${name}.png`, CARD_PICTURE_SIZE])),
  };
  const known = drawnFor.get(frame);
  if (known) return known;
  const made = Object.fromEntries(
    Object.entries(sizes).map(([src, size]) => {
      const { w, h } = imageSize(frame, size);
      return [src, { width: w, height: h, source: createCanvas(w, h) }] as const;
    }),
  );
  drawnFor.set(frame, made);
  return made;
}

const drawnFor = new WeakMap<Frame, Readonly<Record<string, ReturnType<Sprites>>>>();

/** Texts and labels in the order in which they appear on the screen; where a line ends between two words is a space. */
export function wordsOf(elements: readonly Element<unknown>[]): readonly string[] {
  return elements.flatMap((element) => ('text' in element ? [spaced(element.text)] : []));
}

/** The same without the line ends that a page puts between Chinese words. */
export function wholeWordsOf(elements: readonly Element<unknown>[]): readonly string[] {
  return wordsOf(elements).map(whole);
}

/** A text with a space where a line ends between two words. */
export function spaced(text: string): string {
  return text.replace(/([!-~·…”])\n(?=[!-~“])/g, '$1 ');
}

/** A text in one line. */
export function whole(text: string): string {
  return spaced(text).replace(/\n/g, '');
}

/** The button with this label. */
export function buttonNamed<Action>(elements: readonly Element<Action>[], label: string) {
  const found = elements.find((element) => element.kind === 'button' && element.text === label);
  if (found?.kind !== 'button') throw new Error(`no button "${label}" among ${wordsOf(elements).join(', ')}`);
  return found;
}

/** What a watch draws of an element. */
export function nodeOf(element: Element<unknown>): PictureNode | [] {
  switch (element.kind) {
    case 'text': {
      const { size, align, overflow, ...rest } = element;
      const looks = { textSize: size, alignH: align, textStyle: overflow } as const;
      return { ...rest, ...looks, alignV: 'center', lineSpace: 0, charSpace: 0, alpha: 255 };
    }
    case 'button': {
      const { size, fill, pressedFill, src, ...rest } = element;
      const images = src === undefined ? {} : { normalSrc: src, pressSrc: src };
      const colors = { normalColor: fill, pressColor: pressedFill, ...images };
      return { ...rest, ...colors, textSize: size, radius: element.radius ?? element.h / 2, pressed: false };
    }
    case 'arc': {
      const { from, to, line, ...rest } = element;
      return { ...rest, startAngle: from, endAngle: to, lineWidth: line, alpha: 255 };
    }
    case 'rect':
      return { ...element, kind: 'fillRect', alpha: 255 };
    case 'circle': {
      const { x, y, ...rest } = element;
      return { ...rest, centerX: x, centerY: y, alpha: 255 };
    }
    case 'scrollBar':
      return [];
    case 'image':
      return { ...element, w: 0, h: 0, posX: 0, posY: 0, angle: 0, alpha: 255 };
  }
}
