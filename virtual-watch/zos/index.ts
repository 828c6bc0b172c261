import type { Scope } from '../machine/scope';
import { alarm } from './alarm';
import { app } from './app';
import { appService } from './app-service';
import { ble, makeTransferFile } from './ble';
import { device } from './device';
import { display } from './display';
import { fs } from './fs';
import { i18n } from './i18n';
import { interaction } from './interaction';
import { membersOf, openModule, type ZosModule } from './module';
import { notification } from './notification';
import { page } from './page';
import { router } from './router';
import { sensor } from './sensor';
import { settings } from './settings';
import { timer } from './timer';
import { ui } from './ui';
import { utils } from './utils';

/** All modelled modules under `@zos/`. */
const ZOS_MODULES: readonly ZosModule[] = [
  alarm,
  app,
  appService,
  ble,
  device,
  display,
  fs,
  i18n,
  interaction,
  notification,
  page,
  router,
  sensor,
  settings,
  timer,
  ui,
  utils,
];

const TRANSFER_FILE = '@zos/ble/TransferFile';

/** `require` as a file of the package sees it. Each module is opened once for each file. */
export function makeRequire(scope: Scope): (name: string) => unknown {
  const opened = new Map<string, unknown>();
  return (name) => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const made = open(name, scope);
    opened.set(name, made);
    return made;
  };
}

function open(name: string, scope: Scope): unknown {
  if (name === TRANSFER_FILE) return makeTransferFile((what) => scope.notModelled(what));
  const module = ZOS_MODULES.find((candidate) => candidate.name === name);
  return module === undefined ? scope.notModelled(name) : openModule(module, scope);
}

/** The modelled members by module; `scope` can be any scope, since nothing in it is called. */
export function modelledMembers(scope: Scope): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(ZOS_MODULES.map((module) => [module.name, membersOf(module, scope)]));
}
