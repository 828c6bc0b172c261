import type { Leg } from '../../body';
import { LEGS } from '../../body';
import { PART_WORDS } from './names';
import {
  before,
  headAfter,
  isEach,
  isOfLeg,
  isOfZone,
  isOnceMore,
  joins,
  leadsToPart,
  namesReminderAgain,
  next,
  placeOf,
  rangeBefore,
} from './neighbours';
import { sequenceAt } from './sequences';
import { Refusal, Statement } from './statement';
import type { Token, Unit } from './tokens';
import type { TimeToken } from './written';

/**
 * Reads the parts of a plan one after the other: zones with their times in either order, pauses, reminders, the order.
 * Whatever could be read in two ways is refused.
 */
export class Statements extends Statement {
  read(unit: Unit): void {
    this.isBroken ||= this.isWaiting;
    [this.unit, this.unread] = [unit, 0];
    [this.loose, this.last, this.isLooselyPaired] = [[], 'none', false];
    if (this.readExclusion(unit)) return;
    try {
      unit.tokens.forEach((token, at) => {
        if (at >= this.unread && !this.#takeSequence(at)) this.#take(token, at);
      });
      this.endUnit();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      [this.zones, this.part] = [[], undefined];
    }
    [this.time, this.isEach, this.same, this.off] = [undefined, false, undefined, undefined];
  }

  /** To be called after the last unit. */
  end(): void {
    try {
      this.wait();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  #take(token: Token, at: number): void {
    switch (token.kind) {
      case 'filler':
      case 'and':
        if (isOnceMore(this.unit, at)) this.refuse('plain', token);
        break;
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
        if (this.loose.includes(token)) this.mentioned.push(token);
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
        this.#takeEach(at);
        break;
      case 'before':
        this.#takeBefore(token, at);
    }
  }

  /** Reads "first the knee, then the ankle", which only tells of the order. Returns whether it did. */
  #takeSequence(at: number): boolean {
    const sequence = this.isWaiting || this.time ? undefined : sequenceAt(this.unit, at);
    if (!sequence || !this.written.knows(sequence)) return false;
    this.leave();
    this.written.sequences.push(sequence);
    [this.unread, this.last] = [sequence.end, 'part'];
    return true;
  }

  #takeBefore(token: Token & { readonly kind: 'before' }, at: number): void {
    const following = next(this.unit, at)?.kind ?? '';
    const isOfLegs = before(this.unit, at)?.kind === 'legs' && following === 'legs' && this.last === 'head';
    if (isOfLegs && !token.isTurned) return;
    if (/^(?:legs|otherLeg|zones)$/.test(following)) this.refuse('plain', token);
    this.#takeUnknown(token);
  }

  /** "Each" of two legs opens both; otherwise it is each of some zones. */
  #takeEach(at: number): void {
    const following = next(this.unit, at);
    const isOfLegs = before(this.unit, at)?.kind === 'legs' && following?.kind !== 'time';
    if (this.last === 'none' && following?.after === 'colon' && !this.isWaiting && this.written.openAgain()) {
      this.last = 'head';
    } else if (!isOfLegs) this.isEach = true;
  }

  #takeUnknown(token: Token): void {
    this.wait(token);
    this.loose.push(token);
  }

  #takeDoubt(token: Token & { readonly kind: 'doubt' }, at: number): void {
    if (this.takeZoneOut(token, at)) return;
    const isSkipped = this.zones.length === 1 && isOfZone(this.unit, at);
    const isWord = !/^[#/~]/.test(token.text);
    if (token.denies && isWord && (isSkipped || this.#isOfLeg(at))) {
      this.#takeOff(token, at);
      return;
    }
    // Before the first leg of a line, only a denial matters, unless the leg before still waits for its zones, or the
    // word makes the line another way to do what stands before: "Left leg: knee 1:00. Or right leg: knee 1:00".
    const isDone = this.written.open.every(({ zones }) => zones.length > 0);
    const isOther = !/^[#/~～〜<>]/.test(token.text) && this.written.legs.length > 0;
    const isBefore =
      isDone && !isOther && this.last === 'none' && !this.isWaiting && headAfter(this.unit, at);
    if (token.denies || !isBefore) this.refuse('plain', token);
    this.loose.push(token);
  }

  #takeHead(token: Token, legs: readonly Leg[], at: number): void {
    this.wait();
    if (legs.length === 0) this.refuse('part', token);
    const following = next(this.unit, at);
    if (legs.length === LEGS.length && this.#takeBoth(token, following)) return;
    if (this.takeFirst(legs, at)) return;
    const leg = before(this.unit, at);
    if (
      leg?.kind === 'legs' &&
      leg === this.written.open[0]?.token &&
      this.last === 'head' &&
      joins(this.unit, at) &&
      this.written.open.length === 1
    ) {
      this.leave();
      legs = [...this.written.legs.splice(-1).map(({ leg }) => leg), ...legs];
    } else if (this.isMention(token, following)) {
      this.loose.push(token);
      return;
    } else if (this.written.isOpen(legs) && following?.kind === 'zones' && following.after !== 'colon') {
      this.leave();
      this.last = 'head';
      return;
    }
    this.leave();
    this.checkPlace(at);
    this.written.openLegs(legs, token, placeOf(this.unit, at)?.isFirst);
    this.last = 'head';
    if (this.same) this.#copy(this.same);
    this.same = undefined;
  }

  /** Reads "on each leg" before or after the zones of two legs that were named. Returns whether it did. */
  #takeBoth(token: Token, following: Token | undefined): boolean {
    if (this.written.openAgain() || this.written.openFirst(token)) {
      this.leave();
      this.last = 'head';
      return true;
    }
    const isLast = !following || following.kind === 'part' || leadsToPart(this.unit, following);
    if (this.last !== 'zone' || !isLast || !this.written.share(token)) return false;
    this.checkLoose(token);
    return true;
  }

  #takeZones(token: Token & { readonly kind: 'zones' }, at: number): void {
    this.checkLoose(token);
    const [first = token] = this.unit.tokens;
    if (this.written.open.length === 0) this.refuse('part', first);
    const range = rangeBefore(this.unit, at);
    if (range) this.refuse('plain', range);
    if (this.written.isOfBoth(token, this.unit.tokens.slice(at).some(isEach))) this.refuse('part', token);
    const isNearer = token.after === 'none' || token.after === 'blank';
    if (this.isLooselyPaired && isNearer && this.unit.tokens[at - 1]?.kind === 'time') {
      this.refuse('time', token, this.written.whereOf());
    }
    if (this.part) this.wait(token);
    if (!this.time && token.isEach && this.isListed()) {
      this.isEach = true;
      return;
    }
    if (this.zones.length > 0 && this.isEach && isEach(before(this.unit, at)))
      this.refuse('time', token, this.written.whereOf());
    if (!this.time) {
      this.zones.push(token);
      return;
    }
    if (!isNearer && !this.isEach) this.refuse('zone', this.time);
    this.written.addZones(token, token.zones, this.time);
    this.last = 'zone';
    if (!this.isEach) this.time = undefined;
  }

  #takeTime(token: TimeToken, at: number): void {
    const following = next(this.unit, at);
    const hasZones = this.zones.length > 0;
    if (!hasZones && !this.part && (following?.kind === 'total' || before(this.unit, at)?.kind === 'total')) {
      this.written.totals.push(token);
    } else if (this.part) this.#setPart(this.part, token);
    else if (hasZones) this.#pair(token, following);
    else if (token.isClock && headAfter(this.unit, at) && following?.kind !== 'zones') this.loose.push(token);
    else {
      this.checkLoose(token);
      this.dropTime();
      const leads = following?.kind === 'zones' || following?.kind === 'part' || following?.kind === 'each';
      if (leads) this.time = token;
      else if (this.last === 'part') this.refuse('time', token);
      else if (this.written.open.length > 0) this.refuse('zone', token);
      else this.loose.push(token);
    }
  }

  #pair(token: TimeToken, next: Token | undefined): void {
    const [first, second] = this.zones;
    const isNear = next?.after === 'none' || next?.after === 'blank';
    const isListed = next?.kind === 'zones' && isEach(next) && isNear && this.isListed();
    if (second && !this.isEach && !isListed && next?.kind !== 'each')
      this.refuse('time', second, this.written.whereOf(first));
    if (next && isNear && (isListed || next.kind === 'each'))
      this.unread = this.unit.tokens.indexOf(next) + 1;
    this.zones.forEach((zone) => this.written.addZones(zone, zone.zones, token));
    this.isLooselyPaired = token.after === 'comma' && this.unit.tokens[0] !== token;
    [this.zones, this.isEach, this.last] = [[], false, 'zone'];
  }

  #takePart(token: Token & { readonly kind: 'part' }, at: number): void {
    this.leave();
    if (namesReminderAgain(this.unit, at)) return;
    const following = next(this.unit, at);
    const isFollowed = following?.kind === 'time' || following?.kind === 'order' || following?.kind === 'off';
    const given = this.time ?? this.off;
    if (given && token.after !== 'comma' && token.after !== 'colon') {
      if (isFollowed && following.after !== 'comma' && !leadsToPart(this.unit, following)) {
        this.refuse('time', following, { part: PART_WORDS[token.part] });
      }
      this.time = undefined;
      this.off = undefined;
      this.#setPart(token, given);
    } else {
      this.wait(token);
      this.part = token;
    }
  }

  #takeOrder(token: Token & { readonly kind: 'order' }): void {
    if (this.part && this.part.part !== 'zoneOrder') this.wait(token);
    this.leave();
    this.written.setPart('zoneOrder', this.part ?? token, token.order, token);
    [this.part, this.last] = [undefined, 'part'];
  }

  #takeOff(token: Token, at: number): void {
    if (this.takeZoneOut(token, at)) return;
    if (this.#isOfLeg(at)) this.#leaveOut(token);
    else if (this.part) this.#setPart(this.part, token);
    else if (this.zones.length === 1) {
      this.exclude(this.zones, this.written.open, token, false);
      [this.zones, this.last] = [[], 'zone'];
    } else if (next(this.unit, at)?.kind === 'part') this.off = token;
    else this.refuse('plain', token);
  }

  /** Whether it says of the leg before that it is not to be done: "left leg: none". */
  #isOfLeg(at: number): boolean {
    const isAlone = this.last === 'head' && !this.isWaiting && this.loose.length === 0 && !this.time;
    return isAlone && this.written.isEmpty && isOfLeg(this.unit, at);
  }

  #leaveOut(token: Token): void {
    this.written.leaveOut(token);
    this.last = 'part';
  }

  #takeSame(token: Token, at: number): void {
    const following = next(this.unit, at);
    this.wait(token);
    if (this.last === 'head') this.#copy(token);
    else if (following?.kind === 'legs' || following?.kind === 'otherLeg') this.same = token;
    else if (this.written.open.length > 0 && this.written.isEmpty) {
      this.#copy(token);
    } else this.refuse('zone', token);
  }

  #copy(by: Token): void {
    if (!this.written.copy(by)) this.refuse('zone', by, { leg: this.written.open[0]?.leg ?? 1 });
    this.last = 'zone';
  }

  #setPart(token: Token & { readonly kind: 'part' }, by: Token): void {
    const where = { part: PART_WORDS[token.part] };
    if (token.part === 'zoneOrder') this.refuse('order', by);
    if (by.kind !== 'time' && by.kind !== 'off') this.refuse('time', by, where);
    const none = token.part === 'reminderSeconds' ? 'off' : 0;
    this.written.setPart(token.part, token, by.kind === 'time' ? by.seconds : none, by);
    [this.part, this.last] = [undefined, 'part'];
  }
}
