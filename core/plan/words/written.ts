import type { Leg, Zone } from '../../body';
import { LEGS } from '../../body';
import type { SyntaxProblem, Wanted } from '../paste/problem';
import type { Where } from '../where';
import type { PlanPart } from './names';
import { PART_WORDS } from './names';
import type { Token } from './tokens';

export type TimeToken = Token & { readonly kind: 'time' };

/** A leg of a plan in words, and where it is named. */
export interface WrittenLeg {
  readonly leg: Leg;
  readonly token: Token;
  readonly zones: { readonly zone: Zone; readonly seconds: number; readonly time: TimeToken }[];
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
  readonly problems: SyntaxProblem[] = [];
  /** The legs that zones belong to. */
  open: readonly WrittenLeg[] = [];

  openLegs(legs: readonly Leg[], token: Token): void {
    this.open = legs.map((leg) => ({ leg, token, zones: [] }));
    this.open.forEach((leg) => {
      if (this.legs.some(({ leg: known }) => known === leg.leg)) this.twice(token, { leg: leg.leg });
      else this.legs.push(leg);
    });
  }

  addZones(name: Token, zones: readonly Zone[], time: TimeToken): void {
    this.open.forEach((leg) => {
      if (leg.copiedBy) this.unexpected('zone', leg.copiedBy, { leg: leg.leg });
      else
        zones.forEach((zone) => {
          if (leg.zones.some(({ zone: known }) => known === zone)) this.twice(name, { leg: leg.leg, zone });
          else leg.zones.push({ zone, seconds: time.seconds, time });
        });
    });
  }

  setPart(part: PlanPart, token: Token, value: unknown, by: Token): void {
    if (part !== 'zoneOrder') this.open = [];
    if (this.parts.has(part)) this.twice(token, { part: PART_WORDS[part] });
    else this.parts.set(part, { value, token: by });
  }

  /** The leg that was not named yet; none if that is not one. */
  otherLeg(): readonly Leg[] {
    return this.legs.length === 1 ? LEGS.filter((leg) => leg !== this.legs[0]?.leg) : [];
  }

  /** The open leg, and a zone of it. */
  whereOf(token?: Token): Where {
    const leg = this.open[0]?.leg;
    const zone = token?.kind === 'zones' && token.zones.length === 1 ? token.zones[0] : undefined;
    return { ...(leg === undefined ? {} : { leg }), ...(zone === undefined ? {} : { zone }) };
  }

  unexpected(wanted: Wanted, { text, line, sign }: Token, where?: Where): void {
    const told = where && Object.keys(where).length > 0 ? { where } : {};
    this.problems.push({ code: 'unexpected', wanted, found: text, line, sign, ...told });
  }

  twice({ text, line, sign }: Token, where: Where): void {
    this.problems.push({ code: 'keyTwice', name: text, line, sign, where });
  }
}
