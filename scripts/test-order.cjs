/**
 * The order in which `npm test` runs its files. Those that need no package come first, because the package is built
 * meanwhile; within each half the longest come first, so that no worker is left alone with one at the end.
 */
const { createRequire } = require('node:module');
const { relative } = require('node:path');

/** Jest's own, which knows how long each file took here the last time, and otherwise how large it is. */
const Sequencer = createRequire(require.resolve('jest'))('@jest/test-sequencer').default;

/** Folders of `test` in which no test needs the package. */
const BEFORE_PACKAGE = ['app-widget', 'core', 'device', 'page', 'phone', 'setting'];

/** The longest files, longest first: on a new clone nothing is known, and the size of a file says little. */
const LONGEST = [
  'browser/preview',
  'browser/site',
  'scripts/pictures/screens',
  'browser/phone',
  'package/link/bad-input',
  'scripts/import-rule',
  'probe/probe',
  'core/session/laws',
  'scripts/build/build-package',
  'scripts/build/reuse',
  'package/care/walks',
  'package/link/stories',
  'package/stories',
  'core/reminder/stories',
  'package/reminders/stories',
  'docs/commands',
  'setting/spoken',
  'scripts/pictures/pictures',
  'page/care-views',
  'package/torn-writes',
  'package/evidence',
  'package/odd-answers',
  'browser/large-letters',
  'package/as-it-ships',
  'page/summary-view',
  'page/other-views',
  'page/session-view',
  'virtual-watch/spoken',
  'page/start-view',
  'scripts/pictures/moving',
];

module.exports = class TestOrder extends Sequencer {
  sort(tests) {
    const known = super.sort(tests);
    const ranks = new Map(known.map((test) => [test, rankOf(nameOf(test))]));
    // Sorting is stable, so the rest stays as it was.
    return [...known].sort((one, other) => {
      const [a, b] = [ranks.get(one), ranks.get(other)];
      return a.half - b.half || a.place - b.place;
    });
  }
};

module.exports.BEFORE_PACKAGE = BEFORE_PACKAGE;
module.exports.LONGEST = LONGEST;

function rankOf(name) {
  const place = LONGEST.indexOf(name);
  return {
    half: BEFORE_PACKAGE.some((folder) => name.startsWith(`${folder}/`)) ? 0 : 1,
    place: place < 0 ? LONGEST.length : place,
  };
}

/** The path of a test file in `test`, without its ending. */
function nameOf({ path, context }) {
  const inTest = relative(`${context.config.rootDir}/test`, path).replaceAll('\\', '/');
  return inTest.replace(/\.test\.ts$/, '');
}
