import { queryPermission, requestPermission } from '@zos/app';
import { start, stop } from '@zos/app-service';

const FILE = 'app-service/beat';
const BACKGROUND = ['device:os.bg_service'];
/** The value of `queryPermission` for a granted permission (Zepp OS docs). */
const ALLOWED = 2;

/**
 * Starts the service that buzzes by its own timer, asking the person first if necessary; `tell` is called with the
 * result of `start`.
 */
export function startTimerService(note: string, tell: (answer: string) => void): void {
  const begin = (): void => {
    const answer: unknown = start({ file: FILE, param: note, reload: false, complete_func: () => undefined });
    tell(String(answer));
  };
  if (queryPermission({ permissions: BACKGROUND })[0] === ALLOWED) begin();
  else requestPermission({ permissions: BACKGROUND, callback: begin });
}

export function stopTimerService(): void {
  stop({ file: FILE, complete_func: () => undefined });
}
