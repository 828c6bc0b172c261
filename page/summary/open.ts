import type { Undo } from '../../device/clock';
import { watchDisk } from '../../device/disk';
import { lastRecord } from '../../device/records';
import { goTo, START_PAGE } from '../../device/route';
import { wholeScreen } from '../../device/screen-frame';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import { viewSummary } from './view';

/** Shows the session that was done last. */
export function openSummaryPage(): Undo {
  const record = lastRecord(watchDisk);
  if (!record) {
    goTo(START_PAGE);
    return () => undefined;
  }
  const mounted = mount(viewSummary({ record }, wholeScreen(), text), () => {
    goTo(START_PAGE);
  });
  return () => {
    mounted.unmount();
  };
}
