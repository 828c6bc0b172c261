import type { Clock } from './clock';
import type { Unknowns } from './unknowns';

/** The strength of a scene or type as the docs describe it; a watch gives no figure for it. */
export type Strength = 'light' | 'medium' | 'strong';

/** A stretch of time in which the motor is on. */
export interface Pulse {
  /** The name of the pattern type that was requested (`URGENT`), or of the scene. */
  readonly type: string;
  readonly strength: Strength;
  /** In ms from the start of the pattern. */
  readonly startMs: number;
  readonly onMs: number;
}

/** What used the motor: a page (or the app around it), a service, or the system itself, for a notification. */
export type Carrier = 'page' | 'service' | 'system';

/** What is felt from one start of the motor until it rests. */
export interface Felt {
  /** ms since the watch was booted. */
  readonly at: number;
  /** Time of day, ms since 1970 UTC. */
  readonly wall: number;
  readonly pulses: readonly Pulse[];
  /** The rests between pulses, in ms. */
  readonly gaps: readonly number[];
  readonly carrier: Carrier;
  /** The file that started it: `page/session/index`. */
  readonly by: string;
  /** Whether it was stopped or cut off before its end. */
  readonly cut: boolean;
}

/** A vibration that could not be felt, and why. */
export interface Unfelt extends Felt {
  readonly reason: string;
}

/** A request to the motor: pulses, after which it rests, or which it repeats until it is stopped. */
export interface Vibration {
  readonly pulses: readonly Pulse[];
  /** In ms until it rests or repeats. */
  readonly lengthMs: number;
  readonly repeats: boolean;
}

interface Playing extends Vibration {
  readonly at: number;
  readonly wall: number;
  readonly carrier: Carrier;
  readonly by: string;
  readonly reason: string | undefined;
}

type BuzzUnknowns = Pick<Unknowns, 'notificationBuzz' | 'notificationHoldsMotorMs'>;

/** The watch's only motor: a new vibration ends the previous one. */
export class VibrationMotor {
  readonly #clock: Clock;
  /** Why nothing can be felt at present, if so. */
  readonly #silencedBy: () => string | undefined;
  readonly #felt: Felt[] = [];
  readonly #unfelt: Unfelt[] = [];
  readonly #listeners = new Set<(felt: Felt) => void>();
  #playing: Playing | undefined;
  #heldUntil = 0;

  constructor(clock: Clock, silencedBy: () => string | undefined) {
    this.#clock = clock;
    this.#silencedBy = silencedBy;
  }

  /** Returns a function that ends this vibration and no other. */
  play(vibration: Vibration, carrier: Carrier, by: string): () => void {
    if (this.#clock.now() < this.#heldUntil && carrier !== 'system') {
      this.ignore(vibration, carrier, by, 'a notification has the motor');
      return () => undefined;
    }
    this.stop();
    const playing = this.#asked(vibration, carrier, by, this.#silencedBy());
    const { reason } = playing;
    this.#playing = playing;
    if (reason === undefined) for (const listener of this.#listeners) listener(describe(playing, undefined));
    return () => {
      if (this.#playing === playing) this.stop();
    };
  }

  /** The system's own buzz; what happens to a vibration that is playing depends on the unknowns. */
  buzz(vibration: Vibration, by: string, unknowns: BuzzUnknowns): void {
    const { notificationBuzz, notificationHoldsMotorMs } = unknowns;
    if (notificationBuzz === 'silent') return;
    const playing = this.isPlaying() ? this.#playing : undefined;
    if (playing !== undefined && notificationBuzz !== 'cuts') {
      const isWaiting = notificationBuzz === 'waits' && !playing.repeats;
      if (isWaiting) this.#clock.at(playing.at + playing.lengthMs, () => this.buzz(vibration, by, unknowns));
      return;
    }
    this.play(vibration, 'system', by);
    if (this.#silencedBy() === undefined) this.#heldUntil = this.#clock.now() + notificationHoldsMotorMs;
  }

  /** Records a request that is not felt. */
  ignore(vibration: Vibration, carrier: Carrier, by: string, reason: string): void {
    this.#unfelt.push({ ...describe(this.#asked(vibration, carrier, by, reason), undefined), reason });
  }

  /** Ends what is playing, if anything. */
  stop(): void {
    this.#settle();
    if (this.#playing === undefined) return;
    this.#book(describe(this.#playing, this.#clock.now() - this.#playing.at), this.#playing.reason);
    this.#playing = undefined;
  }

  /** Everything felt so far. What is still playing counts up to the present, or in full if it ends by itself. */
  felt(): readonly Felt[] {
    this.#settle();
    return this.#withCurrent(this.#felt, (playing) => playing.reason === undefined);
  }

  unfelt(): readonly Unfelt[] {
    this.#settle();
    const playing = this.#playing;
    if (playing?.reason === undefined) return this.#unfelt;
    return [...this.#unfelt, { ...this.#current(playing), reason: playing.reason }];
  }

  /** Calls `listener` when something begins to be felt. Returns a function that unsubscribes. */
  onFelt(listener: (felt: Felt) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  isPlaying(): boolean {
    this.#settle();
    return this.#playing !== undefined;
  }

  #asked(vibration: Vibration, carrier: Carrier, by: string, reason: string | undefined): Playing {
    return { ...vibration, at: this.#clock.now(), wall: this.#clock.wall(), carrier, by, reason };
  }

  /** Records a vibration that has ended by itself. */
  #settle(): void {
    const playing = this.#playing;
    if (playing === undefined || playing.repeats) return;
    if (this.#clock.now() < playing.at + playing.lengthMs) return;
    this.#book(describe(playing, undefined), playing.reason);
    this.#playing = undefined;
  }

  #book(felt: Felt, silenced: string | undefined): void {
    const reason = silenced ?? (felt.pulses.length === 0 ? 'stopped at once' : undefined);
    if (reason === undefined) this.#felt.push(felt);
    else this.#unfelt.push({ ...felt, reason });
  }

  #withCurrent(done: readonly Felt[], isWanted: (playing: Playing) => boolean): readonly Felt[] {
    const playing = this.#playing;
    return playing === undefined || !isWanted(playing) ? done : [...done, this.#current(playing)];
  }

  #current(playing: Playing): Felt {
    return describe(playing, playing.repeats ? this.#clock.now() - playing.at : undefined);
  }
}

/** What is felt of a vibration that lasted `ms`, or that ended by itself. */
function describe(playing: Playing, ms: number | undefined): Felt {
  const { at, wall, carrier, by } = playing;
  const pulses = ms === undefined ? playing.pulses : cutAt(repeat(playing, ms), ms);
  const gaps = pulses.slice(1).map((pulse, index) => {
    const before = pulses[index];
    return before === undefined ? 0 : pulse.startMs - before.startMs - before.onMs;
  });
  const last = playing.pulses[playing.pulses.length - 1];
  const endsAt = last === undefined ? 0 : last.startMs + last.onMs;
  return { at, wall, pulses, gaps, carrier, by, cut: ms !== undefined && (playing.repeats || ms < endsAt) };
}

function repeat({ pulses, lengthMs, repeats }: Vibration, ms: number): readonly Pulse[] {
  if (!repeats) return pulses;
  const times = Math.ceil(ms / lengthMs);
  return Array.from({ length: times }, (_, turn) =>
    pulses.map((pulse) => ({ ...pulse, startMs: pulse.startMs + turn * lengthMs })),
  ).flat();
}

function cutAt(pulses: readonly Pulse[], ms: number): readonly Pulse[] {
  return pulses
    .filter((pulse) => pulse.startMs < ms)
    .map((pulse) => ({ ...pulse, onMs: Math.min(pulse.onMs, ms - pulse.startMs) }));
}
