/**
 * Zepp's compiler bundles every page alone, so what several pages use would be in the package several times. The
 * build puts such code here once (scripts/build/shared-code.ts): the app holds it, and the pages borrow it from
 * `getApp()._options.globalData.sharedCode`. Only code that keeps nothing of a page, neither timer nor widget, is shared.
 */
export const sharedCode: readonly unknown[] = [];
