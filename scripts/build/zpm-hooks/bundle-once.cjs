const fs = require('node:fs');
const { dirname } = require('node:path');

/**
 * Bundles a script once for all screens, unless it imports a layout for each (`zosLoader:`). Scripts do not change while
 * zpm runs, so the path identifies them. `lightened` makes of zpm's options for a bundle those that are used.
 */
function bundleOnce(rollup, lightened) {
  const bundles = new Map();
  const write = async (options, output) => {
    const { input } = options;
    const known = bundles.get(input);
    if (known === undefined) {
      const made = await (await rollup.rollup(lightened(options))).write(output);
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

/** zpm's options for a bundle without the plugins of these names. */
function without(names, { plugins = [], ...options }) {
  return { ...options, plugins: plugins.flat().filter((plugin) => !names.includes(plugin?.name)) };
}

module.exports = { bundleOnce, without };
