import type * as Zos from '@zos/router';

import type { Scope } from '../machine/scope';
import type { ZosModule } from './module';
import { checkOption } from './options';
import { pageTarget } from './target';

type Router = Pick<typeof Zos, 'push' | 'replace' | 'back' | 'home' | 'exit'>;

export const router: ZosModule = {
  name: '@zos/router',
  // Not in the docs' table, but woken services have been seen to launch their app.
  inService: (member) => member === 'launchApp',
  inCard: (member) => member === 'push' || member === 'launchApp',
  make: (scope) =>
    ({
      push: (option) => go(scope, 'push', option),
      replace: (option) => go(scope, 'replace', option),
      back: () => scope.system.navigate({ kind: 'back' }),
      home: () => scope.system.navigate({ kind: 'home' }),
      exit: () => scope.system.navigate({ kind: 'exit' }),
      launchApp: (option: unknown) => launch(scope, option),
    }) satisfies Router & Readonly<Record<'launchApp', unknown>>,
};

function go(scope: Scope, kind: 'push' | 'replace', option: unknown): void {
  const { url, params } = checkOption(scope, kind, option, { url: 'string', params: 'any?' });
  const move = scope.kind === 'card' ? 'open' : kind;
  scope.system.navigate({ kind: move, url: pageTarget(scope, kind, url), params: paramsText(params) });
}

/** Launches the app itself; there is no other on the virtual watch. `native` is typed and documented as required. */
function launch(scope: Scope, option: unknown): void {
  const { appId, url, params } = checkOption(scope, 'launchApp', option, {
    appId: 'number',
    url: 'string',
    native: 'boolean?',
    params: 'any?',
  });
  if (appId !== scope.package.manifest.app.appId) scope.notModelled(`launchApp of the app ${appId}`);
  scope.system.navigate({
    kind: 'launch',
    url: pageTarget(scope, 'launchApp', url),
    params: paramsText(params),
  });
}

/** An object is passed as JSON (Zepp OS docs, push). */
function paramsText(params: unknown): string | undefined {
  return params === undefined || typeof params === 'string' ? params : JSON.stringify(params);
}
