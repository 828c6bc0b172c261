import type { VirtualWatch } from '../../virtual-watch/watch';
import { button, el } from '../dom';
import type { Section, SectionContext } from './section';
import { makeToggle } from './switch';

const HOUR_MS = 60 * 60 * 1000;

/** So many bytes of the next write arrive: enough for a file to look begun. */
const TORN_BYTES = 200;

/** As many alarms as anybody can set for as long as they are refused. */
const ALL_ALARMS = Number.MAX_SAFE_INTEGER;

/** What goes wrong in a watch's life. */
export function lifeSection({ words, act }: SectionContext): Section {
  const deeds: readonly (readonly [label: string, deed: (watch: VirtualWatch) => void])[] = [
    [words.crash, (watch) => watch.crash()],
    [words.reboot, (watch) => watch.reboot()],
    [words.update, (watch) => watch.updateApp()],
    [words.clockForward, (watch) => watch.stepClock(HOUR_MS)],
    [words.clockBack, (watch) => watch.stepClock(-HOUR_MS)],
    [words.tearWrite, (watch) => watch.tearNextWrite(TORN_BYTES, 'crash')],
    [words.failWrite, (watch) => watch.failWrites(1)],
  ];
  const buttons = deeds.map(([label, deed]) => button(label, () => act(deed)));
  const refuses = makeToggle(words.refuseAlarms, act, (watch, on) => watch.refuseAlarms(on ? ALL_ALARMS : 0));
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
