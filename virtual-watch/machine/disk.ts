/**
 * The app's private `/data` folder. It survives the app, reboots and updates; a write during a power loss is left half
 * done. Failures are returned as values, as in the watch's API (Zepp OS docs, fs).
 */
export class Disk {
  readonly #files = new Map<string, Uint8Array>();
  readonly #folders = new Set<string>(['']);
  readonly #capacity: number;
  /** How many writes succeed before one is cut, how many bytes of that one reach the disk, and what happens then. */
  #tear: { whole: number; readonly bytes: number; readonly then: () => void } | undefined;
  #failing = 0;
  #unlistable = 0;
  #beforeFailing = 0;
  #frozen = false;
  #writes = 0;

  constructor(capacityBytes: number) {
    this.#capacity = capacityBytes;
  }

  /**
   * Cuts the next write, or the one after `whole` others, to its first `bytes` bytes. Then `then` is called, and
   * nothing is written until `thaw`.
   */
  tearNextWrite(bytes: number, then: () => void, whole = 0): void {
    this.#tear = { whole, bytes, then };
  }

  /** Makes the next `count` writes, or those after `whole` others, change nothing and report failure. */
  failWrites(count: number, whole = 0): void {
    this.#failing = count;
    this.#beforeFailing = whole;
  }

  /** Makes the next `count` folder listings report failure. */
  failLists(count: number): void {
    this.#unlistable = count;
  }

  /** Deletes everything. */
  wipe(): void {
    this.#files.clear();
    this.#folders.clear();
    this.#folders.add('');
  }

  thaw(): void {
    this.#frozen = false;
  }

  /** The number of writes requested, including failed ones. */
  get writes(): number {
    return this.#writes;
  }

  list(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  read(path: string): Uint8Array | undefined {
    return this.#files.get(path);
  }

  exists(path: string): boolean {
    return this.#files.has(path) || this.#folders.has(path);
  }

  isFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  folder(path: string): readonly string[] | undefined {
    if (!this.#folders.has(path)) return undefined;
    if (this.#unlistable > 0) {
      this.#unlistable -= 1;
      return undefined;
    }
    const prefix = path === '' ? '' : `${path}/`;
    return [...this.#files.keys(), ...this.#folders]
      .filter((name) => name !== path && name.startsWith(prefix) && !name.slice(prefix.length).includes('/'))
      .map((name) => name.slice(prefix.length))
      .sort();
  }

  get usedBytes(): number {
    let sum = 0;
    for (const bytes of this.#files.values()) sum += bytes.length;
    return sum;
  }

  /** Empties the file, creating it if necessary. */
  truncate(path: string): boolean {
    if (!this.#mayChange(path)) return false;
    this.#files.set(path, new Uint8Array(0));
    return true;
  }

  /**
   * Writes at the offset `at`, extending the file if necessary. Returns the number of bytes written, or `undefined` on
   * failure.
   */
  write(path: string, at: number, bytes: Uint8Array): number | undefined {
    this.#writes += 1;
    if (!this.#mayChange(path)) return undefined;
    const old = this.#files.get(path) ?? new Uint8Array(0);
    if (this.#failsNow()) return undefined;
    const grows = Math.max(0, at + bytes.length - old.length);
    if (this.usedBytes + grows > this.#capacity) return undefined;
    const tear = this.#tearNow();
    const arrived = tear === undefined ? bytes : bytes.subarray(0, tear.bytes);
    this.#files.set(path, overlay(old, at, arrived));
    if (tear !== undefined) this.#stopHere(tear.then);
    return bytes.length;
  }

  remove(path: string): boolean {
    return !this.#frozen && this.#files.delete(path);
  }

  rename(from: string, to: string): boolean {
    const bytes = this.#files.get(from);
    if (bytes === undefined || !this.#mayChange(to)) return false;
    this.#files.delete(from);
    this.#files.set(to, bytes);
    return true;
  }

  makeFolder(path: string): boolean {
    if (this.#frozen || this.exists(path) || !this.#folders.has(parentOf(path))) return false;
    this.#folders.add(path);
    return true;
  }

  /** Writes a file from outside, for example to damage it in a test. Creates its folder if necessary. */
  put(path: string, bytes: Uint8Array): void {
    for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) this.#folders.add(folder);
    this.#files.set(path, Uint8Array.from(bytes));
  }

  #mayChange(path: string): boolean {
    return !this.#frozen && path !== '' && !this.#folders.has(path) && this.#folders.has(parentOf(path));
  }

  #failsNow(): boolean {
    if (this.#failing === 0) return false;
    const isWhole = this.#beforeFailing > 0;
    if (isWhole) this.#beforeFailing -= 1;
    else this.#failing -= 1;
    return !isWhole;
  }

  #tearNow(): { readonly bytes: number; readonly then: () => void } | undefined {
    const tear = this.#tear;
    if (tear === undefined || tear.whole === 0) return tear;
    tear.whole -= 1;
    return undefined;
  }

  #stopHere(then: () => void): void {
    this.#tear = undefined;
    this.#frozen = true;
    then();
  }
}

/** `data://a/b`, `/a/b` and `a/b` are the same file (Zepp OS docs, File System). */
export function normalizePath(path: string): string {
  return path.replace(/^data:\/\//, '').replace(/^\/+|\/+$/g, '');
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function overlay(old: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.max(old.length, bytes.length === 0 ? 0 : at + bytes.length));
  whole.set(old);
  whole.set(bytes, at);
  return whole;
}
