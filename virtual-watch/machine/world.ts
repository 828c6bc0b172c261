import { removeWhatAWatchHasNot } from './absent';
import { makeBufferClass } from './buffer';
import type { LogLevel } from './log';
import { LOG_LEVELS } from './log';
import type { Realm, RealmGlobal } from './realm';
import { giveZone, type Zone } from './zone';

/** What a world needs from the watch. */
export interface Surroundings {
  /** Time of day in ms since 1970 UTC. */
  wall(): number;
  /** The watch's time zone; undefined for the host's. */
  zone?(): Zone | undefined;
  /** In [0, 1). */
  random(): number;
  print(level: LogLevel, args: readonly unknown[]): void;
}

/**
 * Turns a bare script world into a watch's: removes what its engine lacks, and adds its clock, random numbers and
 * console.
 */
export function furnish(realm: Realm, surroundings: Surroundings): void {
  removeWhatAWatchHasNot(realm);
  giveSurroundings(realm, surroundings);
}

/** Adds only the clock, the random numbers, the console, and `Buffer`, which the worlds of the Zepp app also have. */
export function giveSurroundings(realm: Realm, surroundings: Surroundings): void {
  const { global } = realm;
  const { random, wall } = lent(realm, {
    random: () => surroundings.random(),
    wall: () => surroundings.wall(),
  });
  global.Math.random = () => random();
  const zone = (): Zone | undefined => surroundings.zone?.();
  const Date = makeDate(global, wall, zone);
  Object.defineProperty(global, 'Date', { value: Date, writable: true, configurable: true });
  global['console'] = Object.fromEntries(
    LOG_LEVELS.map((level) => [level, (...args: readonly unknown[]) => surroundings.print(level, args)]),
  );
  global['Buffer'] = makeBufferClass(realm);
}

/** Marks something whose work a measuring host should not count as the scripts' own. */
export function lent<Offered extends object>(realm: Realm, offered: Offered): Offered {
  return realm.lend?.(offered) ?? offered;
}

/** The world's own `Date`, except that the present is the virtual clock's. */
function makeDate(global: RealmGlobal, wall: () => number, zone: () => Zone | undefined): DateConstructor {
  const RealDate = global.Date;
  if (RealDate !== Date) giveZone(RealDate, zone);
  // A class of its own rather than another `constructor` on the engine's: V8 compares the owner of that property with
  // every world that is still in memory.
  class VirtualDate extends RealDate {
    static override now(): number {
      return Math.floor(wall());
    }
    constructor(...args: readonly unknown[]) {
      if (args.length > 1 && zone())
        throw new Error('new Date(year, month, …) is not modelled on a watch that was given a time zone');
      super(...((args.length === 0 ? [wall()] : args) as ConstructorParameters<DateConstructor>));
    }
  }
  return new Proxy(VirtualDate as DateConstructor, { apply: () => String(new VirtualDate()) });
}
