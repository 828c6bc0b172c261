/**
 * Loads zpm with small changes ("doors") in five places, so that nothing is made twice. By itself, zpm bundles each script
 * for each shape of screen, and computes px and minifies for each screen, although the scripts are the same for all.
 *
 * A zpm with other code in these places is loaded unchanged, which takes longer; a test then fails.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');

const ZPM = dirname(require.resolve('@zeppos/zpm/package.json'));
const LIBRARY = join(ZPM, 'lib', 'node.js');

/** The original code and its replacement. */
const DOORS = [
  ['A.exports=require("rollup")', 'A.exports=globalThis.zpmDoors.rollup(require("rollup"))'],
  ['{code:r}=(0,P.J)(n,t,i)', '{code:r}=globalThis.zpmDoors.px(P.J,n,t,i)'],
  [
    '(0,A.writeFileSync)(e,yield function(A){return ws(',
    '(0,A.writeFileSync)(e,yield globalThis.zpmDoors.shorten(function(A){return ws(',
  ],
  ['.code||A})}(t))', '.code||A})},t))'],
  // The function in the two entries above cannot be passed to another thread, but the thread can load what it calls.
  ['var ws=(A,e,t)=>', 'globalThis.zpmTerser=ys;var ws=(A,e,t)=>'],
];

/** Only calls of what is named px or dp become numbers of a screen; a script without is the same on all. */
const MEASURE = /\b(?:px|dp)\s*\(/;

/** zpm's library with its doors; `undefined` if it is not the version they were made for. */
function withDoors(library) {
  if (DOORS.some(([text]) => library.split(text).length !== 2)) return undefined;
  return DOORS.reduce((all, [text, door]) => all.replace(text, () => door), library);
}

/** Makes `require` load the library with its doors. */
function openDoors(doors) {
  globalThis.zpmDoors = doors;
  const load = Module._extensions['.js'];
  Module._extensions['.js'] = (module, file) => {
    const library = file === LIBRARY ? withDoors(readFileSync(file, 'utf8')) : undefined;
    if (library === undefined) load(module, file);
    else module._compile(library, file);
  };
}

module.exports = { MEASURE, ZPM, LIBRARY, withDoors, openDoors };
