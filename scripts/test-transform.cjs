/**
 * How Jest gets JavaScript from TypeScript. esbuild does it ten times as fast as Babel, but counts no branches and does
 * not move `jest.mock` above the imports; so Babel remains for the files whose branches are counted, and for those.
 */
const { createHash } = require('node:crypto');
const { createTransformer } = require('babel-jest').default;
const { transformSync, version } = require('esbuild');

const BABEL = createTransformer({
  babelrc: false,
  configFile: false,
  presets: [
    ['@babel/preset-env', { targets: { node: '20' } }],
    ['@babel/preset-typescript', { onlyRemoveTypeImports: true }],
  ],
});

const ESBUILD = {
  loader: 'ts',
  format: 'cjs',
  target: 'node20',
  // Jest's worlds have no `import()`.
  supported: { 'dynamic-import': false },
  sourcemap: true,
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
};

const RECIPE = `esbuild ${version} ${JSON.stringify(ESBUILD)}`;

function needsBabel(source, { instrument }) {
  return instrument || source.includes('jest.mock(');
}

module.exports = {
  canInstrument: true,
  getCacheKey: (source, path, options) =>
    needsBabel(source, options)
      ? BABEL.getCacheKey(source, path, options)
      : createHash('sha256').update(`${RECIPE}\0${path}\0${source}`).digest('hex').slice(0, 32),
  process: (source, path, options) =>
    needsBabel(source, options)
      ? BABEL.process(source, path, options)
      : transformSync(source, { ...ESBUILD, sourcefile: path }),
};
