/**
 * Loaded into zpm before its own code. zpm has qjsc compile each script for each screen, though most scripts are the same
 * on all of them, and their bytecode differs in nothing but the path that qjsc writes into it. So a script is compiled
 * once, and the path replaced where another of the same length takes its place.
 */
const childProcess = require('node:child_process');
const { readFileSync, writeFileSync } = require('node:fs');

const { spawnSync } = childProcess;
const compiled = new Map();

childProcess.spawnSync = (program, args, ...rest) => {
  const [flag, , bytecode, path] = args ?? [];
  if (flag !== '-b' || path === undefined) return spawnSync(program, args, ...rest);
  const script = readFileSync(path, 'latin1');
  const known = compiled.get(script);
  if (known !== undefined && known.path.length === path.length && known.bytes.includes(known.path)) {
    writeFileSync(
      bytecode,
      known.bytes.replaceAll(known.path, () => path),
      'latin1',
    );
    return { status: 0 };
  }
  const ended = spawnSync(program, args, ...rest);
  if (ended.status === 0) compiled.set(script, { path, bytes: readFileSync(bytecode, 'latin1') });
  return ended;
};
