/**
 * Loads zpm with small changes ("doors") in five places, so that what was made once is not made again. zpm bundles each script for each
 * shape of screen, and works px out and shortens for each screen, though the scripts of all screens are the same.
 *
 * Should a later zpm look otherwise there, it is loaded as it is, and takes its time; a test tells.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');

const ZPM = dirname(require.resolve('@zeppos/zpm/package.json'));
const LIBRARY = join(ZPM, 'lib', 'node.js');

/** What stands there and what takes its place. */
const DOORS = [
  ['A.exports=require("rollup")', 'A.exports=globalThis.zpmDoors.rollup(require("rollup"))'],
  ['{code:r}=(0,P.J)(n,t,i)', '{code:r}=globalThis.zpmDoors.px(P.J,n,t,i)'],
  [
    '(0,A.writeFileSync)(e,yield function(A){return ws(',
    '(0,A.writeFileSync)(e,yield globalThis.zpmDoors.shorten(function(A){return ws(',
  ],
  ['.code||A})}(t))', '.code||A})},t))'],
  // The function of the two above cannot be handed to another thread, but what it calls can be had there as well.
  ['var ws=(A,e,t)=>', 'globalThis.zpmTerser=ys;var ws=(A,e,t)=>'],
];

/** zpm's library with its doors; `undefined` when it is not the one these were made for. */
function withDoors(library) {
  if (DOORS.some(([text]) => library.split(text).length !== 2)) return undefined;
  return DOORS.reduce((all, [text, door]) => all.replace(text, () => door), library);
}

/** From now on `require` answers with that one. */
function openDoors(doors) {
  globalThis.zpmDoors = doors;
  const load = Module._extensions['.js'];
  Module._extensions['.js'] = (module, file) => {
    const library = file === LIBRARY ? withDoors(readFileSync(file, 'utf8')) : undefined;
    if (library === undefined) load(module, file);
    else module._compile(library, file);
  };
}

module.exports = { ZPM, LIBRARY, withDoors, openDoors };
