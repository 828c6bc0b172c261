import { openZab } from '../../virtual-watch/machine/zab';

/** A screen by zpm's name: `round 480x480`. */
export interface Screen {
  readonly shape: string;
  /** Width and height in px, such as `390x450`. */
  readonly resolution: string;
}

/** The part for one screen: the contents of one `.zpk` of the `.zab`. */
export interface ScreenPackage {
  readonly screen: Screen;
  /** The size of the `.zpk`, as sent to the phone. */
  readonly bytes: number;
  /** The files of the watch, by path inside `device.zip`. */
  readonly device: ReadonlyMap<string, Uint8Array>;
  /** The files of the phone, by path inside `app-side.zip`. */
  readonly phone: ReadonlyMap<string, Uint8Array>;
}

export function screenName({ shape, resolution }: Screen): string {
  return `${shape} ${resolution}`;
}

/** Unpacks a `.zab` of zpm. Throws when a part is missing, because then this is an unsupported version of zpm. */
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
