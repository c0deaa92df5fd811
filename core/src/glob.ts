/**
 * Whether a path, with `/` between its parts, is one that `glob` means: `*` and `?` within a name, `**` over any number of
 * folders, `{a,b}` for either. A glob that means a folder means all below it. Not by regular expressions, because a glob
 * of somebody else must not be able to take for ever: each step only looks at the part or the letter before it.
 */
export function matchesGlob(glob: string, path: string): boolean {
  return alternatives(glob).some((one) => matchesPattern(one, path));
}

/** The same where braces are letters like others, as in CODEOWNERS. */
export function matchesPattern(pattern: string, path: string): boolean {
  return matchesParts(pattern.replace(/^\.\//, '').replace(/\/+$/, '').split('/'), path.split('/'));
}

/** More than anybody lists in braces; what they would multiply to beyond that is left out. */
const mostAlternatives = 100;

function alternatives(glob: string): readonly string[] {
  let made = [''];
  for (const piece of glob.match(/\{[^{}]*\}|[^{]+|\{/g) ?? []) {
    const choices =
      piece.length > 1 && piece.startsWith('{') && piece.endsWith('}') ? piece.slice(1, -1).split(',') : [piece];
    made = made.flatMap((start) => choices.map((choice) => start + choice)).slice(0, mostAlternatives);
  }
  return made;
}

function matchesParts(glob: readonly string[], path: readonly string[]): boolean {
  const ends = reached(glob, path, (one) => one === '**', matchesName);
  return ends.slice(1).some((reaches) => reaches);
}

function matchesName(glob: string, name: string): boolean {
  return (
    reached(
      [...glob],
      [...name],
      (one) => one === '*',
      (one, letter) => one === '?' || one === letter,
    ).at(-1) === true
  );
}

/** For each length, whether that much of `items` is what all of `glob` means. */
function reached(
  glob: readonly string[],
  items: readonly string[],
  isMany: (one: string) => boolean,
  isOne: (one: string, item: string) => boolean,
): readonly boolean[] {
  let row = [true, ...items.map(() => false)];
  for (const one of glob) {
    const next: boolean[] = [];
    for (const [at, reaches] of row.entries()) {
      const before =
        at > 0 && (isMany(one) ? next[at - 1] === true : row[at - 1] === true && isOne(one, items[at - 1] ?? ''));
      next.push(isMany(one) ? reaches || before : before);
    }
    row = next;
  }
  return row;
}
