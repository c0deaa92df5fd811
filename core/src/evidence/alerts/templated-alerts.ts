import type { Placed, YamlPart } from '../formats/yaml-documents.ts';

/** Longer lines are not written by people. */
const longestLine = 10_000;
const named = /^\s*(?:-\s*)?alert:\s*(["']?)([A-Za-z_][\w:.-]*)\1\s*(?:#.*)?$/;
const made = /^\s*(?:-\s*)?alert:.*\{\{/;
/** What only Helm and Jinja know; `{{ $labels.x }}`, `{{ .Value }}` and even `{{ if }}` are Prometheus' own and stand in text. */
const engine = /\{\{.*(?:\.Values|\.Release|\.Chart|\.Files|\binclude ")|\{%/;
/** Lines that stand for rules which are written elsewhere. */
const elsewhere = /^\s*\{\{-?.*\b(?:include|tpl|toYaml|range)\b|\.Files\b/;
const inComment = /^#+\s*(?:-\s*)?(?:alert|title):\s*(["']?)([A-Za-z_][\w :.-]*?)\1\s*$/;

/** The names of alerts in a text that may be a template, line by line. */
export function scannedNames(text: string): {
  readonly names: readonly Placed[];
  readonly commentedOut: readonly Placed[];
  /** Something else than YAML makes lines of it. */
  readonly isTemplate: boolean;
  /** Some alert gets its name from a template, or whole rules come from other files. */
  readonly namesAreMade: boolean;
} {
  const names: Placed[] = [];
  const comments: Placed[] = [];
  let isTemplate = false;
  let namesAreMade = false;
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const line = whole.length > longestLine ? whole.slice(0, longestLine) : whole;
    const trimmed = line.trim();
    if (trimmed.startsWith('#')) {
      const name = inComment.exec(trimmed)?.[2];
      if (name !== undefined) comments.push({ value: name, line: index + 1 });
      continue;
    }
    if (engine.test(line)) isTemplate = true;
    if (made.test(line) || elsewhere.test(line)) namesAreMade = true;
    const name = named.exec(line)?.[2];
    if (name !== undefined) names.push({ value: name, line: index + 1 });
  }
  return { names, commentedOut: comments, isTemplate, namesAreMade: isTemplate && namesAreMade };
}

/** Whether some template engine may make lines of it. `{{ … }}` within a text is Prometheus' own. */
export function mayBeTemplate(text: string): boolean {
  return /\{%|<%|\[\[|\$\{|@@|^[ \t]*(?:- +)?(?:[\w.-]+: +)?\{\{/m.test(text);
}

/** Alerts whose rule stands in a comment. */
export function commentedOut(parts: readonly YamlPart[]): readonly Placed[] {
  return parts.flatMap(({ comments }) =>
    comments.flatMap(({ value, line }) => {
      const name = value.length > longestLine ? undefined : inComment.exec(value.trim())?.[2];
      return name === undefined ? [] : [{ value: name, line }];
    }),
  );
}

/** The line in which a word stands by itself; `undefined` where it does not. */
export function lineWith(text: string, word: string): number | undefined {
  let from = 0;
  for (;;) {
    const index = text.indexOf(word, from);
    if (index === -1) return undefined;
    const isWhole = !/[\w-]/.test(text[index - 1] ?? ' ') && !/[\w-]/.test(text[index + word.length] ?? ' ');
    if (isWhole) return text.slice(0, index).split('\n').length;
    from = index + word.length;
  }
}
