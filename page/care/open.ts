import type { Undo } from '../../device/watch/clock';
import { goBack } from '../../device/watch/router';
import { wholeScreen } from '../../device/watch/screen';
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
