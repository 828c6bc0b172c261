import type { Leg } from '../../body';
import type { Wanted } from '../paste/problem';
import type { Where } from '../where';
import type { LegsToken, ZonesToken } from './exclusions';
import { exclusionIn, zoneLeftOut } from './exclusions';
import { PART_WORDS } from './names';
import { before, joins, pauseOfNothing, placeOf, zoneAfter } from './neighbours';
import type { Token, Unit } from './tokens';
import { isFiller } from './tokens';
import { topicAmong } from './topics';
import type { TimeToken, WrittenLeg } from './written';
import { Written } from './written';

/** Leaves a unit at its first problem. */
export class Refusal extends Error {}

/** A statement that is not complete: what has been read of it, what it waits for, and how it is refused. */
export abstract class Statement {
  readonly written = new Written();
  isAround = false;
  isBroken = false;
  /** Zones, a part or a word such as "same" that wait for what follows, in this unit or the next. */
  protected zones: (Token & { readonly kind: 'zones' })[] = [];
  protected part: (Token & { readonly kind: 'part' }) | undefined;
  /** The same within a unit. */
  protected time: TimeToken | undefined;
  protected isEach = false;
  protected same: Token | undefined;
  protected off: Token | undefined;
  /** What means nothing to a plan, since the last thing that does. */
  protected loose: Token[] = [];
  /** Legs that are only mentioned among the words of a statement. */
  readonly mentioned: LegsToken[] = [];
  /** What the last thing read was. */
  protected last: 'none' | 'head' | 'zone' | 'part' = 'none';
  protected isLooselyPaired = false;
  /** The index of the first token that is not read yet; later than the next one after words that were read together. */
  protected unread = 0;
  protected unit: Unit = { tokens: [], endsInColon: false };

  get isWaiting(): boolean {
    return this.zones.length > 0 || this.part !== undefined;
  }

  /** Refuses what waits for something else, at `found` or where it stands. */
  protected wait(found?: Token): void {
    const [zone] = this.zones;
    if (zone) this.refuse('time', found ?? zone, this.written.whereOf(zone));
    if (this.part) {
      const wanted = this.part.part === 'zoneOrder' ? 'order' : 'time';
      this.refuse(wanted, found ?? this.part, { part: PART_WORDS[this.part.part] });
    }
    this.dropTime();
  }

  protected dropTime(): void {
    if (this.time && !this.isEach) this.refuse('zone', this.time);
    [this.time, this.isEach] = [undefined, false];
  }

  /** Refuses words within a statement. */
  protected checkLoose(token: Token): void {
    const [first] = this.loose;
    if (!first) return;
    const isLead = this.last === 'head' && token.after === 'colon';
    if (isLead && this.loose.every(({ kind }) => kind === 'unknown')) {
      this.leave();
      return;
    }
    const isInside = this.last !== 'none';
    this.refuse(isInside ? 'zone' : 'part', first);
  }

  /** Passes over the words before a statement. A number alone may belong to it. */
  protected leave(): void {
    const odd = this.loose.find(({ kind }) => kind === 'number' || kind === 'time');
    if (odd && (this.last !== 'none' || !this.loose.some(({ kind }) => kind === 'unknown'))) {
      this.refuse('zone', odd);
    }
    const topic = topicAmong(this.#aroundLoose());
    if (topic) this.refuse('plain', topic);
    this.isAround ||= this.loose.length > 0;
    this.loose = [];
  }

  /** The words that are passed over, with those of no weight beside them. */
  #aroundLoose(): readonly Token[] {
    const [first] = this.loose;
    if (!first) return [];
    const { tokens } = this.unit;
    const isPassed = (token: Token | undefined): boolean =>
      token !== undefined && (isFiller(token) || this.loose.includes(token));
    let [from, to] = [tokens.indexOf(first), tokens.indexOf(first)];
    while (isPassed(tokens[from - 1])) from -= 1;
    while (isPassed(tokens[to])) to += 1;
    return tokens.slice(from, to);
  }

  protected endUnit(): void {
    this.dropTime();
    if (this.off) this.refuse('plain', this.off);
    if (this.same) this.refuse('zone', this.same);
    const pause = pauseOfNothing(this.unit);
    if (pause) this.refuse('plain', pause);
    const [first] = this.loose;
    if (first && this.last === 'none') this.refuse('part', first);
    if (first && this.last === 'head') this.refuse('zone', first, this.written.whereOf());
    this.leave();
  }

  /** Reads "right leg: no knee" after the zones of that leg. Returns whether it did. */
  protected readExclusion(unit: Unit): boolean {
    const exclusion = this.isWaiting ? undefined : exclusionIn(unit);
    if (!exclusion) return false;
    const { leg: name, zones, by } = exclusion;
    const { legs, open } = this.written;
    const meant = name
      ? legs.filter(({ leg, zones: listed }) => listed.length > 0 && name.legs.includes(leg))
      : open;
    this.exclude(zones, meant, by, name !== undefined);
    return meant.length > 0;
  }

  /** Reads "no knee" after the zones of a leg. Returns whether it did. */
  protected takeZoneOut(token: Token, at: number): boolean {
    const zone =
      this.last === 'zone' && !this.isWaiting && !this.time ? zoneLeftOut(this.unit, at) : undefined;
    if (!zone) return false;
    const { open } = this.written;
    this.checkLoose(token);
    this.exclude([zone], open, token, open.length === 1);
    this.unread = this.unit.tokens.indexOf(zone) + 1;
    return true;
  }

  protected exclude(
    names: readonly ZonesToken[],
    legs: readonly WrittenLeg[],
    by: Token,
    isOfOne: boolean,
  ): void {
    names.forEach(({ zones }) => zones.forEach((zone) => this.written.exclude(legs, zone, by, isOfOne)));
  }

  /** Whether a leg is only mentioned, in "your left leg needs this"; not in "she says: left, then right". */
  protected isMention(token: Token, next: Token | undefined): boolean {
    const isLoose = this.loose.some(({ kind }) => kind === 'unknown');
    if (next?.kind === 'part') return isLoose;
    if (next?.kind === 'legs') return isLoose && !joins(this.unit, this.unit.tokens.indexOf(next));
    if (next?.kind !== 'unknown' || next.after === 'colon') return false;
    return !zoneAfter(this.unit, this.unit.tokens.indexOf(token));
  }

  /** "First the right leg", if it is named second, contradicts the order of the lines. */
  protected checkPlace(at: number): void {
    const place = placeOf(this.unit, at);
    if (place && place.isFirst !== (this.written.legs.length === 0)) this.refuse('plain', place);
  }

  /** Reads "right first, then left" after "both legs". Returns whether it did. */
  protected takeFirst(legs: readonly Leg[], at: number): boolean {
    const [leg, ...others] = legs;
    if (leg === undefined || others.length > 0 || this.last !== 'head') return false;
    if (placeOf(this.unit, at)?.isFirst === true) return this.written.putFirst(leg);
    const named = before(this.unit, at);
    const isAfterOne = named?.kind === 'legs' && named.legs.length === 1;
    return isAfterOne && this.written.isSecond(leg);
  }

  /** Whether zones wait for the time of each: "ankle, calf, each zone 45 s". */
  protected isListed(): boolean {
    return (
      this.written.isEmpty && this.zones.length > 1 && this.zones.every(({ zones }) => zones.length === 1)
    );
  }

  protected refuse(wanted: Wanted, token: Token, where?: Where): never {
    const leg = this.written.whereOf();
    this.written.unexpected(wanted, token, where ?? (wanted === 'zone' ? leg : undefined));
    throw new Refusal();
  }
}
