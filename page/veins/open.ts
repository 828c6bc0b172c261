import { LEGS, ZONES } from '../../core/body';
import type { Leg, Zone } from '../../core/body';
import { veinName, veinsOf } from '../../core/care/veins';
import { changePreference, PREFERENCES_FILE } from '../../core/state/preferences';
import { openStored } from '../../device/store/stored-file';
import { makePage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { VeinsAction } from './view';
import { viewVeins } from './view';

/** Lets the person mark where a vein bulges; each touch is on disk before it is shown. */
export function openVeinsPage(watch: Watch): Undo {
  const preferences = openStored(watch.disk, PREFERENCES_FILE);
  let isUnsaved = false;

  const turn = (leg: Leg, zone: Zone): void => {
    const before = preferences.value();
    const name = veinName(leg, zone);
    isUnsaved = !preferences.write(changePreference(before, name, !before.values[name]));
  };
  const act = (action: VeinsAction): void => {
    if (action === 'done') {
      watch.router.goBack();
      return;
    }
    for (const leg of LEGS) ZONES.forEach((zone) => action === `${leg}.${zone}` && turn(leg, zone));
    page.show();
  };
  const page = makePage(
    watch,
    (frame, text) => {
      const { values } = preferences.value();
      const veins = { left: veinsOf('left', values), right: veinsOf('right', values) };
      return viewVeins({ veins, isUnsaved }, frame, text);
    },
    act,
  );
  page.show();
  return page.close;
}
