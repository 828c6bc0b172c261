import type { Leg, Zone } from '../../body';
import { LEGS } from '../../body';
import type { SyntaxProblem, Wanted } from '../paste/problem';
import type { Where } from '../where';
import { ZONE_WORDS } from '../where';
import type { PlanPart } from './names';
import { PART_WORDS } from './names';
import type { Sequence } from './sequences';
import type { Token } from './tokens';

export type TimeToken = Token & { readonly kind: 'time' };

/** A zone of a leg and its time. */
interface WrittenZone {
  readonly zone: Zone;
  readonly seconds: number;
  readonly time: TimeToken;
  /** Whether it was named with all others: "every zone". */
  readonly isOfAll: boolean;
}

/** A leg of a plan in words, and where it is named. */
export interface WrittenLeg {
  readonly leg: Leg;
  readonly token: Token;
  readonly zones: WrittenZone[];
  /** Zones that are said not to be done. */
  without?: readonly Zone[];
  /** Whether it was said to be the first one. */
  readonly isFirst?: boolean;
  /** Whether a zone of it was written as one: "calf", not "calves". */
  isOfOne?: boolean;
  /** The word that gave it the zones of another leg. */
  copiedBy?: Token;
}

/** What a plan in words says besides its legs. */
export interface WrittenPart {
  readonly value: unknown;
  readonly token: Token;
}

/** What has been read of a plan in words so far. */
export class Written {
  readonly legs: WrittenLeg[] = [];
  readonly parts = new Map<PlanPart, WrittenPart>();
  readonly totals: TimeToken[] = [];
  readonly sequences: Sequence[] = [];
  /** Legs that are not to be done, and where that is said. */
  readonly leftOut: { readonly leg: Leg; readonly token: Token }[] = [];
  readonly problems: SyntaxProblem[] = [];
  /** The legs that zones belong to. */
  open: readonly WrittenLeg[] = [];

  openLegs(legs: readonly Leg[], token: Token, isFirst = false): void {
    this.open = legs.map((leg) => ({ leg, token, zones: [], isFirst }));
    this.open.forEach((leg) => {
      if ([...this.legs, ...this.leftOut].some(({ leg: known }) => known === leg.leg))
        this.twice(token, { leg: leg.leg });
      else this.legs.push(leg);
    });
  }

  /** Whether the open legs have no zones yet. */
  get isEmpty(): boolean {
    return this.open.every(({ zones }) => zones.length === 0);
  }

  /** Whether one leg is open, and it is this one. */
  isOpen(legs: readonly Leg[]): boolean {
    return legs.length === 1 && this.open.length === 1 && this.open[0]?.leg === legs[0];
  }

  /** Takes the open legs out of the plan, as `token` says. */
  leaveOut(token: Token): void {
    this.open.forEach((leg) => {
      const at = this.legs.indexOf(leg);
      if (at < 0) return;
      this.legs.splice(at, 1);
      this.leftOut.push({ leg: leg.leg, token });
    });
    this.open = [];
  }

  /** Opens both legs in the order in which they were named, if neither has zones yet. Returns whether it did. */
  openAgain(): boolean {
    const areNamed = this.legs.length === LEGS.length && this.legs.every(({ zones }) => zones.length === 0);
    if (areNamed) this.open = this.legs;
    return areNamed;
  }

  /** Puts one of both legs first, after "both legs, right first", if they have no zones yet. Returns whether it did. */
  putFirst(leg: Leg): boolean {
    if (this.open.length !== LEGS.length || !this.isEmpty) return false;
    this.legs.sort((one, other) => Number(other.leg === leg) - Number(one.leg === leg));
    this.open = this.legs;
    return true;
  }

  /** Whether both legs are open and empty, and this one is the second. */
  isSecond(leg: Leg): boolean {
    return this.open.length === LEGS.length && this.isEmpty && this.open[1]?.leg === leg;
  }

  /** Opens both legs after one was named as the first: "start with the right leg". Returns whether it did. */
  openFirst(token: Token): boolean {
    const [first, ...others] = this.legs;
    if (!first?.isFirst || first.zones.length > 0 || others.length + this.leftOut.length > 0) return false;
    this.legs.push(...LEGS.filter((leg) => leg !== first.leg).map((leg) => ({ leg, token, zones: [] })));
    this.open = this.legs;
    return true;
  }

  /** Gives both legs the zones of the last, if the other has none. Returns whether it did. */
  share(by: Token): boolean {
    const [first, last] = this.legs;
    const isOpen = last !== undefined && this.open.includes(last);
    if (!first || !isOpen || (first.zones.length > 0 && !this.open.includes(first))) return false;
    if (first.zones.length === 0) first.zones.push(...last.zones);
    [first.copiedBy, last.copiedBy] = [by, by];
    return true;
  }

  /** Gives the open legs the zones of the leg before. Returns whether there is one that has zones. */
  copy(by: Token): boolean {
    const model = this.legs[this.legs.length - 1 - this.open.length];
    if (!model || model.zones.length === 0) return false;
    this.open.forEach((leg) => {
      leg.zones.push(...model.zones);
      leg.copiedBy = by;
    });
    return true;
  }

  /** Whether a sequence tells only of zones whose times are given; without a leg so far, they may be given later. */
  knows({ zones }: Sequence): boolean {
    const isTimed = (token: Sequence['zones'][number]): boolean =>
      this.legs.some((leg) => leg.zones.some(({ zone }) => token.zones.includes(zone)));
    return this.legs.length === 0 || zones.every(isTimed);
  }

  /** Whether zones are those of both legs, as in "left calf 2 min, right calf 2 min, ankles 1 min each". */
  isOfBoth(name: Token, isEachAfter: boolean): boolean {
    const [leg, ...others] = this.open;
    const isOfOneLeg = leg !== undefined && others.length === 0;
    return isOfOneLeg && isMany(name) && (isEachAfter || leg.isOfOne === true);
  }

  addZones(name: Token, zones: readonly Zone[], time: TimeToken): void {
    this.open.forEach((leg) => {
      leg.isOfOne ||= !isMany(name);
      if (leg.copiedBy) this.unexpected('zone', leg.copiedBy, { leg: leg.leg });
      else
        zones.forEach((zone) => {
          const isKnown = leg.zones.some(({ zone: known }) => known === zone);
          if (isKnown || leg.without?.includes(zone)) this.twice(name, { leg: leg.leg, zone });
          else leg.zones.push({ zone, seconds: time.seconds, time, isOfAll: zones.length > 1 });
        });
    });
  }

  /**
   * Leaves a zone out of legs. If it was listed, it can only be taken out where it was named with all others, or on
   * `isOfOne` of two legs that were given the same zones.
   */
  exclude(legs: readonly WrittenLeg[], zone: Zone, by: Token, isOfOne: boolean): void {
    const isKept = (leg: WrittenLeg, { isOfAll, time }: WrittenZone): boolean => {
      const others = this.legs.filter((other) => other !== leg).flatMap(({ zones }) => zones);
      return !isOfAll && !(isOfOne && others.some((one) => one.zone === zone && one.time === time));
    };
    const listed = legs.flatMap((leg) => leg.zones.filter((one) => one.zone === zone && isKept(leg, one)));
    if (listed.length > 0) this.unexpected('plain', by);
    legs.forEach((leg) => {
      leg.without = [...(leg.without ?? []), zone];
      const at = leg.zones.findIndex((one) => one.zone === zone);
      if (at >= 0) leg.zones.splice(at, 1);
    });
  }

  setPart(part: PlanPart, token: Token, value: unknown, by: Token): void {
    if (part !== 'zoneOrder') this.open = [];
    if (this.parts.has(part)) this.twice(token, { part: PART_WORDS[part] });
    else this.parts.set(part, { value, token: by });
  }

  /** The leg that was not named yet; none if that is not one. */
  otherLeg(): readonly Leg[] {
    const named = [...this.legs, ...this.leftOut];
    return named.length === 1 ? LEGS.filter((leg) => leg !== named[0]?.leg) : [];
  }

  /** The open leg, and a zone of it; the zone alone if it belongs to both legs, of which neither is meant alone. */
  whereOf(token?: Token): Where {
    const zone = token?.kind === 'zones' && token.zones.length === 1 ? token.zones[0] : undefined;
    const [open, other] = this.open;
    if (other) return zone === undefined ? {} : { part: ZONE_WORDS[zone] };
    return { ...(open === undefined ? {} : { leg: open.leg }), ...(zone === undefined ? {} : { zone }) };
  }

  unexpected(wanted: Wanted, { text, line, sign }: Token, where?: Where): void {
    const told = where && Object.keys(where).length > 0 ? { where } : {};
    this.problems.push({ code: 'unexpected', wanted, found: text, line, sign, ...told });
  }

  twice({ text, line, sign }: Token, where: Where): void {
    this.problems.push({ code: 'keyTwice', name: text, line, sign, where });
  }
}

/** Names of many in English; other names end otherwise, except for lists of zones. */
function isMany(name: Token): boolean {
  return name.kind === 'zones' && name.zones.length === 1 && /s$/i.test(name.text);
}
