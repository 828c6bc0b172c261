import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPECTATION } from '../../../core/care';
import { TEXT_IDS } from '../../../device/text/ids';

const PROJECT = join(__dirname, '../../..');
const page = readFileSync(join(PROJECT, 'docs/care.md'), 'utf8');

/** Words by which a sentence about the body and its care is known. */
const OF_THE_BODY =
  /\b(veins?|swollen|swelling|sore|hurts?|pain|bleeds?|heart|doctor|get help|comfort|light touch|pillow|massage|pregnant)\b/i;

/** What is never to be read on a screen, by the page on care; "treat" and its kin in any form. */
const CLAIMS =
  /\b(heal|cure|treat|remove|prevent|improv|detox|(?<!not a )medical(?! help)|clinical|recommended by|risk)\w*|治疗(?!师)|治愈|治病|预防|改善|消除静脉/i;

/** The second cell of each row of the table under a heading. */
function sentencesUnder(heading: string): readonly string[] {
  const [, after = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const rows = [...section.matchAll(/^\|[^|]*\|([^|]*)\|[^|]*\|$/gm)].map(([, cell = '']) => cell.trim());
  return rows.filter((cell) => cell !== 'sentence' && cell !== '--');
}

const onScreens = sentencesUnder('Sentences on screens');

test('the page on care lists all that the watch says about the body, and nothing else', () => {
  expect([...onScreens].sort()).toEqual(TEXT_IDS.filter((id) => OF_THE_BODY.test(id)).sort());
});

test.each(['page', 'setting'])('no screen of "%s" claims what massage cannot do', (folder) => {
  for (const language of ['en-US', 'zh-CN']) {
    const file = readFileSync(join(PROJECT, folder, 'i18n', `${language}.po`), 'utf8');
    const entries = [...file.matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm)];
    // The one sentence that may use such words denies them.
    const texts = entries.filter(([, id]) => id !== EXPECTATION).map(([, , words = '']) => words);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((words) => CLAIMS.test(words))).toEqual([]);
  }
});
