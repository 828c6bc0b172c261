import { newestRecord } from '../../core/record/outbox';
import { stayLit } from '../../device/watch/display';
import type { Undo } from '../../device/watch/clock';
import { watchClock } from '../../device/watch/clock';
import type { PhoneLink } from '../../device/sync/link';
import { openSync, SYNC_LOOK } from '../../device/sync/sync-run';
import { syncLine } from '../../device/text/sync-line';
import { watchDisk } from '../../device/watch/disk';
import { openPreferences } from '../../device/store/preferences-store';
import { openOutbox } from '../../device/store/outbox-store';
import { goTo, START_PAGE } from '../../device/watch/router';
import { wholeScreen } from '../../device/watch/screen';
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
