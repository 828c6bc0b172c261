import { parseAlarmParam } from '../../core/alarm/param';
import type { StoredSession } from '../../core/state/session-file';
import type { Alarm } from '../../virtual-watch/machine/alarms';
import { timeOfDay } from '../time-of-day';
import { button, el, setText } from '../dom';
import { storedSession } from '../stored-session';
import { feltName } from '../text/texts';
import type { Words } from '../text/words';
import type { Section, SectionContext } from './section';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many are shown before "more". */
const FIRST = 6;

/** The pending alarms: when each rings, and what it is for. */
export function alarmsSection({ words }: SectionContext): Section {
  const count = el('p', { class: 'quiet' }, words.alarmsArmed(0));
  const list = el('ol', { class: 'lines-of-cues', tabindex: 0, 'aria-label': words.alarms });
  const more = button(
    '',
    () => {
      list.classList.add('whole');
      more.hidden = true;
    },
    { hidden: true },
  );
  let shown = '';
  return {
    title: words.alarms,
    place: 'below',
    content: el('div', {}, count, list, more),
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
      setText(more, words.more(alarms.length - FIRST));
      more.hidden = alarms.length <= FIRST || list.classList.contains('whole');
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

/** The cue that an alarm would bring. The guard brings none; it later shows whether the watch was off. */
function standsFor(words: Words, { url, param: text }: Alarm, stored: StoredSession | undefined): string {
  if (url.startsWith('page/')) return words.alarmFor.page;
  const param = parseAlarmParam(text);
  switch (param?.kind) {
    case 'guard':
      return words.guardAlarm;
    case 'pause':
    case 'check':
    case 'reminder':
      return words.alarmFor[param.kind];
    case 'cue': {
      const isOwn = param.session === stored?.session.id;
      const armed = isOwn ? stored.arming.cues.find(({ number }) => number === param.number) : undefined;
      return armed === undefined ? words.alarmFor.other : feltName(words, armed.signal);
    }
    case 'probe':
    case undefined:
      return words.alarmFor.other;
  }
}

function soonestFirst(alarms: readonly Alarm[]): readonly Alarm[] {
  return [...alarms].sort((a, b) => a.time - b.time);
}
