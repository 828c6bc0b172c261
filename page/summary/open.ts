import { newestRecord } from '../../core/outbox/outbox';
import { stayLit } from '../../device/awake';
import type { Undo } from '../../device/clock';
import { watchClock } from '../../device/clock';
import type { PhoneLink } from '../../device/link';
import { openSync, SYNC_LOOK } from '../../device/sync-run';
import { syncLine } from '../../device/text/sync-line';
import { watchDisk } from '../../device/disk';
import { openPreferences } from '../../device/preferences-store';
import { openOutbox } from '../../device/outbox-store';
import { goTo, START_PAGE } from '../../device/route';
import { wholeScreen } from '../../device/screen-frame';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import { viewSummary } from './view';

/** Shows the session that was done last, and brings it to the phone. */
export function openSummaryPage(link: PhoneLink): Undo {
  const outbox = openOutbox(watchDisk);
  const record = newestRecord(outbox.outbox());
  if (!record) {
    goTo(START_PAGE);
    return () => undefined;
  }
  const frame = wholeScreen();
  const sync = openSync(link, outbox, openPreferences(watchDisk), () => {
    mounted.update(elements());
  });
  const elements = () =>
    viewSummary({ record, sync: syncLine(text, sync.state(), watchClock.now()) }, frame, text);
  const mounted = mount(elements(), () => {
    goTo(START_PAGE);
  });
  stayLit(SYNC_LOOK);
  sync.run();
  return () => {
    sync.drop();
    mounted.unmount();
  };
}
