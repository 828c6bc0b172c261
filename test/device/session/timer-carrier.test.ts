import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { makeRoutine } from '../../../core/routine';
import { openCues, startSession } from '../../../core/session/session';
import { SECOND } from '../../../core/time';
import { TIMER_SERVICE, timerCarrier } from '../../../device/session/timer-carrier';
import { fakeWatch } from '../fake-watch';

const session = startSession('id', makeRoutine(DEFAULT_PLAN), 0);

test('a service that the watch refuses is asked for once more, a second later', () => {
  const { watch, services, advance } = fakeWatch();
  services.takes = false;
  const carrier = timerCarrier(watch.services, watch.clock);
  carrier.arm(session, openCues(session));
  expect(carrier.started()).toBe(false);
  services.takes = true;
  advance(SECOND);
  expect(carrier.started()).toBe(true);
  expect(services.running).toEqual([TIMER_SERVICE]);
});

test('a service is started for no session that has no cue to come', () => {
  const { watch, services } = fakeWatch();
  timerCarrier(watch.services, watch.clock).arm(session, []);
  expect(services.running).toEqual([]);
});

test('what it was armed for is forgotten with its service, and nothing is started after that', () => {
  const { watch, services, advance } = fakeWatch();
  services.takes = false;
  const carrier = timerCarrier(watch.services, watch.clock);
  carrier.arm(session, openCues(session));
  carrier.forget();
  services.takes = true;
  advance(10 * SECOND);
  expect(carrier.started()).toBe(false);
  expect(services.running).toEqual([]);
});
