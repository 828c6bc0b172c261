import { watchDisk } from '../../../device/watch/disk';

/** A disk whose empty folders list as `undefined`, and which says 1 where a folder is there already. */
let mockFiles: Map<string, ArrayBuffer>;
let mockFolders: Set<string>;
/**
 * How non-empty folders answer; `finds` says whether files are found by name, `takes` whether anything can be written,
 * `tells` how files are numbered.
 */
let mockDisk: { lists: boolean; finds: boolean; takes: boolean; tells: 'its descriptors' | 'zero' };

jest.mock(
  '@zos/fs',
  () => {
    const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
    const isPlace = (path: string): boolean => !path.includes('/') || mockFolders.has(folderOf(path));
    const paths: string[] = [];
    return {
      ...{ O_CREAT: 1, O_RDONLY: 0, O_TRUNC: 2, O_WRONLY: 4 },
      openSync({ path, flag }: { path: string; flag: number }) {
        if (flag === 0 ? !mockFiles.has(path) : !isPlace(path) || !mockDisk.takes) return -1;
        const fd = paths.push(path);
        return mockDisk.tells === 'zero' ? 0 : fd;
      },
      closeSync: () => 0,
      writeSync({ fd, buffer }: { fd: number; buffer: ArrayBuffer }) {
        if (!paths[fd - 1]) return -9;
        mockFiles.set(paths[fd - 1] ?? '', buffer.slice(0));
        return buffer.byteLength;
      },
      writeFileSync({ path, data }: { path: string; data: ArrayBuffer }) {
        if (mockDisk.takes) mockFiles.set(path, data.slice(0));
      },
      readFileSync: ({ path }: { path: string }) => mockFiles.get(path),
      rmSync: ({ path }: { path: string }) => (mockFiles.delete(path) ? 0 : -1),
      statSync: ({ path }: { path: string }) =>
        mockDisk.finds && mockFiles.has(path) ? { size: mockFiles.get(path)?.byteLength } : undefined,
      mkdirSync({ path }: { path: string }) {
        if (mockFolders.has(path) || !mockDisk.takes) return 1;
        mockFolders.add(path);
        return 0;
      },
      readdirSync({ path }: { path: string }) {
        const names = [...mockFiles.keys()].filter((file) => folderOf(file) === path);
        return mockDisk.lists && names.length > 0
          ? names.map((name) => name.slice(path.length + 1))
          : undefined;
      },
    };
  },
  { virtual: true },
);

beforeEach(() => {
  mockFiles = new Map();
  mockFolders = new Set(['outbox']);
  mockDisk = { lists: true, finds: true, takes: true, tells: 'its descriptors' };
});

const unknown = () => undefined;

test('an existing empty folder that lists as undefined is taken for an empty one, and stays empty', () => {
  expect(watchDisk.list('outbox', unknown)).toEqual([]);
  expect(mockFiles.size).toBe(0);
});

test('a folder that is not there is made, and is empty', () => {
  mockFolders.clear();
  expect(watchDisk.list('outbox', unknown)).toEqual([]);
  expect([...mockFolders]).toEqual(['outbox']);
});

test('a folder with files that lists as undefined is not taken for an empty one', () => {
  watchDisk.write('outbox/outbox-1.a', Uint8Array.of(1));
  mockDisk.lists = false;
  expect(watchDisk.list('outbox', unknown)).toBeUndefined();
  expect([...mockFiles.keys()]).toEqual(['outbox/outbox-1.a']);
});

describe('if a folder is never listed', () => {
  const possible = () => ['outbox-1.a', 'outbox-1.b', 'outbox-2.a'];

  beforeEach(() => {
    watchDisk.write('outbox/outbox-1.a', Uint8Array.of(1));
    watchDisk.write('outbox/outbox-2.a', Uint8Array.of(2));
    mockDisk.lists = false;
  });

  test('its files are found by the names that they may have', () => {
    expect(watchDisk.list('outbox', possible)).toEqual(['outbox-1.a', 'outbox-2.a']);
    expect([...mockFiles.keys()]).toEqual(['outbox/outbox-1.a', 'outbox/outbox-2.a']);
  });

  test('and files are not found by name either, its content is unknown', () => {
    mockDisk.finds = false;
    expect(watchDisk.list('outbox', possible)).toBeUndefined();
  });
});

test('if nothing can be written, the content of a folder that lists as undefined is unknown', () => {
  mockDisk.takes = false;
  expect(watchDisk.list('outbox', unknown)).toBeUndefined();
});

test('a folder that lists its files is believed', () => {
  watchDisk.write('outbox/outbox-1.a', Uint8Array.of(1));
  expect(watchDisk.list('outbox', unknown)).toEqual(['outbox-1.a']);
});

test('a descriptor that is 0 and writes nothing is not believed: the file is written in another way', () => {
  mockDisk.tells = 'zero';
  expect(watchDisk.write('session.a', Uint8Array.of(1, 2))).toBe(true);
  expect([...new Uint8Array(mockFiles.get('session.a') ?? new ArrayBuffer(0))]).toEqual([1, 2]);
});

test('a watch that takes nothing is believed, whatever its descriptors', () => {
  mockDisk.takes = false;
  expect(watchDisk.write('session.a', Uint8Array.of(1, 2))).toBe(false);
});
