import { replace } from '@zos/router';
import { mount, wholeScreen } from '../../watch/page';
import type { Part } from '../../plan/parts';
import { PARTS } from '../../plan/parts';
import { KEYS, noteName, notesOf } from '../../plan/report';
import type { Stage } from '../../plan/stage';
import { stageOf } from '../../plan/stage';
import { answered, begun, finished, isAnswered, secondOf } from '../../plan/state';
import { setRings } from '../../watch/alarms';
import { hasServiceTimers } from '../../watch/facts';
import { removeNote, writeNote } from '../../watch/notes';
import { say } from '../../watch/say';
import { goDark, keepLit, letSleep } from '../../watch/screen';
import { stopEverything } from '../../watch/stop';
import { readState, saveState } from '../../watch/store';
import { actOf } from './acts';
import type { TestAction } from './view';
import { viewTest } from './view';

/** How often the page checks the clock, in ms. */
const LOOK_EVERY = 500;

/** Leads through one part of a test; without a place, through the one in progress. */
export function openTestPage(asked: number | undefined): () => void {
  const place = asked ?? readState().running?.part ?? 0;
  const part = PARTS[place];
  if (!part) return () => undefined;
  const frame = wholeScreen();
  const undo: (() => void)[] = [];
  /** Whether a part that is already noted is to be repeated, and whether its page is black. */
  const shown = { again: false, black: false };

  const stage = (): Stage => {
    if (part.act === 'timerService' && !hasServiceTimers()) return { kind: 'unable' };
    const now = stageOf(readState(), place, Date.now());
    if (now.kind === 'noted' && shown.again) return { kind: 'ready' };
    return now.kind === 'waiting' && shown.black ? { kind: 'black' } : now;
  };
  const look = (): void => {
    const state = readState();
    const { running } = state;
    const isOver = running?.part === place && stage().kind === 'noted' && isAnswered(running);
    if (isOver) saveState(finished(state));
    mounted.update(viewTest(place, stage(), frame, say));
  };
  const act = (action: TestAction): void => {
    switch (action) {
      case 'go':
        shown.again = false;
        shown.black = part.act === 'blackLook';
        undo.push(...begin(place, part));
        break;
      case 'again':
        shown.again = true;
        break;
      case 'light':
        shown.black = false;
        break;
      case 'stop':
        stopEverything();
        break;
      case 'list':
        replace({ url: 'page/menu/index' });
        return;
      case 'next':
        replace({ url: 'page/test/index', params: String((place + 1) % PARTS.length) });
        return;
      default:
        saveState(answered(readState(), action));
    }
    look();
  };
  const mounted = mount(viewTest(place, stage(), frame, say), act);
  const timer = setInterval(look, LOOK_EVERY);
  return () => {
    clearInterval(timer);
    undo.forEach((take) => {
      take();
    });
    letSleep();
    mounted.unmount();
  };
}

/** Begins a part; returns functions that end what was started on this page. */
function begin(place: number, part: Part): readonly (() => void)[] {
  const state = begun(readState(), place, Date.now());
  const { running } = state;
  if (!running) return [];
  notesOf(place).forEach(removeNote);
  saveState(state);
  keepLit((part.lasts + 10) * 1000);
  const taken = setRings(place, secondOf(running) / 1000, part.rings);
  if (taken < part.rings.length) writeNote(noteName(place, 'page'), { [KEYS.problem]: 'xalarm' });
  const end = actOf(part, place);
  if (part.darkAfter === undefined) return [end];
  const dark = setTimeout(goDark, part.darkAfter * 1000);
  return [
    end,
    () => {
      clearTimeout(dark);
    },
  ];
}
