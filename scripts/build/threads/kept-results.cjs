/** Results of an earlier build, each under the checksum of what it was made from. */
const { createHash } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');

/**
 * Caches the results of `make`, for this build and the next. `recipe` names everything that a result depends on besides
 * the text: the tool, its version, its options. `forget` drops what this build did not need.
 */
function keepResults({ folder, recipe, make }) {
  const used = new Map();
  mkdirSync(folder, { recursive: true });
  const makeAndKeep = async (text, name) => {
    const file = join(folder, name);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    const made = await make(text);
    // Renaming makes the file appear complete.
    writeFileSync(`${file}.new`, made);
    renameSync(`${file}.new`, file);
    return made;
  };
  return {
    make: (text) => {
      const name = createHash('sha256').update(`${recipe}\0${text}`).digest('hex');
      if (!used.has(name)) used.set(name, makeAndKeep(text, name));
      return used.get(name);
    },
    forget: () => {
      for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name));
    },
  };
}

module.exports = { keepResults };
