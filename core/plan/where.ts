import type { Leg, Zone } from '../body';
import { isLeg, isZone } from '../body';
import { isFields } from '../json';
import type { Sentence } from '../sentence';

/** What a place in a plan refers to. A leg or zone with an unknown name is given by its number, from 1. */
export interface Where {
  readonly leg?: Leg | number;
  readonly zone?: Zone | number;
  /** The line of a plan in words. */
  readonly part?: string;
  /** The last field of the path; absent for a leg or zone itself. */
  readonly field?: string;
}

/** Resolves the `place` of a problem (`legs[0].zones[2].seconds`) in the plan that it was found in. */
export function whereIn(input: unknown, place: string): Where {
  const [, leg, zone] = /^legs\[(\d+)\](?:\.zones\[(\d+)\])?/.exec(place) ?? [];
  const field = /(?:^|\.)(\w+)$/.exec(place)?.[1];
  const legEntry = leg === undefined ? undefined : entryOf(input, 'legs', Number(leg));
  const zoneEntry = zone === undefined ? undefined : entryOf(legEntry, 'zones', Number(zone));
  return {
    ...(leg === undefined ? {} : { leg: nameIn(legEntry, 'leg', isLeg) ?? Number(leg) + 1 }),
    ...(zone === undefined ? {} : { zone: nameIn(zoneEntry, 'zone', isZone) ?? Number(zone) + 1 }),
    ...(field === undefined ? {} : { field }),
  };
}

/** The names of legs and zones within a sentence and in a plan written in words. */
export const LEG_WORDS: Readonly<Record<Leg, string>> = { left: 'Left leg', right: 'Right leg' };
export const ZONE_WORDS: Readonly<Record<Zone, string>> = {
  ankle: 'ankle',
  calf: 'calf',
  knee: 'knee',
  lowerThigh: 'lower thigh',
  upperThigh: 'upper thigh',
};

/** Other names for the place of a problem. */
export const WHERE_TEXTS = {
  zone: '{leg}, {zone}',
  field: '{where} ({field})',
  legNumber: 'Leg number {count}',
  zoneNumber: 'zone number {count}',
} as const;

/** A place in words, such as `Right leg, calf (seconds)`; a field of the plan itself keeps its name. */
export function placeInWords(place: string, { leg, zone, field, part }: Where): Sentence | string {
  if (leg === undefined) return part === undefined ? place : { text: part, values: {} };
  const legName = named(leg, LEG_WORDS, WHERE_TEXTS.legNumber);
  const name =
    zone === undefined
      ? legName
      : {
          text: WHERE_TEXTS.zone,
          values: { leg: legName, zone: named(zone, ZONE_WORDS, WHERE_TEXTS.zoneNumber) },
        };
  const isField = field !== undefined && place.endsWith(`.${field}`);
  return isField ? { text: WHERE_TEXTS.field, values: { where: name, field } } : name;
}

function named<Name extends string>(
  name: Name | number,
  words: Readonly<Record<Name, string>>,
  numbered: string,
): Sentence {
  return typeof name === 'number'
    ? { text: numbered, values: { count: name } }
    : { text: words[name], values: {} };
}

function entryOf(parent: unknown, list: string, at: number): unknown {
  const entries = isFields(parent) ? parent[list] : undefined;
  return Array.isArray(entries) ? (entries as readonly unknown[])[at] : undefined;
}

function nameIn<Name>(
  entry: unknown,
  key: string,
  isName: (name: unknown) => name is Name,
): Name | undefined {
  const name = isFields(entry) ? entry[key] : undefined;
  return isName(name) ? name : undefined;
}
