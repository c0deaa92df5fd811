import type { ShellOptions } from './shell-status.ts';
import { tokensOf } from './shell-tokens.ts';
import type { Workflow } from './workflow.ts';

/** Files of the repository in which a workflow stands; `undefined` for what nobody may read, or has read yet. */
export interface Elsewhere {
  /** By the path that `uses` gives. */
  workflow(path: string): Workflow | 'absent' | undefined;
  text(path: string): string | undefined;
  /** Whether there is no such file, as far as somebody has looked. */
  isAbsent(path: string): boolean;
}

/** What a command runs that stands in a file of its own. */
export interface CalledScript {
  readonly script: string;
  readonly shell: ShellOptions;
  readonly path: string;
  /** Where in it each line of the script stands, from 1. */
  readonly lines: readonly number[];
}

/** The script behind `make eval`, `npm run eval`, `./eval.sh`; `undefined` where it is not found. */
export function calledBy(command: string, { text }: Elsewhere): CalledScript | undefined {
  const words = tokensOf(command.slice(0, 2000)).map((token) => token.text);
  const [program = '', ...rest] = words;
  if (/^(?:npm|pnpm|yarn|bun)$/.test(program)) {
    const name = rest[0] === 'run' ? rest[1] : program === 'npm' && rest[0] !== 'test' ? undefined : rest[0];
    return name === undefined ? undefined : packageScript(text('package.json'), name);
  }
  if (program === 'make') {
    const [target, another] = rest.filter((word) => !/^(?:-s|--silent|\w+=.*)$/.test(word));
    if (target === undefined || another !== undefined || !plainName.test(target)) return undefined;
    return makeRecipe(text('Makefile'), target);
  }
  const isShell = /^(?:ba)?sh$/.test(program);
  const flags = isShell ? rest.filter((word) => /^-[a-z]+$/.test(word)) : [];
  const file = isShell ? rest.find((word) => !word.startsWith('-')) : program;
  if (file === undefined || !/^(?:\.\/)?[\w.-][\w./-]*$/.test(file) || file.includes('..')) return undefined;
  if (!isShell && !/^\.\/|\.(?:sh|bash)$/.test(file)) return undefined;
  return shellScript(text(file.replace(/^\.\//, '')), file.replace(/^\.\//, ''), flags.join(' '));
}

/** Why a command runs nothing, as what it calls is not there: `there is no Makefile`. */
export function missingIn(command: string, { text, isAbsent }: Elsewhere): string | undefined {
  const [program = '', ...rest] = tokensOf(command.slice(0, 2000)).map((token) => token.text);
  const [first = '', second = ''] = rest;
  if (program === 'make' && rest.every((word) => plainName.test(word) && !word.startsWith('-'))) {
    if (['Makefile', 'makefile', 'GNUmakefile'].every(isAbsent)) return 'there is no Makefile';
    const rules = text('Makefile');
    if (
      rules === undefined ||
      first === '' ||
      /^[-s]?include\b|^\.DEFAULT|^[^\t#\n]{0,1000}[%$].*:|^define\b/m.test(rules)
    )
      return undefined;
    const names = rules
      .split('\n')
      .flatMap((line) => /^[\w. \t/-]+(?=::?(?!=))/.exec(line)?.[0].trim().split(/\s+/) ?? []);
    return names.includes(first) ? undefined : `the Makefile has no \`${first}\``;
  }
  if (/^(?:npm|pnpm|yarn|bun)$/.test(program) && first === 'run' && plainName.test(second) && !second.startsWith('-')) {
    if (isAbsent('package.json')) return 'there is no package.json';
    const file = text('package.json');
    if (file === undefined || !/"scripts"/.test(file) || packageScript(file, second) !== undefined) return undefined;
    return file.includes(`"${second}"`) ? undefined : `package.json has no script \`${second}\``;
  }
  const file = /^(?:ba|z|da)?sh$/.test(program) ? first : program;
  const [, script] = /^(?:\.\/)?([\w-][\w./-]*\.(?:sh|bash))$/.exec(file) ?? [];
  return script !== undefined && !script.includes('..') && isAbsent(script) ? `there is no "${script}"` : undefined;
}

const plainName = /^[\w.-]{1,100}$/;

function packageScript(text: string | undefined, name: string): CalledScript | undefined {
  if (text === undefined) return undefined;
  try {
    const scripts: unknown = JSON.parse(text)?.scripts;
    if (typeof scripts !== 'object' || scripts === null) return undefined;
    const script: unknown = new Map(Object.entries(scripts)).get(name);
    if (typeof script !== 'string') return undefined;
    const line = text.slice(0, Math.max(0, text.indexOf(`"${name}"`, text.indexOf('"scripts"')))).split('\n').length;
    return { script, shell: { errexit: false, pipefail: false }, path: 'package.json', lines: [line] };
  } catch {
    return undefined;
  }
}

/** Each line is a script of its own, and the first one that fails ends it; what a target needs comes before it. */
function makeRecipe(text: string | undefined, target: string): CalledScript | undefined {
  if (text === undefined || /^\.(?:ONESHELL|IGNORE|SHELLFLAGS)\b|^MAKEFLAGS\b/m.test(text)) return undefined;
  const rules = new Map<
    string,
    { readonly needs: readonly string[]; readonly recipe: { readonly text: string; readonly line: number }[] }
  >();
  let open: { readonly text: string; readonly line: number }[] | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const [, names, needs = ''] = /^([\w.-]+(?:[ \t][\w. \t-]*)?):(?![=:])([^#=]*)/.exec(line.slice(0, 10_000)) ?? [];
    if (names !== undefined) {
      const recipe: { readonly text: string; readonly line: number }[] = [];
      for (const name of names.trim().split(/\s+/)) rules.set(name, { needs: needs.trim().split(/\s+/), recipe });
      open = recipe;
    } else if (line.startsWith('\t')) open?.push({ text: line.slice(1), line: index + 1 });
    else if (line.trim() !== '' && !line.startsWith('#')) open = undefined;
  }
  const rule = rules.get(target);
  if (rule === undefined) return undefined;
  const recipes = [...rule.needs.flatMap((name) => rules.get(name)?.recipe ?? []), ...rule.recipe];
  return {
    script: recipes.map(({ text }) => plainLine(text)).join('\n'),
    shell: { errexit: true, pipefail: false },
    path: 'Makefile',
    lines: recipes.map(({ line }) => line),
  };
}

/** Without what make makes of it: `@` keeps it quiet, `-` ignores its failure, `$$` is a `$`. */
function plainLine(line: string): string {
  const [signs = ''] = /^[@+\s-]*/.exec(line) ?? [];
  const rest = line
    .slice(signs.length)
    .replaceAll(/\$\$|\$[({](\w+)[)}]/g, (all, name: string | undefined) => (all === '$$' ? '$' : `\${${name}}`));
  return signs.includes('-') ? `{ ${rest.replace(/\s*#.*$/, '')}; } || true` : rest;
}

function shellScript(text: string | undefined, path: string, flags: string): CalledScript | undefined {
  if (text === undefined) return undefined;
  const first = /^#!.*/.exec(text)?.[0] ?? '';
  if (first !== '' && !/\b(?:ba|da|z)?sh\b/.test(first)) return undefined;
  const errexit = /(?:^|\s)-[a-z]*e/.test(`${flags} ${/\b(?:ba|da|z)?sh\b(.*)/.exec(first)?.[1] ?? ''}`);
  return { script: text, shell: { errexit, pipefail: false }, path, lines: text.split('\n').map((_, at) => at + 1) };
}
