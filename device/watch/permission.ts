import { queryPermission, requestPermission } from '@zos/app';

const RUNS_SERVICES = 'device:os.bg_service';

/** What `queryPermission` answers for a permission that is given (Zepp OS docs, queryPermission). */
const GIVEN = 2;

/** Whether the person allows a continuous service. */
export function mayRunServices(): boolean {
  return queryPermission({ permissions: [RUNS_SERVICES] })[0] === GIVEN;
}

/**
 * Asks the person to allow a continuous service. To be called from a touch only. What the callback is told is not
 * relied on: one watch answered no when the person had said yes (docs/platform.md).
 */
export function askForServices(): void {
  requestPermission({ permissions: [RUNS_SERVICES], callback: () => undefined });
}
