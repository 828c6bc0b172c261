import type { Scope } from '../machine/scope';

/** Files as scripts name them: with `.js` or without, from the root or not. */
function fileOf(url: string): string {
  return url.replace(/\.js$/, '').replace(/^\//, '');
}

const servicesOf = (scope: Scope): readonly string[] =>
  scope.package.manifest.module['app-service']?.services ?? [];
const pagesOf = (scope: Scope): readonly string[] => scope.package.manifest.module.page.pages;

/** A page that the manifest lists; any other would show nothing. */
export function pageTarget(scope: Scope, api: string, url: string): string {
  return listed(scope, api, url, pagesOf(scope), 'page');
}

/** A service that the manifest lists. */
export function serviceTarget(scope: Scope, api: string, url: string): string {
  return listed(scope, api, url, servicesOf(scope), 'service');
}

/** A page or a service that the manifest lists; anything else would be woken and do nothing. */
export function anyTarget(scope: Scope, api: string, url: string): string {
  return listed(scope, api, url, [...pagesOf(scope), ...servicesOf(scope)], 'page or service');
}

function listed(scope: Scope, api: string, url: string, files: readonly string[], what: string): string {
  const file = fileOf(url);
  return files.includes(file) ? file : scope.misuse(`${api}: ${url} is no ${what} of app.json`);
}
