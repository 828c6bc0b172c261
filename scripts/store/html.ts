/**
 * Converts a page of docs/ to a standalone HTML page. Supports headings, paragraphs, lists, tables, links, bold and
 * code, which is all that those pages use.
 */

/** Links into the project would be broken in a standalone page, so they are written out as text. */
export function pageOf(markdown: string, language: string): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  const blocks = markdown
    .replace(/<!--[^]*?-->\n?/g, '')
    .split(/\n\s*\n/)
    .map((block) => blockOf(block.trim()))
    .filter((block) => block !== '');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${inline(title)}</title>
<style>
body { margin: 2em auto; max-width: 48em; padding: 0 1em; font: 17px/1.5 sans-serif; color: #1f2328; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #c9ced4; padding: 0.4em 0.6em; text-align: left; vertical-align: top; }
</style>
</head>
<body>
${blocks.join('\n')}
</body>
</html>
`;
}

function blockOf(block: string): string {
  const heading = /^(#{1,3}) (.+)$/.exec(block);
  if (heading) {
    const level = String(heading[1]?.length ?? 1);
    return `<h${level}>${inline(heading[2] ?? '')}</h${level}>`;
  }
  if (block.startsWith('| ')) return tableOf(block.split('\n'));
  if (block.startsWith('- ')) {
    const items = block.split(/\n(?=- )/).map((item) => `<li>${inline(item.slice(2))}</li>`);
    return `<ul>\n${items.join('\n')}\n</ul>`;
  }
  return block === '' ? '' : `<p>${inline(block)}</p>`;
}

function tableOf([head = '', , ...rows]: readonly string[]): string {
  const line = (row: string, tag: string): string =>
    `<tr>${row
      .slice(2, -2)
      .split(' | ')
      .map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`)
      .join('')}</tr>`;
  return `<table>\n${[line(head, 'th'), ...rows.map((row) => line(row, 'td'))].join('\n')}\n</table>`;
}

function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\[([^\]]+)\]\((https?:[^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
}
