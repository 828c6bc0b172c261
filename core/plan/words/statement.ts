import type { Wanted } from '../paste/problem';
import type { Where } from '../where';
import { PART_WORDS } from './names';
import type { Token, Unit } from './tokens';
import type { TimeToken } from './written';
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
  /** What the last thing read was. */
  protected last: 'none' | 'head' | 'zone' | 'part' = 'none';
  protected isLooselyPaired = false;
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
    this.isAround ||= this.loose.length > 0;
    this.loose = [];
  }

  protected endUnit(): void {
    this.dropTime();
    if (this.off) this.refuse('plain', this.off);
    if (this.same) this.refuse('zone', this.same);
    const [first] = this.loose;
    if (first && this.last === 'none') this.refuse('part', first);
    if (first && this.last === 'head') this.refuse('zone', first, this.written.whereOf());
    this.leave();
  }

  protected refuse(wanted: Wanted, token: Token, where?: Where): never {
    const leg = this.written.whereOf();
    this.written.unexpected(wanted, token, where ?? (wanted === 'zone' ? leg : undefined));
    throw new Refusal();
  }
}
