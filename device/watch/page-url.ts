/** Pages are named by their folder, as in app.json. */
export function pageUrl(page: string): string {
  return `page/${page}/index`;
}
