import type * as Zos from '@zos/app';

import { intoRealm } from '../machine/realm';
import type { Scope } from '../machine/scope';
import type { ZosModule } from './module';
import { checkOption, checkValue } from './options';

type App = Pick<
  typeof Zos,
  | 'getPackageInfo'
  | 'getScene'
  | 'queryPermission'
  | 'requestPermission'
  | 'SCENE_APP'
  | 'SCENE_WATCHFACE'
  | 'SCENE_SETTINGS'
  | 'SCENE_AOD'
>;
// In neither the typings nor the docs; ZML uses them to pass answers between pages.
type Messages = Readonly<Record<'onMessage' | 'offMessage' | 'postMessage', unknown>>;

const SCENES = { SCENE_APP: 1, SCENE_WATCHFACE: 2, SCENE_SETTINGS: 3, SCENE_AOD: 4 } as const;

const BACKGROUND = 'device:os.bg_service';
/** Answers of `queryPermission` (Zepp OS docs). */
const QUERY = { notAuthorized: 0, unknown: 1, authorized: 2 } as const;
/** Answers of `requestPermission` (Zepp OS docs). */
const REQUEST = { asking: 0, nothingToAsk: 1, authorized: 2 } as const;

export const app: ZosModule = {
  name: '@zos/app',
  inService: (member) => /^(get|on|off|post|SCENE)/.test(member),
  // ZML passes an answer on with these, even after the page that asked has been left.
  outlivePage: (member) => member.endsWith('Message'),
  make: (scope) => {
    const messages = messagesOf(scope);
    return {
      ...SCENES,
      getPackageInfo: () => intoRealm(scope.realm, packageInfo(scope)) as Zos.getPackageInfo.Result,
      getScene: () => (scope.kind === 'service' ? SCENES.SCENE_WATCHFACE : SCENES.SCENE_APP),
      queryPermission(option) {
        const names = permissionsOf(scope, 'queryPermission', option, false);
        return intoRealm(
          scope.realm,
          names.map((name) => query(scope, name)),
        ) as Zos.queryPermission.Result;
      },
      requestPermission: (option) => requestPermission(scope, option),
      ...messages,
    } satisfies App & Messages;
  },
};

/** Some fields of `app.json`, those of `app` at the top level. */
function packageInfo({ package: { manifest } }: Scope): unknown {
  const { appId, appName, version, icon, vender, description } = manifest.app;
  return { appId, name: appName, type: 'app', version: version.name, icon, vender, description };
}

type Listener = (...args: readonly unknown[]) => void;

/** Listeners by world, so that one page hears what another posts. */
const worlds = new WeakMap<object, Map<string, Set<Listener>>>();

function messagesOf(scope: Scope) {
  const known = worlds.get(scope.realm) ?? new Map<string, Set<Listener>>();
  worlds.set(scope.realm, known);
  return {
    onMessage(name: string, listener: Listener): void {
      checkValue(scope, 'onMessage: listener', listener, 'function');
      known.set(name, (known.get(name) ?? new Set()).add(listener));
      scope.lifetime.own(() => known.get(name)?.delete(listener));
    },
    offMessage(name: string): void {
      known.delete(name);
    },
    postMessage(name: string, ...args: readonly unknown[]): void {
      // ZML (0.0.43) drops a listener's first argument and takes the rest for the message; what the first is, is
      // undocumented.
      for (const listener of [...(known.get(name) ?? [])]) listener(name, ...args);
    },
  };
}

function permissionsOf(scope: Scope, api: string, option: unknown, hasCallback: boolean): readonly string[] {
  const shape = { permissions: 'array', callback: hasCallback ? 'function' : 'function?' } as const;
  const { permissions } = checkOption(scope, api, option, shape);
  if (permissions.length === 0) scope.misuse(`${api}: permissions is empty`);
  return permissions.map((name) => checkValue(scope, `${api}: permissions`, name, 'string'));
}

/** The person is asked only about running in the background; anything else is granted by being in `app.json`. */
function query(scope: Scope, name: string): number {
  if (!scope.package.manifest.permissions.includes(name)) return QUERY.unknown;
  const isAuthorized = name !== BACKGROUND || scope.system.consent() === 'granted';
  return isAuthorized ? QUERY.authorized : QUERY.notAuthorized;
}

function requestPermission(scope: Scope, option: unknown): number {
  const names = permissionsOf(scope, 'requestPermission', option, true);
  const { callback } = option as Zos.requestPermission.Option;
  const answers = names.map((name) => query(scope, name));
  if (answers.includes(QUERY.unknown)) return REQUEST.nothingToAsk;
  if (!answers.includes(QUERY.notAuthorized)) return REQUEST.authorized;
  if (!scope.system.isAnsweringPerson())
    scope.misuse('requestPermission: the dialog comes up only in answer to a touch');
  scope.system.askConsent(() => {
    scope.enter('requestPermission', () => {
      callback(
        intoRealm(
          scope.realm,
          names.map((name) => query(scope, name)),
        ) as number[],
      );
    });
  });
  return REQUEST.asking;
}
