/**
 * Loaded into zpm before its own code for a draft, whose scripts only have to run: they are bundled once for all screens
 * and otherwise left as they are.
 */
const { bundleOnce, without } = require('./bundle-once.cjs');
const { MEASURE, openDoors } = require('./zpm-patched.cjs');

/** What esbuild has made of our sources needs neither lowering nor another look for what is unused. */
const lightened = (options) => ({
  ...without(['babel', 'commonjs', 'esbuild'], options),
  treeshake: false,
});

openDoors({
  rollup: (rollup) => bundleOnce(rollup, lightened),
  px: (workOut, script, ...screen) => (MEASURE.test(script) ? workOut(script, ...screen) : { code: script }),
});
