import { makePage } from '../../device/ui/page';
import { singleTouch } from '../../device/ui/single-touch';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { lockScreen } from './state';
import type { LockAction } from './view';
import { viewLock } from './view';

/** Says why legs are locked, and lets the person state that a doctor looked at one, and when. */
export function openLockPage(watch: Watch): Undo {
  const { clock, router, scroll } = watch;
  const screen = lockScreen(watch);
  let state = screen.why();
  const page = makePage<LockAction>(
    watch,
    (frame, words) => viewLock(state, frame, words),
    singleTouch(clock, (action) => {
      if (action !== 'done') state = screen.after(action);
      if (action === 'done' || (action === 'unlock' && !screen.isAnyLocked())) {
        router.goBack();
        return;
      }
      page.show();
      scroll.toTop();
    }),
  );
  page.show();
  return page.close;
}
