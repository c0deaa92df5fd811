/**
 * JSON that is the same value to every parser, and harmless to whatever it passes on the way: a terminal, a log that
 * is scanned for commands, a page it is pasted into.
 */
export function jsonText(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent)
    .replace(
      /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g,
      escapeUnits,
    )
    .replace(/<(?=[/!])/g, '\\u003c')
    .replace(/#(?=#\w*\[)/g, '\\u0023');
}

/** A part of a larger document, as it stands at that depth. */
export function indented(value: unknown, depth: number): string {
  const margin = '  '.repeat(depth);
  return margin + jsonText(value).replaceAll('\n', `\n${margin}`);
}

function escapeUnits(text: string): string {
  return Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
