import type { Part, Question, Ring } from '../../probe/plan/parts';
import { PARTS } from '../../probe/plan/parts';
import type { Felt, VirtualWatch } from '../../virtual-watch/node';

const SECOND = 1_000;

/** Scrolls to the text on the page, and taps it. */
export function reach(watch: VirtualWatch, label: string): void {
  watch.scroll(-10_000);
  for (let tries = 0; tries < 60 && !watch.texts().includes(label); tries += 1) watch.scroll(40);
  watch.tap(label);
}

/**
 * Opens the probe and does every part of every test as docs/field-test.md says, with honest answers; `look` is called
 * whenever another screen is to be read.
 */
export function doAllTests(watch: VirtualWatch, look: () => void = () => undefined): void {
  watch.openApp();
  look();
  const first = watch.texts().find((text) => text.startsWith('T0'));
  reach(watch, first ?? 'T0  -----');
  PARTS.forEach((part, place) => {
    look();
    doPart(watch, part, look);
    if (place < PARTS.length - 1) reach(watch, 'Next');
  });
  reach(watch, 'Back to the list');
}

function doPart(watch: VirtualWatch, part: Part, look: () => void): void {
  if (watch.texts().some((text) => text.startsWith('This watch cannot'))) return;
  if (part.test === 'T12') watch.setMode({ DND: true });
  const before = watch.felt().length;
  const pressedAt = watch.now();
  reach(watch, 'Go');
  look();
  if (part.act === 'timerService') watch.tap('OK');
  const lit = watchLight(watch, part);
  watch.setMode({ DND: false });
  const felt = watch.felt().slice(before);
  if (!watch.screen().lit) watch.wake();
  if (watch.screen().shows === 'page/opened/index') {
    look();
    watch.tap('Next');
  }
  if (watch.screen().shows === 'watchface' || watch.screen().shows === 'app list') watch.openApp();
  if (watch.screen().shows === 'page/menu/index') reach(watch, `Go on with ${part.test}`);
  watch.advance(SECOND);
  part.questions.forEach((question) => {
    look();
    reach(watch, answerOf(question, part, felt, pressedAt, lit));
  });
}

/** Lets the part take its time, and tells whether the screen lit up by itself, and with which page. */
function watchLight(watch: VirtualWatch, part: Part): readonly string[] {
  const seen: string[] = [];
  const until = part.test === 'T10' ? 17 : part.lasts + 1;
  for (let second = 0; second < until; second += 0.5) {
    if (part.test === 'T9' && second === 5) {
      watch.wristDown();
      watch.palm();
    }
    watch.advance(SECOND / 2);
    const { lit, shows } = watch.screen();
    if (lit && second > 4) seen.push(shows);
  }
  if (part.test !== 'T10') return seen;
  watch.wake();
  watch.advance(4 * SECOND);
  return seen;
}

function answerOf(
  { ask, by }: Question,
  part: Part,
  felt: readonly Felt[],
  pressedAt: number,
  lit: readonly string[],
): string {
  const apps = felt.filter(({ carrier }) => carrier !== 'system');
  const buzzes = felt.filter(({ carrier }) => carrier === 'system');
  const during = (ring: Ring | undefined, all: readonly Felt[]): readonly Felt[] => {
    if (!ring) return all;
    return all.filter(({ at }) => Math.abs(at - pressedAt - ring.after * SECOND) < 4_500);
  };
  const pulses = (all: readonly Felt[]): string =>
    String(all.reduce((sum, each) => sum + each.pulses.length, 0));
  const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
  const rings = part.rings.filter((ring) => ring.opens === 'service' && ring.act !== 'notify');
  switch (ask) {
    case 'How many pulses?':
      return pulses(part.test === 'T12' ? during(part.rings[0], apps) : apps);
    case 'How many pulses the first time?':
      return pulses(during(rings[0], apps));
    case 'How many pulses the second time?':
      return pulses(during(rings[1], apps));
    case 'How many pulses the third time?':
      return pulses(during(rings[2], apps));
    case 'How often did it buzz?':
      return String(apps.length);
    case 'Did you feel the first one?':
      return yesNo(during(part.rings[0], buzzes).length > 0);
    case 'Did you feel the second one?':
      return yesNo(during(part.rings[1], buzzes).length > 0);
    case 'Did you feel the third one?':
      return yesNo(during(part.rings[2], buzzes).length > 0);
    case 'Did you feel the notifications besides?':
      return yesNo(buzzes.length > 0);
    case 'Did you feel it?':
      return yesNo(apps.length > 0);
    case 'Did it end by itself before that?':
      return yesNo(apps.every(({ cut }) => !cut));
    case 'Did the screen stay dark?':
      return yesNo(lit.length === 0);
    case 'Did the screen light up?':
      return yesNo(lit.length > 0);
    case 'Did the screen light up with the page?':
    case 'Did you see the page change?':
    case 'Did a page open by itself?':
      return yesNo(lit.includes('page/opened/index'));
    default:
      // What a model cannot know: how notifications feel, whether a black screen glows.
      return by === 'count' ? '0' : 'no';
  }
}
