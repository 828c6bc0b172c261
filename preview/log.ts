/** What the app logged and what went wrong, folded by default. */
import type { VirtualWatch } from '../virtual-watch/watch';
import { el, setText } from './dom';
import type { Words } from './text/words';

/** The most lines kept on the page. */
const KEPT_LINES = 500;

export interface LogPanel {
  readonly element: HTMLElement;
  refresh(watch: VirtualWatch): void;
}

export function makeLog(words: Words): LogPanel {
  const errorCount = el('span', { class: 'badge' });
  const lineCount = el('span', { class: 'quiet' });
  const lines = el('ol', { class: 'lines', tabindex: 0 });
  const empty = el('p', { class: 'quiet' }, words.logEmpty);
  const summary = el('summary', {}, el('h2', {}, words.log), lineCount, errorCount);
  const element = el('details', { class: 'log' }, summary, empty, lines);
  errorCount.hidden = true;
  let [logged, failed] = [0, 0];

  const add = (at: number, level: string, text: string): void => {
    const line = el(
      'li',
      { class: level },
      el('time', { class: 'quiet' }, sinceBoot(at)),
      el('pre', {}, text),
    );
    lines.append(line);
    if (lines.childElementCount > KEPT_LINES) lines.firstElementChild?.remove();
    lines.scrollTop = lines.scrollHeight;
  };
  return {
    element,
    refresh(watch) {
      const [logs, errors] = [watch.logs(), watch.errors()];
      for (const { at, level, logger, text } of logs.slice(logged)) add(at, level, `${logger}: ${text}`);
      for (const { at, kind, where, message } of errors.slice(failed)) {
        add(at, 'error', `${words.fault[kind]} (${where}): ${message}`);
      }
      if (logs.length === logged && errors.length === failed) return;
      [logged, failed] = [logs.length, errors.length];
      empty.hidden = true;
      errorCount.hidden = failed === 0;
      setText(errorCount, words.errors(failed));
      setText(lineCount, String(logged + failed));
    },
  };
}

/** Formats a time as `12.345 s`. */
function sinceBoot(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`;
}
