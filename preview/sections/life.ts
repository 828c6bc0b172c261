import type { VirtualWatch } from '../../virtual-watch/watch';
import { button, el } from '../dom';
import type { Section, SectionContext } from './section';
import { makeToggle } from './switch';

const HOUR_MS = 60 * 60 * 1000;

/** How many bytes of the next write arrive: enough for the file to look started. */
const TORN_BYTES = 200;

/** More alarms than anybody can set while they are refused. */
const ALL_ALARMS = Number.MAX_SAFE_INTEGER;

type Mishap = 'crash' | 'reboot' | 'update' | 'clockForward' | 'clockBack' | 'tearWrite' | 'failWrite';

/** Things that can go wrong with a watch. */
export function lifeSection({ words, act }: SectionContext): Section {
  const deeds: readonly (readonly [name: Mishap, deed: (watch: VirtualWatch) => void])[] = [
    ['crash', (watch) => watch.crash()],
    ['reboot', (watch) => watch.reboot()],
    ['update', (watch) => watch.updateApp()],
    ['clockForward', (watch) => watch.stepClock(HOUR_MS)],
    ['clockBack', (watch) => watch.stepClock(-HOUR_MS)],
    ['tearWrite', (watch) => watch.tearNextWrite(TORN_BYTES, 'crash')],
    ['failWrite', (watch) => watch.failWrites(1)],
  ];
  const buttons = deeds.map(([name, deed]) => {
    return button(words[name], () => act(deed), { title: words.tips[name] });
  });
  const refuses = makeToggle(words.refuseAlarms, words.tips.refuseAlarms, act, (watch, on) =>
    watch.refuseAlarms(on ? ALL_ALARMS : 0),
  );
  return {
    title: words.life,
    folded: true,
    content: el(
      'div',
      { class: 'switches-and-deeds' },
      el('div', { class: 'switches' }, refuses),
      el('div', { class: 'deeds' }, ...buttons),
    ),
  };
}
