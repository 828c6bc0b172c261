import type * as Zos from '@zos/fs';

import { normalizePath, type Disk } from '../machine/disk';
import { bufferIntoRealm, bytesOf, intoRealm } from '../machine/realm';
import type { Scope } from '../machine/scope';
import { decodeUtf8, encodeUtf8 } from '../machine/utf8';
import type { ZosModule } from './module';
import { checkOption } from './options';

type Fs = Pick<typeof Zos, 'openSync' | 'statSync' | 'readSync' | 'writeSync' | 'renameSync' | 'readdirSync'>;
// Typed with an object and with the bare value; the model accepts both. `writeFileSync` is typed as returning nothing.
type Loose = Readonly<
  Record<'closeSync' | 'rmSync' | 'mkdirSync' | 'readFileSync' | 'writeFileSync', unknown>
>;

/** The flags of `open`, with POSIX numbers; the docs publish none. */
const FLAGS = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_APPEND: 1024,
  O_CREAT: 64,
  O_EXCL: 128,
  O_TRUNC: 512,
} as const;

/** The return value of a failed call; the docs only say what success is. */
const FAILED = -1;
const DONE = 0;

interface OpenFile {
  readonly path: string;
  readonly mayRead: boolean;
  readonly mayWrite: boolean;
  readonly appends: boolean;
  position: number;
}

/** Files in the app's private folder. A call that fails returns a failure code; only an invalid call is refused. */
export const fs: ZosModule = {
  name: '@zos/fs',
  inService: 'all',
  inCard: 'all',
  make: (scope) =>
    ({
      ...FLAGS,
      ...openFileCalls(scope),
      ...wholeFileCalls(scope),
      ...folderCalls(scope),
    }) satisfies Fs & Loose & typeof FLAGS,
};

/** A service can write only while the screen is off (Zepp OS docs, App Service). */
function mayChange(scope: Scope): boolean {
  return scope.lifetime.alive && !(scope.kind === 'service' && scope.hardware.screen.lit);
}

/** The calls on files that a script has opened. */
function openFileCalls(scope: Scope) {
  const { disk } = scope.hardware;
  const open = new Map<number, OpenFile>();
  let lastFd = 2;
  const fileOf = (fd: unknown): OpenFile | undefined => open.get(fd as number);
  return {
    openSync(option) {
      const { path, flag = FLAGS.O_RDONLY } = checkOption(scope, 'openSync', option, {
        path: 'string',
        flag: 'number?',
        options: 'unmodelled',
      });
      const file = openFile(disk, normalizePath(path), flag, mayChange(scope));
      if (file === undefined) return FAILED;
      open.set((lastFd += 1), file);
      return lastFd;
    },
    closeSync: (option: unknown) =>
      open.delete(bare(scope, 'closeSync', option, 'fd') as number) ? DONE : FAILED,
    readSync(option) {
      const { fd, buffer, options } = checkTransfer(scope, 'readSync', option);
      const file = fileOf(fd);
      if (file?.mayRead !== true) return FAILED;
      const at = options.position ?? file.position;
      const part = (disk.read(file.path) ?? new Uint8Array(0)).subarray(at, at + options.length);
      buffer.set(part, options.offset);
      if (options.position === undefined) file.position = at + part.length;
      return part.length;
    },
    writeSync(option) {
      const { fd, buffer, options } = checkTransfer(scope, 'writeSync', option);
      const file = fileOf(fd);
      if (file === undefined || !file.mayWrite || !mayChange(scope)) return FAILED;
      const end = disk.read(file.path)?.length ?? 0;
      const at = file.appends ? end : (options.position ?? file.position);
      const written = disk.write(
        file.path,
        at,
        buffer.slice(options.offset, options.offset + options.length),
      );
      if (written === undefined) return FAILED;
      if (options.position === undefined) file.position = at + written;
      return written;
    },
  } satisfies Pick<Fs, 'openSync' | 'readSync' | 'writeSync'> & Pick<Loose, 'closeSync'>;
}

/** The calls on whole files. */
function wholeFileCalls(scope: Scope) {
  const { disk } = scope.hardware;
  return {
    statSync(option) {
      const { path } = checkOption(scope, 'statSync', option, { path: 'string' });
      const bytes = disk.read(normalizePath(path));
      const stat = bytes === undefined ? undefined : { size: bytes.length };
      return intoRealm(scope.realm, stat) as Zos.statSync.Result;
    },
    readFileSync(option: unknown) {
      const { path, options } = checkOption(scope, 'readFileSync', option, {
        path: 'string',
        options: 'object?',
      });
      const bytes = disk.read(normalizePath(path));
      if (bytes === undefined) return undefined;
      return options?.['encoding'] === undefined ? bufferIntoRealm(scope.realm, bytes) : decodeUtf8(bytes);
    },
    writeFileSync(option: unknown) {
      const { path, data } = checkOption(scope, 'writeFileSync', option, {
        path: 'string',
        data: 'any',
        options: 'object?',
      });
      const bytes = typeof data === 'string' ? encodeUtf8(data) : bytesOf(data);
      if (bytes === undefined) return scope.misuse('writeFileSync: data is neither text nor bytes');
      const name = normalizePath(path);
      if (mayChange(scope) && disk.truncate(name)) disk.write(name, 0, Uint8Array.from(bytes));
      return undefined;
    },
  } satisfies Pick<Fs, 'statSync'> & Pick<Loose, 'readFileSync' | 'writeFileSync'>;
}

/** The calls on names and folders. */
function folderCalls(scope: Scope) {
  const { disk } = scope.hardware;
  return {
    renameSync(option) {
      const { oldPath, newPath } = checkOption(scope, 'renameSync', option, {
        oldPath: 'string',
        newPath: 'string',
      });
      return mayChange(scope) && disk.rename(normalizePath(oldPath), normalizePath(newPath)) ? DONE : FAILED;
    },
    rmSync: (option: unknown) =>
      mayChange(scope) && disk.remove(pathOf(scope, 'rmSync', option)) ? DONE : FAILED,
    mkdirSync: (option: unknown) =>
      mayChange(scope) && disk.makeFolder(pathOf(scope, 'mkdirSync', option)) ? DONE : FAILED,
    readdirSync(option) {
      const { path } = checkOption(scope, 'readdirSync', option, { path: 'string' });
      return intoRealm(scope.realm, disk.folder(normalizePath(path))) as Zos.readdirSync.Result;
    },
  } satisfies Pick<Fs, 'renameSync' | 'readdirSync'> & Pick<Loose, 'rmSync' | 'mkdirSync'>;
}

function openFile(disk: Disk, path: string, flag: number, mayChange: boolean): OpenFile | undefined {
  const has = (bit: number): boolean => (flag & bit) !== 0;
  const mayWrite = has(FLAGS.O_WRONLY) || has(FLAGS.O_RDWR);
  if (mayWrite && !mayChange) return undefined;
  const exists = disk.read(path) !== undefined;
  if (exists && has(FLAGS.O_CREAT) && has(FLAGS.O_EXCL)) return undefined;
  if (!exists && !(has(FLAGS.O_CREAT) && mayChange)) return undefined;
  if ((!exists || (has(FLAGS.O_TRUNC) && mayWrite)) && !disk.truncate(path)) return undefined;
  return { path, mayRead: !has(FLAGS.O_WRONLY), mayWrite, appends: has(FLAGS.O_APPEND), position: 0 };
}

function bare(scope: Scope, api: string, option: unknown, field: 'fd' | 'path'): unknown {
  if (typeof option !== 'object') return option;
  return checkOption(scope, api, option, { [field]: 'any' })[field];
}

function pathOf(scope: Scope, api: string, option: unknown): string {
  const path = bare(scope, api, option, 'path');
  return typeof path === 'string' ? normalizePath(path) : scope.misuse(`${api} takes a path`);
}

/** The common arguments of reading and writing, with defaults. */
function checkTransfer(scope: Scope, api: string, option: unknown) {
  const { fd, buffer, options } = checkOption(scope, api, option, {
    fd: 'number',
    buffer: 'any',
    options: 'object?',
  });
  const bytes = bytesOf(buffer);
  if (bytes === undefined || ArrayBuffer.isView(buffer))
    return scope.misuse(`${api}: buffer has to be an ArrayBuffer`);
  const {
    offset = 0,
    length,
    position,
  } = checkOption(scope, `${api}: options`, options ?? {}, {
    offset: 'number?',
    length: 'number?',
    position: 'any?',
  });
  const at = typeof position === 'number' ? position : undefined;
  return { fd, buffer: bytes, options: { offset, length: length ?? bytes.length - offset, position: at } };
}
