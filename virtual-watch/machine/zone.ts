/** Time zones of the virtual watch. The clock counts in UTC; a zone gives the local time. */

/** Minutes by which local time is ahead of UTC at an instant (ms since 1970 UTC). */
export type Zone = (at: number) => number;

/** The zone of the computer that the virtual watch runs on. */
export const HOST_ZONE: Zone = (at) => -new Date(at).getTimezoneOffset();

/** A zone by its IANA name, such as `Europe/Berlin`, including daylight saving time; throws if there is none. */
export function zoneNamed(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (at) => {
    // All present-day zones change only at a whole quarter of an hour.
    const quarter = Math.floor(at / QUARTER);
    const offset = known.get(quarter) ?? offsetIn(format, quarter * QUARTER);
    known.set(quarter, offset);
    return offset;
  };
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** Parses `GMT`, `GMT+05:30` and the like. */
function offsetIn(format: Intl.DateTimeFormat, at: number): number {
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '', hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const GETTERS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const SETTERS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const PRINTERS = ['toString', 'toDateString', 'toTimeString'] as const;

type Method = (this: Date, ...args: unknown[]) => unknown;

/**
 * Makes a world's `Date` use the zone that `zone` returns, or the host's if it returns none. With a zone set, members
 * of `Date` that would still use the host's local time throw instead.
 */
export function giveZone({ prototype }: DateConstructor, zone: () => Zone | undefined): void {
  const replace = (name: string, inZone: (there: Zone, at: Date) => unknown): void => {
    const own = Reflect.get(prototype, name) as Method;
    const value: Method = function (...args) {
      const there = zone();
      return there ? inZone(there, this) : Reflect.apply(own, this, args);
    };
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  };
  replace('getTimezoneOffset', (there, at) => -there(at.getTime()));
  for (const part of GETTERS) {
    const ofUtc = Reflect.get(prototype, `getUTC${part}`) as Method;
    replace(`get${part}`, (there, at) => {
      const shifted = new Date(at.getTime() + there(at.getTime()) * MINUTE);
      return Reflect.apply(ofUtc, shifted, []);
    });
  }
  for (const name of [...SETTERS.map((part) => `set${part}`), ...PRINTERS]) {
    replace(name, () => {
      throw new Error(`Date.${name} is not modelled on a watch that was given a time zone`);
    });
  }
}
