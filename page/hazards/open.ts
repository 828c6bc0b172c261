import type { Undo } from '../../device/clock';
import { watchDisk } from '../../device/disk';
import { hazardsNow } from '../../device/hazards';
import { openPreferences } from '../../device/preferences-store';
import { goBack } from '../../device/route';
import { wholeScreen } from '../../device/screen-frame';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import { viewHazards } from './view';

/** Shows what may keep cues from being felt. */
export function openHazardsPage(): Undo {
  const hazards = hazardsNow(openPreferences(watchDisk).values());
  const mounted = mount(viewHazards(hazards, wholeScreen(), text), goBack);
  return () => {
    mounted.unmount();
  };
}
