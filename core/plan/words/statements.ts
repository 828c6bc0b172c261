import type { Leg } from '../../body';
import type { Wanted } from '../paste/problem';
import type { Where } from '../where';
import { PART_WORDS } from './names';
import { before, headAfter, joins, leadsToPart, next, previous, zoneAfter } from './neighbours';
import type { Token, Unit } from './tokens';
import type { TimeToken } from './written';
import { Written } from './written';

/** Leaves a unit at its first problem; it never leaves this file. */
class Refusal extends Error {}

/**
 * Reads the parts of a plan one after the other: zones with their times in either order, pauses, reminders, the order.
 * Whatever could be read in two ways is refused.
 */
export class Statements {
  readonly written = new Written();
  isAround = false;
  isBroken = false;
  /** Zones, a part or a word such as "same" that wait for what follows, in this unit or the next. */
  #zones: (Token & { readonly kind: 'zones' })[] = [];
  #part: (Token & { readonly kind: 'part' }) | undefined;
  /** The same within a unit. */
  #time: TimeToken | undefined;
  #isEach = false;
  #same: Token | undefined;
  #off: Token | undefined;
  /** What means nothing to a plan, since the last thing that does. */
  #loose: Token[] = [];
  /** What the last thing read was. */
  #last: 'none' | 'head' | 'zone' | 'part' = 'none';
  #isLooselyPaired = false;
  #unit: Unit = { tokens: [], endsInColon: false };

  get isWaiting(): boolean {
    return this.#zones.length > 0 || this.#part !== undefined;
  }

  read(unit: Unit): void {
    this.isBroken ||= this.isWaiting;
    this.#unit = unit;
    [this.#loose, this.#last, this.#isLooselyPaired] = [[], 'none', false];
    try {
      unit.tokens.forEach((token, at) => this.#take(token, at));
      this.#endUnit();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      [this.#zones, this.#part] = [[], undefined];
    }
    [this.#time, this.#isEach, this.#same, this.#off] = [undefined, false, undefined, undefined];
  }

  /** To be called after the last unit. */
  end(): void {
    try {
      this.#wait();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  #take(token: Token, at: number): void {
    switch (token.kind) {
      case 'filler':
      case 'and':
      case 'place':
      case 'total':
        break;
      case 'unknown':
      case 'number':
        this.#takeUnknown(token);
        break;
      case 'doubt':
        this.#takeDoubt(token, at);
        break;
      case 'legs':
        this.#takeHead(token, token.legs, at);
        break;
      case 'otherLeg':
        this.#takeHead(token, this.written.otherLeg(), at);
        break;
      case 'zones':
        this.#takeZones(token, at);
        break;
      case 'time':
        this.#takeTime(token, at);
        break;
      case 'part':
        this.#takePart(token, at);
        break;
      case 'order':
        this.#takeOrder(token);
        break;
      case 'off':
        this.#takeOff(token, at);
        break;
      case 'same':
        this.#takeSame(token, at);
        break;
      case 'each':
        this.#isEach = true;
    }
  }

  #takeUnknown(token: Token): void {
    this.#wait(token);
    this.#loose.push(token);
  }

  #takeDoubt(token: Token & { readonly kind: 'doubt' }, at: number): void {
    // Before the first leg of a line, only a denial matters.
    const isBefore = this.#last === 'none' && !this.isWaiting && headAfter(this.#unit, at);
    if (token.denies || !isBefore) this.#refuse('plain', token);
    this.#loose.push(token);
  }

  #takeHead(token: Token, legs: readonly Leg[], at: number): void {
    this.#wait();
    if (legs.length === 0) this.#refuse('part', token);
    const following = next(this.#unit, at);
    const leg = before(this.#unit, at);
    if (
      leg?.kind === 'legs' &&
      this.#last === 'head' &&
      joins(this.#unit, at) &&
      this.written.open.length === 1
    ) {
      this.#leave();
      legs = [...this.written.legs.splice(-1).map(({ leg }) => leg), ...legs];
    } else if (this.#isMention(token, following)) {
      this.#loose.push(token);
      return;
    } else if (this.#isOpenAlready(legs) && following?.kind === 'zones' && following.after !== 'colon') {
      this.#leave();
      this.#last = 'head';
      return;
    }
    this.#leave();
    this.#checkPlace(at);
    this.written.openLegs(legs, token);
    this.#last = 'head';
    if (this.#same) this.#copy(this.#same);
    this.#same = undefined;
  }

  /** Whether a leg is only mentioned, in "your left leg needs this". */
  #isMention(token: Token, next: Token | undefined): boolean {
    const isLoose = this.#loose.some(({ kind }) => kind === 'unknown');
    if (next?.kind === 'legs' || next?.kind === 'part') return isLoose;
    if (next?.kind !== 'unknown' || next.after === 'colon') return false;
    return !zoneAfter(this.#unit, this.#unit.tokens.indexOf(token));
  }

  #isOpenAlready(legs: readonly Leg[]): boolean {
    const { open } = this.written;
    return legs.length === 1 && open.length === 1 && open[0]?.leg === legs[0];
  }

  /** "First the right leg", if it is named second, contradicts the order of the lines. */
  #checkPlace(at: number): void {
    const { tokens } = this.#unit;
    const earlier = tokens.slice(previous(this.#unit, at) + 1, at).find(({ kind }) => kind === 'place');
    const [later, second] = tokens.slice(at + 1);
    const isAfter = later?.kind === 'place' && second?.after !== 'blank';
    const place = earlier ?? (isAfter ? later : undefined);
    if (place?.kind !== 'place') return;
    if (place.isFirst !== (this.written.legs.length === 0)) this.#refuse('plain', place);
  }

  #takeZones(token: Token & { readonly kind: 'zones' }, at: number): void {
    this.#checkLoose(token);
    const [first = token] = this.#unit.tokens;
    if (this.written.open.length === 0) this.#refuse('part', first);
    const isNearer = token.after === 'none' || token.after === 'blank';
    if (this.#isLooselyPaired && isNearer && this.#unit.tokens[at - 1]?.kind === 'time') {
      this.#refuse('time', token, this.written.whereOf());
    }
    if (this.#part) this.#wait(token);
    if (!this.#time) {
      this.#zones.push(token);
      return;
    }
    if (!isNearer && !this.#isEach) this.#refuse('zone', this.#time);
    this.written.addZones(token, token.zones, this.#time);
    this.#last = 'zone';
    if (!this.#isEach) this.#time = undefined;
  }

  #takeTime(token: TimeToken, at: number): void {
    const following = next(this.#unit, at);
    const hasZones = this.#zones.length > 0;
    if (
      !hasZones &&
      !this.#part &&
      (following?.kind === 'total' || before(this.#unit, at)?.kind === 'total')
    ) {
      this.written.totals.push(token);
    } else if (this.#part) this.#setPart(this.#part, token);
    else if (hasZones) this.#pair(token, following);
    else if (token.isClock && headAfter(this.#unit, at) && following?.kind !== 'zones')
      this.#loose.push(token);
    else {
      this.#checkLoose(token);
      this.#dropTime();
      const leads = following?.kind === 'zones' || following?.kind === 'part' || following?.kind === 'each';
      if (leads) this.#time = token;
      else if (this.#last === 'part') this.#refuse('time', token);
      else if (this.written.open.length > 0) this.#refuse('zone', token);
      else this.#loose.push(token);
    }
  }

  #pair(token: TimeToken, next: Token | undefined): void {
    const [first, second] = this.#zones;
    if (second && !this.#isEach && next?.kind !== 'each')
      this.#refuse('time', second, this.written.whereOf(first));
    this.#zones.forEach((zone) => this.written.addZones(zone, zone.zones, token));
    this.#isLooselyPaired = token.after === 'comma' && this.#unit.tokens[0] !== token;
    [this.#zones, this.#isEach, this.#last] = [[], false, 'zone'];
  }

  #takePart(token: Token & { readonly kind: 'part' }, at: number): void {
    this.#leave();
    const following = next(this.#unit, at);
    const isFollowed = following?.kind === 'time' || following?.kind === 'order' || following?.kind === 'off';
    const given = this.#time ?? this.#off;
    if (given && token.after !== 'comma' && token.after !== 'colon') {
      if (isFollowed && following.after !== 'comma' && !leadsToPart(this.#unit, following)) {
        this.#refuse('time', following, { part: PART_WORDS[token.part] });
      }
      this.#time = undefined;
      this.#off = undefined;
      this.#setPart(token, given);
    } else {
      this.#wait(token);
      this.#part = token;
    }
  }

  #takeOrder(token: Token & { readonly kind: 'order' }): void {
    if (this.#part && this.#part.part !== 'zoneOrder') this.#wait(token);
    this.#leave();
    this.written.setPart('zoneOrder', this.#part ?? token, token.order, token);
    [this.#part, this.#last] = [undefined, 'part'];
  }

  #takeOff(token: Token, at: number): void {
    if (this.#part) this.#setPart(this.#part, token);
    else if (this.#zones.length === 1) [this.#zones, this.#last] = [[], 'zone'];
    else if (next(this.#unit, at)?.kind === 'part') this.#off = token;
    else this.#refuse('plain', token);
  }

  #takeSame(token: Token, at: number): void {
    const following = next(this.#unit, at);
    this.#wait(token);
    if (this.#last === 'head') this.#copy(token);
    else if (following?.kind === 'legs' || following?.kind === 'otherLeg') this.#same = token;
    else if (this.written.open.length > 0 && this.written.open.every(({ zones }) => zones.length === 0)) {
      this.#copy(token);
    } else this.#refuse('zone', token);
  }

  #copy(by: Token): void {
    const { legs, open } = this.written;
    const model = legs[legs.length - 1 - open.length];
    if (!model || model.zones.length === 0) this.#refuse('zone', by, { leg: open[0]?.leg ?? 1 });
    open.forEach((leg) => {
      leg.zones.push(...model.zones);
      leg.copiedBy = by;
    });
    this.#last = 'zone';
  }

  #setPart(token: Token & { readonly kind: 'part' }, by: Token): void {
    const where = { part: PART_WORDS[token.part] };
    if (token.part === 'zoneOrder') this.#refuse('order', by);
    if (by.kind !== 'time' && by.kind !== 'off') this.#refuse('time', by, where);
    const none = token.part === 'reminderSeconds' ? 'off' : 0;
    this.written.setPart(token.part, token, by.kind === 'time' ? by.seconds : none, by);
    [this.#part, this.#last] = [undefined, 'part'];
  }

  /** Refuses what waits for something else, at `found` or where it stands. */
  #wait(found?: Token): void {
    const [zone] = this.#zones;
    if (zone) this.#refuse('time', found ?? zone, this.written.whereOf(zone));
    if (this.#part) {
      const wanted = this.#part.part === 'zoneOrder' ? 'order' : 'time';
      this.#refuse(wanted, found ?? this.#part, { part: PART_WORDS[this.#part.part] });
    }
    this.#dropTime();
  }

  #dropTime(): void {
    if (this.#time && !this.#isEach) this.#refuse('zone', this.#time);
    [this.#time, this.#isEach] = [undefined, false];
  }

  /** Refuses words within a statement. */
  #checkLoose(token: Token): void {
    const [first] = this.#loose;
    if (!first) return;
    const isLead = this.#last === 'head' && token.after === 'colon';
    if (isLead && this.#loose.every(({ kind }) => kind === 'unknown')) {
      this.#leave();
      return;
    }
    const isInside = this.#last !== 'none';
    this.#refuse(isInside ? 'zone' : 'part', first);
  }

  /** Passes over the words before a statement. A number alone may belong to it. */
  #leave(): void {
    const odd = this.#loose.find(({ kind }) => kind === 'number' || kind === 'time');
    if (odd && (this.#last !== 'none' || !this.#loose.some(({ kind }) => kind === 'unknown'))) {
      this.#refuse('zone', odd);
    }
    this.isAround ||= this.#loose.length > 0;
    this.#loose = [];
  }

  #endUnit(): void {
    this.#dropTime();
    if (this.#off) this.#refuse('plain', this.#off);
    if (this.#same) this.#refuse('zone', this.#same);
    const [first] = this.#loose;
    if (first && this.#last === 'none') this.#refuse('part', first);
    if (first && this.#last === 'head') this.#refuse('zone', first, this.written.whereOf());
    this.#leave();
  }

  #refuse(wanted: Wanted, token: Token, where?: Where): never {
    const leg = this.written.whereOf();
    this.written.unexpected(wanted, token, where ?? (wanted === 'zone' ? leg : undefined));
    throw new Refusal();
  }
}
