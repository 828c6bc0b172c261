import type { Disk } from '../../../device/watch/disk';

type Content = NonNullable<ReturnType<Disk['read']>>;

/** A disk in memory. */
export interface FakeDisk extends Disk {
  readonly files: Map<string, Content>;
  /** Whether it takes what is written. */
  takes: boolean;
}

export function fakeDisk(files = new Map<string, Content>()): FakeDisk {
  const disk: FakeDisk = {
    files,
    takes: true,
    read: (path) => files.get(path),
    // As at the beginning of a launch, in which nothing is known yet.
    own: (path) => files.get(path),
    slot: () => undefined,
    knows: () => undefined,
    start(path, length) {
      const content = files.get(path);
      return content && { bytes: content.subarray(0, length), size: content.length };
    },
    keep(path, as) {
      const content = files.get(path);
      return content !== undefined && disk.write(as, content);
    },
    write(path, content) {
      if (disk.takes) files.set(path, content);
      return disk.takes;
    },
    remove(path) {
      files.delete(path);
    },
    list: (folder) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
    someIn: (folder, most) => (disk.list(folder, () => undefined) ?? []).slice(0, most),
    makeFolder: () => undefined,
  };
  return disk;
}
