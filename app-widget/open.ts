import { glanceAt, GLANCE_LENGTH, SESSION_NAME } from '../core/state/session-glance';
import { openSlot, peekSlot, slotStart } from '../core/state/slots';
import { readStored } from '../core/state/stored';
import type { Instant } from '../core/time';
import type { CardState } from '../core/today/card';
import { cardState } from '../core/today/card';
import { startParam } from '../core/today/start-param';
import type { TodayNote } from '../core/today/today';
import { TODAY_FILE } from '../core/today/today';
import { pathsOf } from '../device/store/slotted-file';
import { makeText } from '../device/text/text';
import type { CardSpace, openFromCard } from '../device/watch/card';
import { momentHere } from '../device/watch/clock';
import type { Disk } from '../device/watch/disk';
import type { Frame } from '../device/watch/screen';
import type { Watch } from '../device/watch/watch';
import { drawOn } from './draw';
import type { CardAction } from './view';
import { viewCard } from './view';

/** A card that is in the list. */
export interface Card {
  /** Reads the present state and shows it; if nothing has changed, this makes no widget calls. */
  show(): void;
}

export function openCard(
  watch: Pick<Watch, 'clock' | 'texts' | 'ui'> & { readonly disk: Pick<Disk, 'read' | 'start'> },
  frame: Frame,
  space: CardSpace,
  open: typeof openFromCard,
): Card {
  const { clock, disk, ui } = watch;
  const text = makeText(watch.texts);
  const act = (action: CardAction): void => {
    if (action === 'goOn') open('session');
    else if (action === 'lock') open('lock');
    else if (action === 'later') open('reminders');
    else open('start', action === 'start' ? startParam(clock.now()) : undefined);
  };
  const draw = drawOn(ui, act);
  return {
    show() {
      const note = noteIn(disk);
      const state = stateOf(note, disk, clock.now());
      draw(viewCard(state, space, { ...frame, isLarge: note?.isLarge === true }, text));
    },
  };
}

/** If the session file is damaged, it is not known whether there is a session. */
function stateOf(note: TodayNote | undefined, disk: Pick<Disk, 'start'>, now: Instant): CardState {
  const newest = newestStart(disk, SESSION_NAME, GLANCE_LENGTH);
  return newest ? cardState(note, glanceAt(newest.payload), momentHere(now)) : { kind: 'open' };
}

/**
 * The path of the newest slot and the beginning of its payload, both empty if there is none; undefined if one looks
 * damaged. The card reads no more than it shows.
 */
function newestStart(
  disk: Pick<Disk, 'start'>,
  name: string,
  length: number,
): { readonly path: string; readonly payload: string } | undefined {
  let newest = { path: '', sequence: 0, payload: '' };
  for (const path of pathsOf(name)) {
    const start = disk.start(path, slotStart(length));
    const slot = start ? peekSlot(start.bytes, start.size) : newest;
    if (!slot) return undefined;
    if (slot.sequence > newest.sequence) newest = { path, ...slot };
  }
  return newest;
}

/** The content of the newest slot; undefined if that one is damaged, since the other is outdated. */
function noteIn(disk: Pick<Disk, 'read' | 'start'>): TodayNote | undefined {
  const newest = newestStart(disk, TODAY_FILE.name, 0);
  const slot = openSlot(newest && disk.read(newest.path));
  const { value, problem } = readStored(TODAY_FILE, slot.ok ? slot.value.payload : undefined);
  return value.isKnown && !problem ? value : undefined;
}
