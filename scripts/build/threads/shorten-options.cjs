/**
 * zpm renames nothing at the top level of a file, so it is done here. No name may become `px` or `dp`: zpm replaces
 * every call of a function with such a name by a number.
 */
module.exports = {
  module: true,
  ecma: 2020,
  // Our functions are not constructors, and our getters have no side effects. Functions at the beginning of a script cost
  // the engine less.
  compress: { unsafe_arrows: true, pure_getters: true, keep_fargs: false, hoist_funs: true },
  mangle: { reserved: ['px', 'dp'] },
};
