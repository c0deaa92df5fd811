/** `text` behind `first`, broken at blanks to lines of at most `width` columns, later lines indented as far. */
export function wrapped(first: string, text: string, width: number): string {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let line = first;
  let used = first.length;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    const length = word.replaceAll(style, '').length;
    if (!isEmpty && used + 1 + length > width) {
      lines.push(line);
      line = indent;
      used = indent.length;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    used += isEmpty ? length : length + 1;
    isEmpty = false;
  }
  return `${[...lines, line].join('\n')}\n`;
}

/** What switches a style on and off takes no room. */
const style = /\x1b\[\d+m/g;
