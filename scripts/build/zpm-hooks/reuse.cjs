/** Loaded into zpm before its own code, so that nothing is made twice from the same input, and nothing in vain. */
const fs = require('node:fs');
const { dirname, join } = require('node:path');
const { keepResults } = require('../threads/kept-results.cjs');
const { makePool } = require('../threads/pool.cjs');
const { ZPM, openDoors } = require('./zpm-patched.cjs');

/**
 * Bundles a script once for all screens, unless it imports a layout for each (`zosLoader:`). Scripts do not change while
 * zpm runs, so the path identifies them.
 */
function bundleOnce(rollup) {
  const bundles = new Map();
  const write = async (options, output) => {
    const { input } = options;
    const known = bundles.get(input);
    if (known === undefined) {
      const made = await (await rollup.rollup(withoutBabel(options))).write(output);
      const isForAll = !fs.readFileSync(input, 'utf8').includes('zosLoader:');
      if (isForAll) bundles.set(input, fs.readFileSync(output.file));
      return made;
    }
    fs.mkdirSync(dirname(output.file), { recursive: true });
    fs.writeFileSync(output.file, known);
    return undefined;
  };
  return { ...rollup, rollup: async (options) => ({ write: (output) => write(options, output) }) };
}

/**
 * Babel lowers nothing in a folder named `node_modules` (`compiledFolder` in zpm.ts), and terser lays out anew what Babel
 * has only laid out.
 */
function withoutBabel({ plugins = [], ...options }) {
  return { ...options, plugins: plugins.flat().filter((plugin) => plugin?.name !== 'babel') };
}

/** Only calls of what is named px or dp become numbers of a screen; a script that has neither word is the same on all. */
const MEASURE = /\b(?:px|dp)\b/;
const measured = new Map();

function pxOnce(workOut, script, ...screen) {
  if (MEASURE.test(script)) return workOut(script, ...screen);
  if (!measured.has(script)) measured.set(script, workOut(script, ...screen));
  return measured.get(script);
}

const pool = makePool(join(__dirname, 'compress-thread.cjs'));
const { version } = require(join(ZPM, 'package.json'));
const shortened = keepResults({
  folder: process.env.KEPT_RESULTS,
  recipe: `zpm ${version}`,
  make: pool.make,
});
process.on('exit', shortened.forget);

openDoors({ rollup: bundleOnce, px: pxOnce, shorten: (_, script) => shortened.make(script) });
