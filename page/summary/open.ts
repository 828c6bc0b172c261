import { newestRecord } from '../../core/record/outbox';
import { PREFERENCES_FILE } from '../../core/state/preferences';
import { openOutbox } from '../../device/store/outbox-store';
import { openStored } from '../../device/store/stored-file';
import type { PhoneLink } from '../../device/sync/link';
import { openSync, SYNC_LOOK } from '../../device/sync/sync-run';
import { syncLine } from '../../device/text/sync-line';
import type { Element } from '../../device/ui/element';
import { makePage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { SummaryAction } from './view';
import { viewSummary, withSync } from './view';

/** Shows the session that was done last, and brings it to the phone. */
export function openSummaryPage(watch: Watch, link: PhoneLink): Undo {
  const { clock, disk, display, launch, router } = watch;
  const outbox = openOutbox(disk);
  const record = newestRecord(outbox.outbox(), launch.memory().record);
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
  let shown: readonly Element<SummaryAction>[] | undefined;
  const page = makePage<SummaryAction>(
    watch,
    (frame, text) => {
      const told = syncLine(text, sync.state(), clock.now());
      return (shown = shown ? withSync(shown, told) : viewSummary({ record, sync: told }, frame, text));
    },
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
