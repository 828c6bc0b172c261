/** A thread in which zpm's own terser shortens scripts, as zpm has it do. */
const { serve } = require('../threads/pool.cjs');
const { LIBRARY, openDoors } = require('./zpm-patched.cjs');

openDoors({ rollup: (rollup) => rollup });
require(LIBRARY);

/** zpm calls it so, and goes through its steps in the same way. */
serve((script) => {
  const steps = globalThis.zpmTerser(script, { sourceMap: true }, undefined);
  let step;
  do step = steps.next(step?.value);
  while (!step.done);
  return step.value.code || script;
});
