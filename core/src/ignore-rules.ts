import createIgnore, { type Ignore } from 'ignore';

/** The rules of one `.gitignore`; paths are from its folder, those of folders with a `/` at the end. */
export function ignoreRules(text: string, ignoreCase: boolean): Ignore {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  return createIgnore({ ignoreCase }).add(lines.filter(isHarmless).join('\n'));
}

/**
 * Each star becomes a loop of a regular expression: one in a name over its letters, `**` over the folders of a path. Three
 * of the latter can take seconds, four minutes. Nobody who means well needs more than two.
 */
function isHarmless(pattern: string): boolean {
  const stars = (text: string) => text.match(/\*+/g)?.length ?? 0;
  if (stars(pattern) > 6 || (pattern.match(/\*\*/g)?.length ?? 0) > 2) return false;
  return pattern.split('/').every((segment) => stars(segment) <= 3);
}
