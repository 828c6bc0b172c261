import { LANGUAGES } from '../../preview/text/texts';
import { INDEX_PAGES, indexPage } from '../../scripts/site/index-page';
import { TEXTS } from '../../scripts/site/texts';
import { BODY_WORDS } from './about-the-body';
import { claimsIn, wordingsIn } from './care-page';

describe.each(LANGUAGES)('the site in %s', (language) => {
  const own: readonly string[] = Object.values({ ...TEXTS[language] }).flat();

  test('says nothing about the body in its own words, and claims nothing', () => {
    expect(own.filter((text) => BODY_WORDS[language]?.test(text) !== false)).toEqual([]);
    expect(own.flatMap((text) => text.match(claimsIn(language)) ?? [])).toEqual([]);
  });

  test('says when not to massage before it says what the app does', () => {
    const page = indexPage(language);
    const ids = ['claim.what', 'claim.whole', 'claim.device', 'stop.title', 'stop.breath', 'stop.bleeding'];
    const wordings = new Map(wordingsIn(language).map(({ id, sentence }) => [id, sentence]));
    const places = [...ids, 'stop.oneLeg', 'stop.vein', 'ask.first'].map((id) =>
      page.indexOf(wordings.get(id) ?? id, page.indexOf('<main>')),
    );
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(Math.max(...places)).toBeLessThan(page.indexOf(TEXTS[language].whatItDoes));
  });

  test('leads to the page of each other language', () => {
    const others = LANGUAGES.filter((other) => other !== language);
    others.forEach((other) => expect(indexPage(language)).toContain(`href="${INDEX_PAGES[other]}"`));
  });
});
