import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ABOUT_USE, BODY_WORDS, README_ABOUT_USE } from './about-the-body';
import {
  claimsIn,
  DENIALS,
  ENTRIES,
  PARTS,
  PROJECT,
  unsourcedIn,
  withoutSourcesOf,
  wordingsIn,
} from './care-page';
import { readmeSentences } from './readme-sentences';

const LANGUAGES = ['en-US', 'zh-CN'] as const;
/** The folders with texts of watch and phone. */
const ROOMS = ['page', 'setting'] as const;

/** The texts of a room in a language, by their English. */
function textsIn(room: string, language: string): ReadonlyMap<string, string> {
  const file = readFileSync(join(PROJECT, room, 'i18n', `${language}.po`), 'utf8');
  return new Map(
    [...file.matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm)].map(([, id = '', text = '']) => [
      unquoted(id),
      unquoted(text),
    ]),
  );
}

/** A text without its quotes; where it ends a line is no part of what it says. */
function unquoted(text: string): string {
  return text
    .replace(/([!-~])\\n(?=[!-~])/g, '$1 ')
    .replace(/\\n/g, '')
    .replace(/\\(.)/g, '$1');
}

const rooms = new Map(
  LANGUAGES.map((language) => [language, ROOMS.map((room) => textsIn(room, language))] as const),
);
const texts = new Set((rooms.get('en-US') ?? []).flatMap((room) => [...room.keys()]));
const english = wordingsIn('en-US');
const sentences = new Set(english.map(({ sentence }) => sentence));
const isOfReadme = new Set(ENTRIES.filter(({ where }) => where === 'README').map(({ id }) => id));

/** Every text that `core/care` exports, at any depth. */
function saidByCore(): readonly string[] {
  const files = modulesIn('core/care');
  return files.flatMap((file) => textsWithin(jest.requireActual<object>(join(PROJECT, file))));
}

function modulesIn(folder: string): readonly string[] {
  const path = join(PROJECT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).flatMap((name) => (name.endsWith('.ts') ? [`${folder}/${name}`] : []));
}

function textsWithin(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : [];
}

/** Placeholders are filled from other texts. */
function speaksOfTheBody(text: string, language: string): boolean {
  return BODY_WORDS[language]?.test(text.replace(/\{\w+\}/g, '')) === true;
}

/** What a text claims. The Chinese word for therapist is allowed, although it begins with the one for treatment. */
function claimsOf(text: string, language: string): readonly string[] {
  return text.replace(/治疗师/g, '').match(claimsIn(language)) ?? [];
}

describe('what watch and phone say about the body', () => {
  test('is in docs/care.md, in either language', () => {
    const unlisted = LANGUAGES.flatMap((language) =>
      (rooms.get(language) ?? []).flatMap((room) =>
        [...room].flatMap(([id, text]) =>
          speaksOfTheBody(text, language) && !sentences.has(id) && !ABOUT_USE.includes(id) ? [id] : [],
        ),
      ),
    );
    expect([...new Set(unlisted)]).toEqual([]);
  });

  test('includes everything that the rules of care say', () => {
    const said = saidByCore().filter((text) => texts.has(text));
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((text) => !sentences.has(text) && !ABOUT_USE.includes(text))).toEqual([]);
  });

  test.each(LANGUAGES)('is worded in %s as on the page, the same on watch and phone', (language) => {
    const wordings = new Map(wordingsIn(language).map(({ id, sentence }) => [id, sentence]));
    const onScreens = english.filter(({ id }) => !isOfReadme.has(id));
    onScreens.forEach(({ id, sentence }) => {
      const said = (rooms.get(language) ?? []).flatMap((room) => room.get(sentence) ?? []);
      expect([id, [...new Set(said)]]).toEqual([id, [wordings.get(id)]]);
    });
    expect([...wordings.keys()]).toEqual((language === 'en-US' ? english : onScreens).map(({ id }) => id));
  });

  test('has no exceptions that are unused', () => {
    expect(ABOUT_USE.filter((text) => !texts.has(text))).toEqual([]);
    expect(ABOUT_USE.filter((text) => sentences.has(text))).toEqual([]);
  });
});

describe('the README', () => {
  const said = readmeSentences();

  test('says nothing about the body that is not in docs/care.md', () => {
    const unlisted = said.filter(
      (text) => speaksOfTheBody(text, 'en-US') && !sentences.has(text) && !README_ABOUT_USE.includes(text),
    );
    expect(unlisted).toEqual([]);
  });

  test('says everything that the page has for it', () => {
    const listed = english.filter(({ id }) => isOfReadme.has(id)).map(({ sentence }) => sentence);
    expect(listed.length).toBeGreaterThan(0);
    expect([...listed, ...README_ABOUT_USE].filter((text) => !said.includes(text))).toEqual([]);
  });
});

describe('each sentence in docs/care.md', () => {
  test('has an id of its own and rests on parts of the page', () => {
    const ids = ENTRIES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ENTRIES.filter(({ restsOn }) => restsOn.some((part) => !PARTS.includes(part)))).toEqual([]);
    expect(english.map(({ id }) => id)).toEqual(ids);
  });

  test('has a source, as has each fact', () => {
    expect(unsourcedIn()).toEqual([]);
  });

  test.each([...new Set(ENTRIES.flatMap(({ restsOn }) => restsOn))])(
    'lacks one without those of %s',
    (part) => {
      const resting = ENTRIES.filter(({ restsOn }) => restsOn.includes(part)).map(({ id }) => id);
      expect(unsourcedIn(withoutSourcesOf(part))).toEqual(expect.arrayContaining(resting));
    },
  );

  test.each(LANGUAGES)('has a day and a reviewer in %s, who may be none yet', (language) => {
    const wordings = wordingsIn(language);
    expect(wordings.length).toBeGreaterThan(0);
    wordings.forEach(({ id, worded, reviewedBy }) => {
      expect([id, worded]).toEqual([id, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
      expect([id, reviewedBy]).toEqual([id, expect.stringMatching(/./)]);
    });
  });

  test('mentions darker skin wherever it mentions redness', () => {
    const reddening = english.filter(({ sentence }) => /\bredd?(er|ness)?\b/i.test(sentence));
    // A vein that is red says what the guideline says; a leg is red or darker.
    expect(reddening.map(({ id }) => id)).toContain('start.sign');
    expect(reddening.filter(({ sentence }) => !/darker|hard, sore or red vein/.test(sentence))).toEqual([]);
  });
});

describe('what massage cannot do is never claimed', () => {
  const denied = english.filter(({ id }) => DENIALS.includes(id));

  test('and the sentences that deny it are on the page', () => {
    expect(denied.map(({ id }) => id)).toEqual(DENIALS);
    expect(denied.filter(({ sentence }) => !/\bnot\b/.test(sentence))).toEqual([]);
  });

  test.each(LANGUAGES)('on no screen in %s', (language) => {
    const deny = new Set(denied.map(({ sentence }) => sentence));
    const claimed = (rooms.get(language) ?? []).flatMap((room) =>
      [...room].flatMap(([id, text]) => (deny.has(id) ? [] : claimsOf(text, language))),
    );
    expect(claimed).toEqual([]);
  });

  test('not in the README, nor in what the store shows', () => {
    const deny = denied.map(({ sentence }) => sentence);
    const readme = readmeSentences().filter((text) => !deny.includes(text));
    const store = readFileSync(join(PROJECT, 'app.json'), 'utf8');
    expect([...readme, store].flatMap((text) => claimsOf(text, 'en-US'))).toEqual([]);
    expect(claimsOf(store, 'zh-CN')).toEqual([]);
  });

  test.each([
    ['en-US', 'It heals veins and improves circulation, clinically proven.', 4],
    ['en-US', 'Rub harder where it is blue: it boosts circulation.', 2],
    ['zh-CN', '治疗静脉曲张，改善循环，经临床验证。', 4],
    ['zh-CN', '发青的地方用力揉：能促进循环。', 2],
  ])('and a claim in %s is detected', (language, claim, count) => {
    expect(claimsOf(claim, language)).toHaveLength(count);
    expect(speaksOfTheBody(claim, language)).toBe(true);
  });
});
