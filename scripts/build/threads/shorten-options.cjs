/**
 * zpm renames nothing at the top level of a file, so it is done here. `px` and `dp` may name nothing else: zpm replaces
 * every call of a function with such a name by a number.
 */
module.exports = {
  module: true,
  ecma: 2020,
  // Our functions are not constructors, and our getters have no side effects. A third pass saves 0.1 %, and what it makes of
  // a page takes more engine work. Functions that come first take less.
  compress: { passes: 2, unsafe_arrows: true, pure_getters: true, keep_fargs: false, hoist_funs: true },
  mangle: { reserved: ['px', 'dp'] },
};
