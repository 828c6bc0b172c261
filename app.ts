/**
 * The world of a service may load this file too, so it contains only what every world needs: the object through which
 * pages pass data to one another while the app is open (device/watch/launch.ts).
 */
App({ globalData: {} });
