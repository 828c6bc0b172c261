/**
 * Preloaded into zpm. With `--prune true` zpm deletes each script once it is compiled to bytecode; this keeps a copy in
 * the folder KEPT_SCRIPTS, named by its bytecode (`keptScripts` in zpm.ts).
 */
const fs = require('node:fs');
const { createHash } = require('node:crypto');
const { join } = require('node:path');

const { unlinkSync } = fs;
const bytecode = /\.js$/;

fs.unlinkSync = (path) => {
  const compiled = String(path).replace(bytecode, '.bin');
  if (bytecode.test(String(path)) && fs.existsSync(compiled)) {
    const name = createHash('sha256').update(fs.readFileSync(compiled)).digest('hex');
    fs.copyFileSync(path, join(process.env.KEPT_SCRIPTS, `${name}.js`));
  }
  unlinkSync(path);
};
