/** A thread in which terser shortens our scripts. */
const { minify } = require('terser');
const { serve } = require('./pool.cjs');
const options = require('./shorten-options.cjs');

serve(async (script) => (await minify(script, options)).code ?? '');
