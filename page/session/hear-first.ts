import { ok } from '../../core/result';
import type { Hosted } from '../../device/session/host';
import type { Watch } from '../../device/watch/watch';

/**
 * A session that was paused when this page took it up may have waited for long, and a leg of it been locked on the phone meanwhile. So the
 * start page, which speaks to the phone, asks once in a launch before it goes on, and leads back here. Where the watch has no
 * phone beside it, or pages hand nothing on to one another, the session goes on by what the watch knows.
 */
export function hearFirst({ bluetooth, launch, router }: Watch, session: Hosted): Hosted {
  const memory = launch.memory();
  const isOld = session.isPaused() && memory.landed === true;
  if (memory.phoneAsked === 'asking') {
    memory.phoneAsked = 'asked';
    session.tell('resume');
  }
  return {
    ...session,
    tell(what) {
      const isAsked = memory.phoneAsked !== undefined || !bluetooth.isConnected();
      if (what !== 'resume' || !isOld || isAsked) return session.tell(what);
      memory.phoneAsked = 'asking';
      router.goTo('start');
      return ok(undefined);
    },
  };
}
