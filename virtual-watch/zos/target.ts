import type { Scope } from '../machine/scope';

/** Normalises a file name as scripts write it: with or without `.js`, and with or without a leading slash. */
function fileOf(url: string): string {
  return url.replace(/\.js$/, '').replace(/^\//, '');
}

const servicesOf = (scope: Scope): readonly string[] =>
  scope.package.manifest.module['app-service']?.services ?? [];
const pagesOf = (scope: Scope): readonly string[] => scope.package.manifest.module.page.pages;

/** Checks that a page is in the manifest; any other would show nothing. */
export function pageTarget(scope: Scope, api: string, url: string): string {
  return listed(scope, api, url, pagesOf(scope), 'page');
}

/** Checks that a service is in the manifest. */
export function serviceTarget(scope: Scope, api: string, url: string): string {
  return listed(scope, api, url, servicesOf(scope), 'service');
}

/** Checks that a page or service is in the manifest; anything else would be woken and do nothing. */
export function anyTarget(scope: Scope, api: string, url: string): string {
  return listed(scope, api, url, [...pagesOf(scope), ...servicesOf(scope)], 'page or service');
}

function listed(scope: Scope, api: string, url: string, files: readonly string[], what: string): string {
  const file = fileOf(url);
  return files.includes(file) ? file : scope.misuse(`${api}: ${url} is no ${what} of app.json`);
}
