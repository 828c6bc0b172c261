import type { Storage } from '../../phone/storage';

/** How a storage handles a write: correctly, by throwing, or by silently storing nothing. */
export type Mood = 'good' | 'throws' | 'silent';

/** The Zepp app's storage in memory, which can fail at every write. */
export class MemoryStorage implements Storage {
  private readonly items: Map<string, string>;
  /** The moods for the next writes, one each; `good` when they run out. */
  moods: Mood[] = [];
  /** The mood for all writes once `moods` has run out. */
  mood: Mood = 'good';
  readable = true;
  /** The most characters of all keys and values together; a write that would need more throws. */
  room = Infinity;
  writes = 0;

  constructor(items: Iterable<readonly [string, string]> = []) {
    this.items = new Map(items);
  }

  getItem(key: string): string | null {
    if (!this.readable) throw new Error('The storage cannot be read.');
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const [before, after] = [this.items.get(key), value].map((text) =>
      text === undefined ? 0 : key.length + text.length,
    );
    const isFull = this.size() - (before ?? 0) + (after ?? 0) > this.room;
    if (isFull) throw new Error('The storage is full.');
    if (this.takesWrite()) this.items.set(key, value);
  }

  removeItem(key: string): void {
    if (this.takesWrite()) this.items.delete(key);
  }

  all(): Readonly<Record<string, string>> {
    if (!this.readable) throw new Error('The storage cannot be read.');
    return Object.fromEntries(this.items);
  }

  /** In characters. */
  size(): number {
    return [...this.items].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  }

  keys(): readonly string[] {
    return [...this.items.keys()];
  }

  private takesWrite(): boolean {
    this.writes += 1;
    const mood = this.moods.shift() ?? this.mood;
    if (mood === 'throws') throw new Error('The storage is full.');
    return mood === 'good';
  }

  /** What is stored, for comparing. */
  contents(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.items].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  copy(): MemoryStorage {
    return new MemoryStorage(this.items);
  }
}
