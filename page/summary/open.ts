import { newestRecord } from '../../core/record/outbox';
import { PREFERENCES_FILE } from '../../core/state/preferences';
import { openOutbox } from '../../device/store/outbox-store';
import { openStored } from '../../device/store/stored-file';
import type { PhoneLink } from '../../device/sync/link';
import { openSync, SYNC_LOOK } from '../../device/sync/sync-run';
import { syncLine } from '../../device/text/sync-line';
import { makePage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { viewSummary } from './view';

/** Shows the session that was done last, and brings it to the phone. */
export function openSummaryPage(watch: Watch, link: PhoneLink): Undo {
  const { clock, disk, display, router } = watch;
  const outbox = openOutbox(disk);
  const record = newestRecord(outbox.outbox());
  if (!record) {
    router.goTo('start');
    return () => undefined;
  }
  const sync = openSync({
    ...{ watch, link, outbox, preferences: openStored(disk, PREFERENCES_FILE) },
    changed: () => {
      page.show();
    },
  });
  const page = makePage(
    watch,
    (frame, text) => viewSummary({ record, sync: syncLine(text, sync.state(), clock.now()) }, frame, text),
    () => {
      router.goTo('start');
    },
  );
  display.stayLit(SYNC_LOOK);
  sync.run();
  page.show();
  return () => {
    sync.drop();
    page.close();
  };
}
