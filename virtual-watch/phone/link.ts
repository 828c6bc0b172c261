import type { Clock } from '../machine/clock';
import { makeRandom } from '../machine/random';
import { carriesContent, garbled, kindOf, type FrameKind } from './frame';

export const DIRECTIONS = ['toPhone', 'toWatch'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * What became of a packet. `lost`: lost in transmission. `outOfRange`: watch and phone were too far apart when it was
 * sent or when it should have arrived. `unheard`: it arrived and nothing was listening.
 */
export type Fate = 'onTheWay' | 'arrived' | 'lost' | 'outOfRange' | 'unheard';

/** A message that one end sent, as logged. */
export interface Packet {
  /** Counts from 1. A duplicate has a number of its own. */
  readonly number: number;
  readonly direction: Direction;
  readonly kind: FrameKind;
  readonly bytes: number;
  /** ms since the watch was booted. */
  readonly sentAt: number;
  readonly arrivesAt: number;
  readonly fate: Fate;
}

export interface Load {
  readonly packets: number;
  readonly bytes: number;
}

/** Counts of what was sent in each direction, whatever became of it, and the last packets individually. */
export interface Traffic {
  readonly toPhone: Load;
  readonly toWatch: Load;
  readonly log: readonly Packet[];
}

/** Probabilities from 0 to 1, for each packet. */
export interface Weather {
  readonly loss: number;
  readonly doubling: number;
  readonly reordering: number;
}

export interface LinkOptions {
  readonly seed: number;
  /** How long even the shortest packet takes, in ms. */
  readonly latencyMs: number;
  /** The transmission rate. */
  readonly bytesPerSecond: number;
}

/** The maximum number of packets in the log, so that a day of them does not fill the memory. */
const LOG_LIMIT = 2_000;
/** How many latencies late an overtaken packet arrives. */
const OVERTAKEN = 4;

type Receiver = (bytes: Uint8Array) => boolean;
type Logged = { -readonly [Name in keyof Packet]: Packet[Name] };

/** The link between watch and phone: packets travel both ways on the shared clock, in order unless told otherwise. */
export class Link {
  latencyMs: number;
  weather: Weather = { loss: 0, doubling: 0, reordering: 0 };
  readonly #options: LinkOptions;
  readonly #random: () => number;
  readonly #receivers: Record<Direction, Receiver> = { toPhone: () => false, toWatch: () => false };
  readonly #lanes: Record<Direction, Lane> = { toPhone: new Lane(), toWatch: new Lane() };
  readonly #listeners = new Set<(inRange: boolean) => void>();
  #clock: Clock | undefined;
  #log: Logged[] = [];
  #number = 0;
  #inRange = true;
  #untilFar: number | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.latencyMs = options.latencyMs;
    this.#random = makeRandom(options.seed);
  }

  /** Connects another watch with its clock. Packets in the air are dropped. */
  start(clock: Clock): void {
    this.#drop();
    this.#clock = clock;
    for (const direction of DIRECTIONS) this.#lanes[direction].clearUntil = 0;
  }

  /** `receive` returns whether anything was listening. */
  onArrival(direction: Direction, receive: Receiver): void {
    this.#receivers[direction] = receive;
  }

  onRange(listener: (inRange: boolean) => void): void {
    this.#listeners.add(listener);
  }

  get inRange(): boolean {
    return this.#inRange;
  }

  /** Going out of range also loses what is in the air. */
  setInRange(inRange: boolean): void {
    this.#untilFar = undefined;
    if (inRange === this.#inRange) return;
    this.#inRange = inRange;
    if (!inRange) this.#drop();
    for (const listener of [...this.#listeners]) listener(inRange);
  }

  /** Goes out of range once `packets` more have arrived, which is in the middle of any longer message. */
  leaveRangeAfter(packets: number): void {
    this.#untilFar = packets;
  }

  loseNext(packets: number, direction: Direction): void {
    this.#lanes[direction].toLose = packets;
  }

  /** Cuts the next packet to its first `bytes` bytes. */
  cutNext(bytes: number, direction: Direction): void {
    this.#lanes[direction].cutTo = bytes;
  }

  /** Replaces the content of the next packet of a message with noise, leaving its headers intact. */
  garbleNext(direction: Direction): void {
    this.#lanes[direction].garbles = true;
  }

  send(direction: Direction, bytes: Uint8Array): void {
    const lane = this.#lanes[direction];
    const sent = lane.take(bytes);
    if (!this.#inRange) this.#note(direction, sent, 0, 'outOfRange');
    else if (lane.loses() || this.#happens(this.weather.loss)) this.#note(direction, sent, 0, 'lost');
    else {
      this.#launch(direction, sent);
      if (this.#happens(this.weather.doubling)) this.#launch(direction, lane.take(sent));
    }
  }

  traffic(): Traffic {
    const { toPhone, toWatch } = this.#lanes;
    return { toPhone: toPhone.load(), toWatch: toWatch.load(), log: this.#log };
  }

  #launch(direction: Direction, bytes: Uint8Array): void {
    const clock = this.#clock;
    if (clock === undefined) return;
    const lane = this.#lanes[direction];
    const takes = Math.ceil((bytes.length * 1_000) / this.#options.bytesPerSecond);
    const ready = clock.now() + this.latencyMs + takes;
    const isOvertaken = this.#happens(this.weather.reordering);
    const arrivesAt = isOvertaken
      ? ready + OVERTAKEN * Math.max(1, this.latencyMs)
      : Math.max(ready, lane.clearUntil);
    if (!isOvertaken) lane.clearUntil = arrivesAt;
    const packet = this.#note(direction, bytes, arrivesAt - clock.now(), 'onTheWay');
    const cancel = clock.at(arrivesAt, () => {
      lane.inTheAir.delete(packet.number);
      packet.fate = this.#receivers[direction](bytes) ? 'arrived' : 'unheard';
      this.#countDown();
    });
    lane.inTheAir.set(packet.number, () => {
      packet.fate = 'outOfRange';
      cancel();
    });
  }

  #note(direction: Direction, bytes: Uint8Array, takes: number, fate: Fate): Logged {
    const sentAt = this.#clock?.now() ?? 0;
    const packet: Logged = {
      number: (this.#number += 1),
      direction,
      kind: kindOf(bytes),
      bytes: bytes.length,
      sentAt,
      arrivesAt: sentAt + takes,
      fate,
    };
    this.#log.push(packet);
    if (this.#log.length > 2 * LOG_LIMIT) this.#log = this.#log.slice(-LOG_LIMIT);
    return packet;
  }

  #countDown(): void {
    if (this.#untilFar === undefined) return;
    this.#untilFar -= 1;
    if (this.#untilFar <= 0) this.setInRange(false);
  }

  #drop(): void {
    for (const direction of DIRECTIONS) {
      const { inTheAir } = this.#lanes[direction];
      for (const lose of inTheAir.values()) lose();
      inTheAir.clear();
    }
  }

  #happens(probability: number): boolean {
    return probability > 0 && this.#random() < probability;
  }
}

/** One direction of the link. */
class Lane {
  /** When the last packet that keeps the order arrives. */
  clearUntil = 0;
  toLose = 0;
  cutTo: number | undefined;
  garbles = false;
  /** For each packet in the air, a function that loses it. */
  readonly inTheAir = new Map<number, () => void>();
  #packets = 0;
  #bytes = 0;

  /** Counts a packet, and spoils it if it is to be cut or garbled. */
  take(bytes: Uint8Array): Uint8Array {
    this.#packets += 1;
    this.#bytes += bytes.length;
    const cut = bytes.subarray(0, this.cutTo ?? bytes.length);
    this.cutTo = undefined;
    if (!this.garbles || !carriesContent(cut)) return cut;
    this.garbles = false;
    return garbled(cut);
  }

  loses(): boolean {
    if (this.toLose === 0) return false;
    this.toLose -= 1;
    return true;
  }

  load(): Load {
    return { packets: this.#packets, bytes: this.#bytes };
  }
}
