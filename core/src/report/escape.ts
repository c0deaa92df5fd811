/** Text of a spec where HTML is expected: whatever it holds, it stays text. */
export function html(text: string): string {
  return text
    .replaceAll(control, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Text of a spec in Markdown as GitHub reads it, on one line: no markup, link, mention, image or table cell of its own. */
export function markdown(text: string): string {
  const line = text.replaceAll(control, '').replaceAll(/\s+/g, ' ').trim();
  const quoted = line.split(/(`[^`]+`)/).map((part, index) => (index % 2 === 1 ? code(part) : plain(part)));
  return quoted.join('');
}

/** What stands in backticks is shown as it is, but a bar would end a table's cell all the same. */
function code(part: string): string {
  return part.replaceAll('|', '\\|');
}

function plain(part: string): string {
  return part
    .replaceAll(/[\\*_[\]#|~<>`]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`))
    .replaceAll(/&(?!lt;|gt;)/g, '&amp;')
    .replaceAll('@', '@\u200b')
    .replaceAll(/(https?|ftp|www)(?=[:.])/gi, '$1\u200b')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}

/** Text in a Mermaid label in double quotes. */
export function mermaid(text: string): string {
  return text
    .replaceAll(control, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[#;&<>"`\\()[\]{}|]/g, (sign) => `#${sign.charCodeAt(0)};`)
    .trim();
}

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
