/** Loaded into zpm before its own code, so that nothing is made twice from the same input, and nothing in vain. */
const { join } = require('node:path');
const { keepResults } = require('../threads/kept-results.cjs');
const { makePool } = require('../threads/pool.cjs');
const { bundleOnce, without } = require('./bundle-once.cjs');
const { MEASURE, ZPM, openDoors } = require('./zpm-patched.cjs');

/**
 * Babel lowers nothing in a folder named `node_modules` (`compiledFolder` in zpm.ts), and terser lays out anew what Babel
 * has only laid out.
 */
const lightened = (options) => without(['babel'], options);

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

openDoors({
  rollup: (rollup) => bundleOnce(rollup, lightened),
  px: pxOnce,
  shorten: (_, script) => shortened.make(script),
});
