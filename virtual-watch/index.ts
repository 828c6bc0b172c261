/** A strict model of an Amazfit watch that runs the built package. Start with `VirtualWatch.boot`. */
export { VirtualWatch, type BootOptions } from './watch';
export type { ScreenHold, ScreenView } from './observed';
export { KEYS, readDeviceTable, type DeviceFacts, type Key } from './machine/device';
export { WatchFault, type Fault, type FaultKind } from './machine/faults';
export type { Direction } from './machine/finger';
export type { Alarm } from './machine/alarms';
export { SYSTEM_MODES, WEAR_STATES, type SystemMode, type WearState } from './machine/body';
export type { LogLine } from './machine/log';
export type { Notification } from './machine/notifications';
export { modelledApis, type ModelledApis } from './modelled-apis';
export { readZab, type WatchPackage } from './machine/package';
export { OUT_OF_RANGE, type Radio, type RadioMaker, type Vicinity } from './machine/radio';
export type { Realm, RealmHost } from './machine/realm';
export type { Felt, Pulse, Strength, Unfelt } from './machine/vibrator';
export type { WidgetCall } from './machine/widgets';
