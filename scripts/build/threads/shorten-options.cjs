/**
 * zpm renames nothing at the top level of a file, so it is done here. No name may become `px` or `dp`: zpm replaces
 * every call of a function with such a name by a number.
 */
module.exports = {
  module: true,
  ecma: 2020,
  // Our functions are not constructors, and our getters have no side effects. A third pass would save 0.1 % of the size
  // and cost the engine more work. Functions at the beginning of a script cost it less.
  compress: { passes: 2, unsafe_arrows: true, pure_getters: true, keep_fargs: false, hoist_funs: true },
  mangle: { reserved: ['px', 'dp'] },
};
