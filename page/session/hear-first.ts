import { ok } from '../../core/result';
import type { Hosted } from '../../device/session/host';
import type { Watch } from '../../device/watch/watch';

/**
 * A session that was paused when this page took it up may have waited long, and a leg may have been locked on the phone
 * meanwhile. So before it goes on, the start page, which talks to the phone, asks once per launch and leads back here.
 * Without a phone nearby, or if pages cannot pass data to one another, the session goes on by what the watch knows.
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
