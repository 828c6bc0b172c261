/** The section for what can happen to the phone and to its link. */
import type { VirtualPhone } from '../../virtual-watch/phone/phone';
import { button, el, setText } from '../dom';
import type { Act } from '../touch-and-keys';
import type { PhoneWords } from '../text/phone-texts';
import type { Section, SectionContext } from './section';
import { makeSwitch, type Switch } from './switch';

/** More failing writes than will ever happen while the switch is on. */
const ALWAYS = Number.MAX_SAFE_INTEGER;
const SHARES = [0, 0.1, 0.3, 1] as const;
const LATENCIES_MS = [40, 400, 3_000] as const;
const STORAGE_MOODS = ['works', 'throws', 'silent'] as const;
/** Enough of a packet to show whose it is, but not its content. */
const CUT_BYTES = 40;

export function phoneSection({ phoneWords: words, phone, act }: SectionContext): Section {
  const switches = makeSwitches(words, phone, act);
  const faults = el('p', { class: 'quiet', role: 'status' });
  return {
    title: words.link,
    content: el(
      'div',
      { class: 'switches-and-deeds' },
      el(
        'div',
        { class: 'switches' },
        ...switches.map(({ element }) => element),
        storageChooser(words, phone, act),
      ),
      el('div', { class: 'dials' }, ...makeDials(words, phone, act)),
      el('div', { class: 'deeds' }, ...makeDeeds(words, phone, act)),
      faults,
    ),
    refresh() {
      for (const { refresh } of switches) refresh();
      const count = phone.zmlFaults().length;
      setText(faults, count === 0 ? '' : words.zmlFaults(count));
    },
  };
}

function makeSwitches(words: PhoneWords, phone: VirtualPhone, act: Act): readonly Switch[] {
  let tearsDown = false;
  return [
    makeSwitch(
      words.inRange,
      words.tips.inRange,
      () => phone.isInRange(),
      act,
      (on) => (on ? phone.inRange() : phone.outOfRange()),
    ),
    makeSwitch(
      words.zeppRuns,
      words.tips.zeppRuns,
      () => phone.isZeppAppRunning(),
      act,
      (on) => (on ? phone.startZeppApp() : phone.killZeppApp()),
    ),
    makeSwitch(
      words.tearsDown,
      words.tips.tearsDown,
      () => tearsDown,
      act,
      (on) => {
        tearsDown = on;
        phone.tearDownAfterEachAnswer(on);
      },
    ),
  ];
}

function storageChooser(words: PhoneWords, phone: VirtualPhone, act: Act): HTMLElement {
  return chooser(
    words.storage,
    words.tips.storage,
    STORAGE_MOODS,
    (mood) => words.storageMoods[mood],
    (mood) => act(() => (mood === 'works' ? phone.failStorage(0) : phone.failStorage(ALWAYS, mood))),
  );
}

function makeDials(words: PhoneWords, phone: VirtualPhone, act: Act): readonly HTMLElement[] {
  return [
    chooser(words.loss, words.tips.loss, SHARES, percent, (share) => act(() => phone.setLoss(share))),
    chooser(words.doubling, words.tips.doubling, SHARES, percent, (share) =>
      act(() => phone.doublePackets(share)),
    ),
    chooser(words.reordering, words.tips.reordering, SHARES, percent, (share) =>
      act(() => phone.reorderPackets(share)),
    ),
    chooser(words.latency, words.tips.latency, LATENCIES_MS, milliseconds, (ms) =>
      act(() => phone.setLatency(ms)),
    ),
  ];
}

function makeDeeds(words: PhoneWords, phone: VirtualPhone, act: Act): readonly HTMLElement[] {
  return [
    button(words.loseNext, () => act(() => phone.loseNextPackets(1)), { title: words.tips.loseNext }),
    button(words.partSoon, () => act(() => phone.outOfRangeAfterPackets(1)), { title: words.tips.partSoon }),
    button(words.killService, () => act(() => phone.killSideService()), { title: words.tips.killService }),
    button(words.cutNext.toPhone, () => act(() => phone.cutNextPacket(CUT_BYTES, 'toPhone')), {
      title: words.tips.cutToPhone,
    }),
    button(words.cutNext.toWatch, () => act(() => phone.cutNextPacket(CUT_BYTES, 'toWatch')), {
      title: words.tips.cutToWatch,
    }),
    button(words.garbleNext, () => act(() => phone.garbleNextPacket()), { title: words.tips.garbleNext }),
  ];
}

function chooser<Value extends string | number>(
  label: string,
  tip: string,
  values: readonly Value[],
  say: (value: Value) => string,
  choose: (value: Value) => void,
): HTMLElement {
  const made = el('select', {}, ...values.map((value) => el('option', { value }, say(value))));
  made.addEventListener('change', () => {
    const chosen = values[made.selectedIndex];
    if (chosen !== undefined) choose(chosen);
  });
  return el('label', { title: tip }, el('span', { class: 'quiet' }, label), made);
}

function percent(share: number): string {
  return `${String(share * 100)} %`;
}

function milliseconds(ms: number): string {
  return ms < 1_000 ? `${String(ms)} ms` : `${String(ms / 1_000)} s`;
}
