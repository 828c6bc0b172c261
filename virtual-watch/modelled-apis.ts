import type { DeviceFacts } from './machine/device';
import { Machine } from './machine/machine';
import { makePackage } from './machine/package';
import { OUT_OF_RANGE } from './machine/radio';
import type { RealmHost } from './machine/realm';
import { DEFAULT_UNKNOWNS } from './machine/unknowns';
import { encodeUtf8 } from './machine/utf8';
import { SINGLE_PROPS, WIDGET_SPECS, WIDGET_TYPES } from './machine/widget-specs';
import { modelledMembers } from './zos/index';

/** The APIs of the virtual watch, for documentation. Any other API throws an error with its name. */
export interface ModelledApis {
  /** Members by module; methods of classes are written `Vibrator.start`. */
  readonly modules: Readonly<Record<string, readonly string[]>>;
  /** Properties by widget. */
  readonly widgets: Readonly<Record<string, readonly string[]>>;
  /** Members of `prop`. */
  readonly props: readonly string[];
}

/** Read from the modules themselves, opened for an app that does nothing. */
export function modelledApis(host: RealmHost, device: DeviceFacts): ModelledApis {
  const idle = { 'app.js': encodeUtf8(''), 'app.json': encodeUtf8('{}') };
  const machine = new Machine({
    ...{ device, host, radio: () => OUT_OF_RANGE, package: makePackage(device, idle, {}), language: 'en-US' },
    ...{ startAt: 0, seed: 0, diskBytes: 0, ...DEFAULT_UNKNOWNS },
  });
  const process = machine.makeProcess('app');
  const modules = modelledMembers(process.app.scope);
  process.lifetime.end();
  return {
    modules,
    widgets: Object.fromEntries(WIDGET_TYPES.map((type) => [type, Object.keys(WIDGET_SPECS[type])])),
    props: ['MORE', 'VISIBLE', 'DATASET', ...Object.keys(SINGLE_PROPS)],
  };
}
