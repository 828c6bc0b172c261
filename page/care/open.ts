import type { Undo } from '../../device/clock';
import { goBack } from '../../device/route';
import { wholeScreen } from '../../device/screen-frame';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import { viewCare } from './view';

/** Shows when not to massage. */
export function openCarePage(): Undo {
  const mounted = mount(viewCare(wholeScreen(), text), goBack);
  return () => {
    mounted.unmount();
  };
}
