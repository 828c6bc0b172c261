/** The visitor's choices. They are kept in the URL, so that they survive a reload and can be shared as a link. */
import type { DeviceFacts } from '../virtual-watch/machine/device';
import { SPEEDS, type Speed } from './time-loop';
import { LANGUAGES, type Language } from './text/texts';

export const SCALES = ['fit', '1', '1.5', '2'] as const;
export type Scale = (typeof SCALES)[number];

export interface Choices {
  readonly device: DeviceFacts;
  readonly language: Language;
  readonly scale: Scale;
  readonly speed: Speed;
  readonly muted: boolean;
}

const FAVOURITE = 'Amazfit Balance';

/** Reads the choices from the URL. Anything missing or invalid gets the default of a first visit. */
export function readChoices(address: URL, devices: readonly DeviceFacts[], favourite: Language): Choices {
  const asked = address.searchParams;
  const device =
    devices.find(({ name }) => name === asked.get('device')) ??
    devices.find(({ name }) => name === FAVOURITE) ??
    devices[0];
  if (device === undefined) throw new Error('the package fits none of the watches in the table');
  return {
    device,
    language: languageOf(address, favourite),
    scale: SCALES.find((scale) => scale === asked.get('scale')) ?? 'fit',
    speed: SPEEDS.find((speed) => String(speed) === asked.get('speed')) ?? 1,
    muted: asked.get('muted') === 'yes',
  };
}

/** The language requested by a URL. */
export function languageOf(address: URL, favourite: Language): Language {
  return LANGUAGES.find((language) => language === address.searchParams.get('language')) ?? favourite;
}

/** The URL that expresses these choices. */
function addressOf(address: URL, { device, language, scale, speed, muted }: Choices): URL {
  const next = new URL(address);
  const said = { device: device.name, language, scale, speed: String(speed), muted: muted ? 'yes' : 'no' };
  for (const [name, value] of Object.entries(said)) next.searchParams.set(name, value);
  return next;
}

/** Writes these choices into the URL. */
export function noteInAddress(choices: Choices): void {
  try {
    history.replaceState(null, '', addressOf(new URL(location.href), choices));
  } catch {
    // Some browsers do not let a page change its URL when it was opened from a folder. Then a reload forgets the
    // choices.
  }
}

/** The language of the browser, if the preview supports it. */
export function browserLanguage(): Language {
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en-US';
}
