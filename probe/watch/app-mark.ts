/** What a service finds of the app's script: `e` it was evaluated, `c` its `onCreate` was called, `-` neither. */
export function appMark(): string {
  try {
    const found: unknown = getApp()._options.globalData;
    const { evaluated, created } = found as Partial<Record<'evaluated' | 'created', boolean>>;
    return `${evaluated === true ? 'e' : ''}${created === true ? 'c' : ''}` || '-';
  } catch {
    // There is no app in this world.
    return '-';
  }
}
