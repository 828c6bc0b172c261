import { queryPermission, requestPermission } from '@zos/app';
import type { Fact } from '../../core/fact';
import { answerOf, attempt } from './fence';

export interface Permission {
  /** Whether the person allows a continuous service. */
  mayRunServices(): Fact;
  /**
   * Asks the person to allow a continuous service. To be called from a touch only. What the callback is told is not
   * relied on: one watch answered no when the person had said yes (docs/platform.md).
   */
  askForServices(): void;
}

const RUNS_SERVICES = 'device:os.bg_service';

/** What `queryPermission` answers for a permission that is given or not (Zepp OS docs, queryPermission). */
const GIVEN = 2;
const NOT_GIVEN = 0;

export const watchPermission: Permission = {
  mayRunServices() {
    const answers = answerOf(() => queryPermission({ permissions: [RUNS_SERVICES] }));
    const answer: unknown = Array.isArray(answers) ? answers[0] : undefined;
    if (answer === GIVEN) return 'yes';
    return answer === NOT_GIVEN ? 'no' : 'unknown';
  },
  askForServices() {
    attempt(() => {
      requestPermission({ permissions: [RUNS_SERVICES], callback: () => undefined });
    });
  },
};
