import type * as Zos from '@zos/settings';

import { SYSTEM_MODES } from '../machine/body';
import { intoRealm } from '../machine/realm';
import { isGetter, type ZosModule } from './module';

type Settings = Pick<
  typeof Zos,
  | 'getLanguage'
  | 'getSystemInfo'
  | 'getSystemMode'
  | 'getTimeFormat'
  | 'TIME_FORMAT_12'
  | 'TIME_FORMAT_24'
  | 'getDateFormat'
  | 'DATE_FORMAT_YMD'
  | 'DATE_FORMAT_DMY'
  | 'DATE_FORMAT_MDY'
>;

/** Indexed by number (Zepp OS docs, Multilingual Mapping). */
const LANGUAGES: readonly string[] = [
  ...[
    'zh-CN',
    'zh-TW',
    'en-US',
    'es-ES',
    'ru-RU',
    'ko-KR',
    'fr-FR',
    'de-DE',
    'id-ID',
    'pl-PL',
    'it-IT',
    'ja-JP',
  ],
  ...[
    'th-TH',
    'ar-EG',
    'vi-VN',
    'pt-PT',
    'nl-NL',
    'tr-TR',
    'uk-UA',
    'iw-IL',
    'pt-BR',
    'ro-RO',
    'cs-CZ',
    'el-GR',
  ],
  ...['sr-RS', 'ca-ES', 'fi-FI', 'nb-NO', 'da-DK', 'sv-SE', 'hu-HU', 'ms-MY', 'sk-SK', 'hi-IN'],
];

const DATE_FORMATS = { DATE_FORMAT_YMD: 0, DATE_FORMAT_DMY: 1, DATE_FORMAT_MDY: 2 } as const;
const TIME_FORMATS = { TIME_FORMAT_12: 0, TIME_FORMAT_24: 1 } as const;

export const settings: ZosModule = {
  name: '@zos/settings',
  inService: isGetter,
  inCard: 'all',
  make: (scope) =>
    ({
      ...DATE_FORMATS,
      ...TIME_FORMATS,
      getDateFormat: () => DATE_FORMATS.DATE_FORMAT_YMD,
      getTimeFormat: () => TIME_FORMATS.TIME_FORMAT_24,
      getLanguage: () => Math.max(0, LANGUAGES.indexOf(scope.language)),
      getSystemInfo: () =>
        intoRealm(scope.realm, {
          osVersion: scope.device.osVersion,
          firmwareVersion: '1.0.0',
          minAPI: scope.device.apiLevel,
        }) as Zos.getSystemInfo.Result,
      getSystemMode() {
        const modes = SYSTEM_MODES.map((mode) => [mode, scope.hardware.body.has(mode)]);
        return intoRealm(scope.realm, Object.fromEntries(modes)) as Zos.getSystemMode.Result;
      },
    }) satisfies Settings,
};
