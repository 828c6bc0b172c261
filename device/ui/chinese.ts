/** Whether a text begins with a Chinese character or sign; all of them come after the letters of Europe in Unicode. */
export function isChinese(text: string): boolean {
  return text > '\u2e7f';
}
