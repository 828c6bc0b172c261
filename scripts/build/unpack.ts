import { openZab } from '../../virtual-watch/machine/zab';

/** A screen as zpm names it: `round 480x480`. */
export interface Screen {
  readonly shape: string;
  /** Width and height in px, such as `390x450`. */
  readonly resolution: string;
}

/** What one screen gets: the contents of one `.zpk` of the `.zab`. */
export interface ScreenPackage {
  readonly screen: Screen;
  /** Size of the `.zpk`, as it is sent to the phone. */
  readonly bytes: number;
  /** The files of the watch, by path inside `device.zip`. */
  readonly device: ReadonlyMap<string, Uint8Array>;
  /** The files of the phone, by path inside `app-side.zip`. */
  readonly phone: ReadonlyMap<string, Uint8Array>;
}

export function screenName({ shape, resolution }: Screen): string {
  return `${shape} ${resolution}`;
}

/** Takes a `.zab` of zpm apart. Throws when a part is missing, because then zpm is not the one this was written for. */
export function unpackZab(zab: Uint8Array): readonly ScreenPackage[] {
  return openZab(zab).map(({ shape, resolution, unpack }) => {
    const { bytes, device, phone } = unpack();
    return {
      screen: { shape, resolution },
      bytes,
      device: new Map(Object.entries(device)),
      phone: new Map(Object.entries(phone)),
    };
  });
}
