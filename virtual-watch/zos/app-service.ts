import type * as Zos from '@zos/app-service';

import { intoRealm } from '../machine/realm';
import { SERVICE_CODES, type Scope } from '../machine/scope';
import type { ZosModule } from './module';
import { checkOption } from './options';
import { serviceTarget } from './target';

// Typed as returning a boolean; the docs and apps use codes, 0 for success.
type AppService = Readonly<Record<'start' | 'stop', (option: unknown) => number>> &
  Pick<typeof Zos, 'getAllAppServices' | 'exit'>;

/** Continuous services. */
export const appService: ZosModule = {
  name: '@zos/app-service',
  permission: 'device:os.bg_service',
  inService: 'all',
  make: (scope) =>
    ({
      start(option) {
        const wanted = checkOption(scope, 'app-service.start', option, {
          file: 'string?',
          url: 'string?',
          param: 'string?',
          complete_func: 'function',
          reload: 'boolean?',
        });
        const file = fileOf(scope, wanted.file ?? wanted.url);
        const code = scope.system.startService(file, wanted.param, wanted.reload ?? true);
        report(scope, wanted.complete_func, file, code);
        return code;
      },
      stop(option) {
        const wanted = checkOption(scope, 'app-service.stop', option, {
          file: 'string?',
          url: 'string?',
          complete_func: 'function',
        });
        const file = fileOf(scope, wanted.file ?? wanted.url);
        const code = scope.system.stopService(file);
        report(scope, wanted.complete_func, file, code);
        return code;
      },
      getAllAppServices: () => intoRealm(scope.realm, scope.system.runningServices()) as string[],
      exit() {
        if (scope.kind !== 'service') scope.misuse('app-service.exit is called in a service');
        scope.system.stopService(scope.by);
      },
    }) satisfies AppService,
};

/** The docs call the key `file`; an official sample and ZML call it `url`. */
function fileOf(scope: Scope, url: string | undefined): string {
  if (url === undefined) return scope.misuse('app-service: file is missing');
  return serviceTarget(scope, 'app-service', url);
}

type Complete = (...args: readonly unknown[]) => unknown;

/** The result is also passed to a callback, later. */
function report(scope: Scope, complete: Complete, file: string, code: number): void {
  const result = intoRealm(scope.realm, { file, result: code === SERVICE_CODES.success });
  scope.hardware.clock.after(0, () => scope.enter('complete_func', () => complete(result)));
}
