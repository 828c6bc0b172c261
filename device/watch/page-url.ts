/** Pages are called by their folder, as app.json has them. */
export function pageUrl(page: string): string {
  return `page/${page}/index`;
}
