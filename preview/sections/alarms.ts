import { parseAlarmParam } from '../../core/alarm/param';
import type { StoredSession } from '../../core/state/session-file';
import type { Alarm } from '../../virtual-watch/machine/alarms';
import { timeOfDay } from '../time-of-day';
import { el, setText } from '../dom';
import { storedSession } from '../stored-session';
import { feltName } from '../texts';
import type { Words } from '../words';
import type { Section, SectionContext } from './section';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Each alarm that waits: when it rings, and what it stands for. */
export function alarmsSection({ words }: SectionContext): Section {
  const count = el('p', { class: 'quiet' }, words.alarmsArmed(0));
  const list = el('ol', { class: 'lines-of-cues', tabindex: 0, 'aria-label': words.alarms });
  let shown = '';
  return {
    title: words.alarms,
    place: 'below',
    content: el('div', {}, count, list),
    refresh(watch) {
      const alarms = watch.alarms();
      const now = alarms.map(({ id, time }) => `${String(id)}@${String(time)}`).join(' ');
      if (now === shown) return;
      shown = now;
      const stored = storedSession(watch);
      setText(count, words.alarmsArmed(alarms.length));
      list.replaceChildren(
        ...soonestFirst(alarms).map((alarm) => lineOf(words, alarm, stored, watch.wall())),
      );
    },
  };
}

function lineOf(words: Words, alarm: Alarm, stored: StoredSession | undefined, wall: number): HTMLElement {
  const days = Math.floor((alarm.time * 1000 - wall) / DAY_MS);
  return el(
    'li',
    {},
    el('time', { class: 'quiet' }, timeOfDay(alarm.time * 1000)),
    days > 0 ? el('span', { class: 'quiet' }, words.daysAhead(days)) : undefined,
    el('strong', {}, standsFor(words, alarm, stored)),
  );
}

/** The cue that an alarm would bring; the guard brings none, it shows afterwards whether the watch was off. */
function standsFor(words: Words, { param: text }: Alarm, stored: StoredSession | undefined): string {
  const param = parseAlarmParam(text);
  if (param?.kind === 'guard') return words.guardAlarm;
  if (param?.kind !== 'cue' || param.session !== stored?.session.id) return words.otherAlarm;
  const armed = stored.arming.cues.find(({ number }) => number === param.number);
  return armed !== undefined ? feltName(words, armed.signal) : words.otherAlarm;
}

function soonestFirst(alarms: readonly Alarm[]): readonly Alarm[] {
  return [...alarms].sort((a, b) => a.time - b.time);
}
