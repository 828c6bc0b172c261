/** A thread in which our scripts are shortened, by terser in the main. */
const { minify } = require('terser');
const { serve } = require('./pool.cjs');
const { declareShortly } = require('./short-declarations.cjs');
const options = require('./shorten-options.cjs');

serve(async (text) => {
  const { script, passes } = JSON.parse(text);
  const compress = { ...options.compress, passes };
  return (await minify(declareShortly(script), { ...options, compress })).code ?? '';
});
