interface Launch {
  landed?: boolean;
}

/** Whether this is the first page since the app was opened; asking makes it so no more. */
export function isFirstPage(): boolean {
  const launch: Launch = getApp()._options.globalData ?? {};
  const first = launch.landed !== true;
  launch.landed = true;
  return first;
}
