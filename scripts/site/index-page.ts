/** The first page of the site: what Legato is, when not to use it, and a link to the virtual watch. */
import { LANGUAGES, WORDS, type Language } from '../../preview/text/texts';
import { careSentences } from './care-sentences';
import { TEXTS } from './texts';

/** The page of each language; the first is the one a host serves for the folder. */
export const INDEX_PAGES: Readonly<Record<Language, string>> = {
  'en-US': 'index.html',
  'zh-CN': 'zh-cn.html',
};

const STOP_SIGNS = ['stop.breath', 'stop.bleeding', 'stop.oneLeg', 'stop.vein', 'ask.first'] as const;

/** The page has no script, so it looks the same wherever it is opened. */
const POLICY =
  "default-src 'none'; style-src 'self' file:; img-src 'self' file:; font-src data:; base-uri 'none'; form-action 'none'";

/** A system may not have a Chinese font. */
const STYLES: Readonly<Record<Language, string>> = {
  'en-US': '',
  'zh-CN': ['fonts.css', 'fonts-chinese.css']
    .map((file) => `\n    <link rel="stylesheet" href="${file}" />`)
    .join(''),
};

export function indexPage(language: Language): string {
  const texts = TEXTS[language];
  const care = careSentences(language);
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="dark" />
    <meta name="theme-color" content="#0b0f10" />
    <meta name="description" content="${escaped(care('claim.what'))}" />
    <meta http-equiv="content-security-policy" content="${POLICY}" />
    <title>Legato</title>
    <link rel="icon" href="icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="index.css" />${STYLES[language]}
  </head>
  <body>
    <header>
      <h1><img src="icon.svg" alt="" width="44" height="44" />Legato</h1>
      <nav>${otherLanguages(language)}</nav>
    </header>
    <main>
      <p class="lead">${escaped(care('claim.what'))}</p>
      <p class="quiet">${escaped(`${care('claim.whole')} ${care('claim.device')}`)}</p>
      <p><a class="primary" href="watch.html?language=${language}">${escaped(texts.tryIt)}</a></p>
      <p class="quiet">${escaped(texts.tryNote)}</p>
      <img class="picture" src="session.png" alt="${escaped(texts.pictured)}" />
      <section class="care">
        <h2>${escaped(care('stop.title'))}</h2>
        ${list(STOP_SIGNS.map(care))}
      </section>
      <section>
        <h2>${escaped(texts.whatItDoes)}</h2>
        ${list(texts.does)}
      </section>
      <section>
        <h2>${escaped(texts.onYourWatch)}</h2>
        <p><strong>${escaped(texts.notTried)}</strong> ${escaped(texts.howToInstall)}</p>
      </section>
    </main>
    <footer class="quiet">
      <p>${escaped(texts.offline)}</p>
      <p><a href="licences.txt">${escaped(texts.licences)}</a></p>
    </footer>
  </body>
</html>
`;
}

function otherLanguages(language: Language): string {
  return LANGUAGES.filter((other) => other !== language)
    .map(
      (other) =>
        `<a href="${INDEX_PAGES[other]}" hreflang="${other}" lang="${other}">${escaped(WORDS[other].self)}</a>`,
    )
    .join(' ');
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${String(char.charCodeAt(0))};`);
}
