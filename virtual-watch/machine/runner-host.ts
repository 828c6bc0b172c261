import type { VirtualClock } from './clock';
import type { DeviceFacts } from './device';
import type { Kernel } from './kernel';
import type { LogLevel } from './log';
import type { WatchPackage } from './package';
import type { CardRunner } from './card-runner';
import type { Process } from './process';
import type { Consent, Hardware } from './scope';
import type { Unknowns } from './unknowns';

/** What the runners of the app and its services need from the watch. */
export interface RunnerHost {
  readonly options: Unknowns & { readonly device: DeviceFacts };
  readonly clock: VirtualClock;
  readonly kernel: Kernel;
  readonly hardware: Hardware;
  readonly package: WatchPackage;
  readonly consent: Consent;
  /** Creates a script world with the app in it, which is ended at `endsAt` (ms since boot) at the latest. */
  makeProcess(kind: 'app' | 'service', endsAt?: number): Process;
  readonly cards: CardRunner;
  /** Called when the card has come into sight, so that its timers may fire. */
  cardChanged(): void;
  /** Called when the app in front has ended, however that happened. */
  appEnded(): void;
  print(level: LogLevel, logger: string, args: readonly unknown[]): void;
}
