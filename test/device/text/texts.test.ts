import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZONES } from '../../../core/body';
import { countdown, duration } from '../../../device/text/duration';
import { TEXT_IDS } from '../../../device/text/ids';
import { LANGUAGES, readTranslations, textIn } from '../../page/translations';

const english = textIn('en-US');

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const translations = readTranslations(language);

  test('are exactly those that the watch asks for', () => {
    expect([...translations.keys()].sort()).toEqual([...TEXT_IDS].sort());
  });

  test('appear once in the file', () => {
    const file = readFileSync(join(__dirname, '../../../page/i18n', `${language}.po`), 'utf8');
    expect(file.match(/^msgid "[^"]/gm)).toHaveLength(TEXT_IDS.length);
  });

  test('are not empty, and keep the braces of the English text', () => {
    for (const [id, words] of translations) {
      expect(words).not.toBe('');
      expect([id, braces(words)]).toEqual([id, braces(id)]);
    }
  });
});

test('an English text is its own id, wherever it ends a line', () => {
  for (const [id, words] of readTranslations('en-US')) expect(words.replace(/\n/g, ' ')).toBe(id);
});

test('a Chinese text contains no English except names of apps and keys', () => {
  for (const words of readTranslations('zh-CN').values()) {
    expect(words.replace(/\{\w+\}|Legato|Zepp/g, '')).not.toMatch(/[a-z]/);
  }
});

test.each([
  [635, '10 min 35 s', '10:35'],
  [600, '10 min', '10:00'],
  [65, '1 min 5 s', '1:05'],
  [42, '42 s', '0:42'],
  [0, '0 s', '0:00'],
  [3600, '60 min', '60:00'],
])('%i s is "%s", and "%s" on a clock', (seconds, words, clock) => {
  expect(duration(english, seconds)).toBe(words);
  expect(countdown(seconds)).toBe(clock);
});

test('every zone has a name of its own', () => {
  for (const language of LANGUAGES) {
    const names = ['Ankle', 'Calf', 'Knee', 'Lower thigh', 'Upper thigh'] as const;
    expect(new Set(names.map((name) => textIn(language)(name))).size).toBe(ZONES.length);
  }
});

function braces(words: string): string[] {
  return (words.match(/\{\w+\}/g) ?? []).sort();
}
