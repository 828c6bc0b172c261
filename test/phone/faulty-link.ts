import type { LinkFailure, Shared, SyncStep, Sync } from '../../core/link/sync';
import { answered, failed, startSync } from '../../core/link/sync';
import { answer } from '../../phone/answer';
import type { MemoryStorage, Mood } from './memory-storage';
import { phoneAt } from './fake-phone';

/** What can happen to one request. */
export const FATES = [
  'good',
  'requestLost',
  'answerLost',
  'requestDoubled',
  'answerDoubled',
  'answerLate',
  'requestLate',
  'disconnected',
  'appNotRunning',
  'watchDies',
  'storageThrows',
  'storageSilent',
] as const;
export type Fate = (typeof FATES)[number];

/**
 * A watch and a phone with a link that treats each request as given by its fate. Messages are sent as JSON. A late
 * message arrives during the next request, even of a later run.
 */
export class FaultyLink {
  shared: Shared;
  readonly storage: MemoryStorage;
  /** Requests that the watch has sent, and their bytes. */
  requests = 0;
  bytes = 0;
  private now = Date.UTC(2026, 5, 1);
  private readonly lateRequests: unknown[] = [];
  private readonly lateAnswers: unknown[] = [];

  constructor(shared: Shared, storage: MemoryStorage) {
    this.shared = shared;
    this.storage = storage;
  }

  /** One run of talks. Returns how it ended, or undefined if the watch died during it. */
  run(fates: Iterator<Fate>, watch = 'abcdefghjk'): Extract<Sync, { phase: 'ended' }> | undefined {
    this.now += 1_000_000;
    let sync = startSync({ watch, name: 'Balance 2', firstNumber: this.now, whole: true }, this.shared);
    while (sync.phase === 'asking') {
      const fate = fates.next();
      const next = this.request(sync, fate.done === true ? 'good' : fate.value);
      if (!next) return undefined;
      sync = next;
    }
    return sync;
  }

  private request(sync: Extract<Sync, { phase: 'asking' }>, fate: Fate): Sync | undefined {
    const message = over(sync.message);
    this.requests += 1;
    this.bytes += JSON.stringify(message).length;
    this.lateRequests.splice(0).forEach((late) => this.lateAnswers.push(this.handle(late)));
    let step: SyncStep = { sync, shared: this.shared };
    this.lateAnswers.splice(0).forEach((late) => {
      step = answered(step.sync, step.shared, late);
    });
    expect(step).toEqual({ sync, shared: this.shared });
    const fail = (failure: LinkFailure): Sync => failed(sync, sync.message.n, failure);
    switch (fate) {
      case 'good':
        return this.take(sync, this.handle(message));
      case 'requestLost':
        return fail('timeout');
      case 'answerLost':
        this.handle(message);
        return fail('timeout');
      case 'requestDoubled':
        this.handle(message);
        return this.take(sync, this.handle(message));
      case 'answerDoubled': {
        const reply = this.handle(message);
        this.lateAnswers.push(reply);
        return this.take(sync, reply);
      }
      case 'answerLate':
        this.lateAnswers.push(this.handle(message));
        return fail('timeout');
      case 'requestLate':
        this.lateRequests.push(message);
        return fail('timeout');
      case 'disconnected':
        return fail('disconnected');
      case 'appNotRunning':
        return fail('appNotRunning');
      case 'watchDies':
        this.handle(message);
        return undefined;
      case 'storageThrows':
        return this.take(sync, this.handle(message, 'throws'));
      case 'storageSilent':
        return this.take(sync, this.handle(message, 'silent'));
    }
  }

  private handle(message: unknown, mood: Mood = 'good'): unknown {
    this.now += 137;
    this.storage.mood = mood;
    const reply = over(answer(message, phoneAt(this.storage, this.now, { random: Math.random })));
    this.storage.mood = 'good';
    return reply;
  }

  private take(sync: Sync, reply: unknown): Sync {
    const step = answered(sync, this.shared, reply);
    this.shared = step.shared;
    return step.sync;
  }
}

function over(message: unknown): unknown {
  return JSON.parse(JSON.stringify(message));
}
