import type { VirtualWatch } from '../../watch';
import { button, el } from '../dom';
import type { Section, SectionContext } from './section';

const HOUR_MS = 60 * 60 * 1000;

/** So many bytes of the next write arrive: enough for a file to look begun. */
const TORN_BYTES = 200;

/** More alarms than any session sets. */
const ALL_ALARMS = 100;

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
    [words.refuseAlarms, (watch) => watch.refuseAlarms(ALL_ALARMS)],
  ];
  const buttons = deeds.map(([label, deed]) => button(label, () => act(deed)));
  return { title: words.life, folded: true, content: el('div', { class: 'deeds' }, ...buttons) };
}
