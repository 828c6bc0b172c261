import { isFields, isWhole } from '../json';
import { lazily } from '../lazily';
import type { Stored } from './stored';

/**
 * The source of this watch's ids: a random name and how many ids it has given out. An id needs no clock and is unique
 * as long as the identity is on disk before the id is used.
 */
export interface Identity {
  /** `DEVICE_ID_LENGTH` characters of `DEVICE_ID_ALPHABET`. */
  readonly device: string;
  readonly count: number;
}

/** 32 characters that cannot be confused when an id is read aloud: no 0, 1, i or o. */
export const DEVICE_ID_ALPHABET = '23456789abcdefghjklmnpqrstuvwxyz';

/** Ten characters of 32 give about 1.1e15 names, so that no two watches of one person ever share a name. */
export const DEVICE_ID_LENGTH = 10;

/** The identity of a watch that has none or whose identity cannot be read. `random` returns numbers in [0, 1). */
export function newIdentity(random: () => number): Identity {
  let device = '';
  while (device.length < DEVICE_ID_LENGTH) {
    device += DEVICE_ID_ALPHABET.charAt(Math.floor(random() * DEVICE_ID_ALPHABET.length));
  }
  return { device, count: 0 };
}

/** The next id, and the identity that must be on disk before the id is used. */
export function nextId({ device, count }: Identity): { readonly id: string; readonly identity: Identity } {
  const identity = { device, count: count + 1 };
  return { id: makeId(device, identity.count), identity };
}

/** The id number `count` of the watch `device`. */
export function makeId(device: string, count: number): string {
  return `${device}-${count}`;
}

/** Whether the same watch gave out `id` after `other`; false for ids of two different watches. */
export function cameAfter(id: string, other: string): boolean {
  const [device, count] = id.split('-');
  const [otherDevice, otherCount] = other.split('-');
  return device === otherDevice && Number(count) > Number(otherCount);
}

/**
 * The file of the identity. A damaged one is not repaired: a new identity has a new name, so it never repeats an id.
 */
export const IDENTITY_FILE: Stored<Identity | undefined> = {
  name: 'identity',
  version: 1,
  initial: undefined,
  write: (identity) => identity && { version: 1, device: identity.device, count: identity.count },
  read(json) {
    if (!isFields(json)) return undefined;
    const { device, count } = json;
    const isDevice = typeof device === 'string' && DEVICE_ID().test(device);
    return isDevice && isWhole(count) ? { value: { device, count } } : undefined;
  },
};

const DEVICE_ID = lazily(() => new RegExp(`^[${DEVICE_ID_ALPHABET}]{${DEVICE_ID_LENGTH}}$`));
