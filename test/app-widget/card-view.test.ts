import { viewCard } from '../../app-widget/view';
import { COLORS } from '../../device/ui/theme';
import type { CardSpace } from '../../device/watch/card';
import type { CardState, CardWeek, LegToday } from '../../core/today/card';
import { CARD_COLOR, CardArea } from '../../virtual-watch/machine/card-area';
import { deviceNamed } from '../../virtual-watch/node';
import { layoutProblems } from '../../virtual-watch/face/layout-problems';
import { nodeProbe } from '../../virtual-watch/node/picture-png';
import { nodeOf } from '../page/seen';
import { LANGUAGES, textIn } from '../page/translations';

const SIZES = [
  'Amazfit Falcon',
  'Amazfit Cheetah (Round)',
  'Amazfit GTR 4',
  'Amazfit Balance',
  'Amazfit Bip 6',
  'Amazfit Bip Max',
].map((name) => deviceNamed(name));

const both = (left: boolean, right = left) => ({ left, right });
const WEEK: CardWeek = [
  both(false),
  both(true),
  both(true, false),
  both(false, true),
  both(true),
  both(false),
  both(true, false),
];
const TOLD: readonly LegToday[] = ['done', 'partly', 'notYet', 'locked', 'notPlanned'];

const STATES: readonly CardState[] = [
  { kind: 'open' },
  { kind: 'going', minutesLeft: 10, week: WEEK },
  { kind: 'going', minutesLeft: undefined, week: undefined },
  ...[false, true].flatMap((canPutOff) =>
    TOLD.map((right): CardState => ({ kind: 'ready', legs: { left: 'done', right }, week: WEEK, canPutOff })),
  ),
  ...(['done', 'locked', 'notPlanned'] as const).map((right): CardState => ({
    ...{ kind: 'done', legs: { left: 'done', right }, week: WEEK, canPutOff: false },
  })),
  { kind: 'locked', legs: { left: 'locked', right: 'locked' }, week: WEEK, canPutOff: false },
];

const ORIGINS = ['card', 'screen'] as const;
const probe = nodeProbe(() => undefined);

describe.each(LANGUAGES)('in %s', (language) => {
  describe.each(SIZES.map((device) => [device.name, device] as const))('on %s', (_, device) => {
    test.each(ORIGINS.flatMap((origin) => [false, true].map((isLarge) => [origin, isLarge] as const)))(
      'nothing is cut off, hidden, too small or too faint, counted from the %s, large text %s',
      (origin, isLarge) => {
        const area = new CardArea(device, origin);
        const h = Math.floor(device.height * 0.6);
        expect(area.setHeight(h)).toBe(true);
        const space: CardSpace = { x: area.margin, w: area.width - area.margin, h };
        for (const state of STATES) {
          const elements = viewCard(state, space, { ...device, isLarge }, textIn(language));
          expect(elements.length).toBeLessThanOrEqual(12);
          const { x, y } = area.offset;
          const nodes = elements
            .flatMap(nodeOf)
            .map((node) => ('x' in node ? { ...node, x: node.x + x, y: node.y + y } : node));
          for (const element of elements) expect('w' in element && area.holds(element)).toBe(true);
          const ground = {
            kind: 'fillRect' as const,
            ...area.box,
            color: CARD_COLOR,
            radius: area.radius,
            alpha: 255,
          };
          const picture = { ...device, lit: true, scrollY: 0, nodes: [ground, ...nodes] };
          expect(layoutProblems(picture, probe)).toEqual([]);
        }
      },
    );
  });
});

test('once all is done the card says so, and its button is quiet; a locked leg is still named', () => {
  const shown = (kind: 'ready' | 'done', right: LegToday) => {
    const elements = viewCard(
      { kind, legs: { left: 'done', right }, week: WEEK, canPutOff: false },
      { x: 0, w: 400, h: 288 },
      { width: 480, height: 480, shape: 'round' },
      textIn('en-US'),
    );
    const isBright = elements.some((each) => each.kind === 'button' && each.fill === COLORS.key);
    return [...elements.flatMap((each) => ('text' in each ? [each.text] : [])), isBright];
  };
  expect(shown('ready', 'notYet')).toEqual(['Left leg: done', 'Right leg: not yet', 'Start', true]);
  expect(shown('done', 'done')).toEqual(['Done today', 'Both legs', 'Start again', false]);
  expect(shown('done', 'notPlanned')).toEqual(['Done today', 'Left leg', 'Start again', false]);
  expect(shown('done', 'locked')).toEqual(['Left leg: done', 'Right leg: locked', 'Start again', false]);
});

test('the marks of a day reach to the legs that were done', () => {
  const elements = viewCard(
    { kind: 'ready', legs: { left: 'notYet', right: 'notYet' }, week: WEEK, canPutOff: false },
    { x: 0, w: 400, h: 288 },
    { width: 480, height: 480, shape: 'round' },
    textIn('en-US'),
  );
  const marks = elements.flatMap((element) => (element.kind === 'rect' ? [element] : []));
  const top = Math.min(...marks.map(({ y }) => y));
  expect(marks.map(({ y, h }) => [y - top, h])).toEqual([
    [18, 4],
    [0, 40],
    [0, 20],
    [20, 20],
    [0, 40],
    [18, 4],
    [0, 20],
  ]);
});
