/**
 * Declares the variables of a script by `var` where that means the same, and the others by `let`. terser then has less
 * to write, and joins and removes more; and the watch's engine checks before each use of a `const` or a `let` whether
 * it has got its value already, but not of a `var`.
 *
 * `var` means the same directly in the body of a function, which runs once for each call; in a loop or another block it
 * would not, since each turn has variables of its own. What is used before its declaration would be undefined instead of
 * an error, and what is assigned to a `const` would be stored; the types let neither pass. Drafts keep their declarations,
 * and a test compares sessions of both.
 */
const { parse } = require('acorn');

/** Takes and returns a module of ES2020. Throws on what is none. */
function declareShortly(script) {
  const declarations = [];
  collect(parse(script, { ecmaVersion: 2020, sourceType: 'module' }), declarations);
  let at = 0;
  const parts = declarations.map(({ start, kind, short }) => {
    const before = script.slice(at, start);
    at = start + kind.length;
    return before + short;
  });
  return parts.join('') + script.slice(at);
}

/** Collects the declarations below a node, in the order of the script. `isBody` says whether it is a body's statement. */
function collect(node, declarations, isBody = false) {
  if (node.type === 'VariableDeclaration') {
    declarations.push({
      start: node.start,
      kind: node.kind,
      short: isBody || node.kind === 'var' ? 'var' : 'let',
    });
  }
  for (const [part, value] of Object.entries(node)) {
    const below = [value].flat().filter((each) => typeof each?.type === 'string');
    below.forEach((each) => {
      if (isBodyOf(node, part)) each.body.forEach((statement) => collect(statement, declarations, true));
      else collect(each, declarations, node.type === 'Program');
    });
  }
}

function isBodyOf(node, part) {
  return part === 'body' && /Function/.test(node.type) && node.body.type === 'BlockStatement';
}

module.exports = { declareShortly };
