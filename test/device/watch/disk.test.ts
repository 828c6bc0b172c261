import { watchDisk } from '../../../device/watch/disk';

/** A disk whose empty folders list as `undefined`, and which says 1 where a folder is there already. */
let mockFiles: Map<string, ArrayBuffer>;
let mockFolders: Set<string>;
/** How non-empty folders answer; `takes` says whether anything can be written. */
let mockDisk: { lists: boolean; takes: boolean };

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
        return paths.push(path);
      },
      closeSync: () => 0,
      writeSync({ fd, buffer }: { fd: number; buffer: ArrayBuffer }) {
        mockFiles.set(paths[fd - 1] ?? '', buffer.slice(0));
        return buffer.byteLength;
      },
      readFileSync: ({ path }: { path: string }) => mockFiles.get(path),
      rmSync: ({ path }: { path: string }) => (mockFiles.delete(path) ? 0 : -1),
      statSync: ({ path }: { path: string }) =>
        mockFiles.has(path) ? { size: mockFiles.get(path)?.byteLength } : undefined,
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
  mockDisk = { lists: true, takes: true };
});

test('an existing empty folder that lists as undefined is taken for an empty one, and stays empty', () => {
  expect(watchDisk.list('outbox')).toEqual([]);
  expect(mockFiles.size).toBe(0);
});

test('a folder that is not there is made, and is empty', () => {
  mockFolders.clear();
  expect(watchDisk.list('outbox')).toEqual([]);
  expect([...mockFolders]).toEqual(['outbox']);
});

test('a folder with files that lists as undefined is not taken for an empty one', () => {
  watchDisk.write('outbox/outbox-1.a', Uint8Array.of(1));
  mockDisk.lists = false;
  expect(watchDisk.list('outbox')).toBeUndefined();
  expect([...mockFiles.keys()]).toEqual(['outbox/outbox-1.a']);
});

test('if nothing can be written, the content of a folder that lists as undefined is unknown', () => {
  mockDisk.takes = false;
  expect(watchDisk.list('outbox')).toBeUndefined();
});

test('a folder that lists its files is believed', () => {
  watchDisk.write('outbox/outbox-1.a', Uint8Array.of(1));
  expect(watchDisk.list('outbox')).toEqual(['outbox-1.a']);
});
