import { checkWithEvidence, type Initial, readSpec, rules } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { type Held, repository } from '../support/repository.ts';

/** Every value of a spec by its path; of a list, its first. */
export function flat(text: string): Map<string, string> {
  const values = readSpec(text).places.flatMap(({ path, node }) => {
    const plain = path.filter((step) => typeof step === 'string');
    return node?.kind === 'scalar'
      ? [
          [
            path.some((step) => step === 0) || plain.length === path.length ? path.join('.') : '',
            String(node.value),
          ] as const,
        ]
      : [];
  });
  return new Map(values.filter(([path]) => path !== ''));
}

/** What nothing refers to yet is a gap like the others. */
const gaps: ReadonlySet<string> = new Set(['placeholder', 'unused-id']);

const language: ReadonlySet<string> = new Set(
  rules.flatMap(({ id, kind }) => (kind === 'language' && !gaps.has(id) ? [id] : [])),
);

/** What a metric is for that is a placeholder otherwise: without it nobody could tell which one is asked for. */
export const skeletonKind = 'monitoring.metrics.output-quality.kind';

/** What the language has against a spec; that answers are missing is no fault. */
export async function faultsOf(text: string, files: Held['files']): Promise<readonly string[]> {
  const held = { files: { ...files, 'ai-system.yaml': text } };
  const { findings } = await checkWithEvidence(text, { asOf: today, stage: 'pilot' }, repository(held));
  return findings
    .filter(({ rule }) => language.has(rule) || rule === 'internal-error')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

/** Answers whose value does not stand in the spec, or has nothing to do with the line that it was read in. */
export async function untraced(
  { text, answers }: Pick<Initial, 'text' | 'answers'>,
  read: (path: string) => string | undefined,
): Promise<readonly string[]> {
  const written = flat(text);
  return answers.flatMap(({ path, value, file, line }): string[] => {
    const key = path.join('.');
    const first = typeof value === 'string' ? value : (value[0] ?? '');
    const shown = `${key}: ${first} ← ${file}:${line}`;
    if ((written.get(key) ?? written.get(`${key}.0`)) !== first) return [`${shown}: not in the spec`];
    const content = read(file);
    if (content === undefined) return [`${shown}: no such file`];
    const there = content.split('\n')[line - 1];
    if (there === undefined) return [`${shown}: no such line`];
    return stands(key, first, { file, there, content }) ? [] : [`${shown}: \`${there.trim().slice(0, 100)}\``];
  });
}

interface Place {
  readonly file: string;
  readonly there: string;
  readonly content: string;
}

/** How each kind of answer is to be seen in its line. */
function stands(key: string, value: string, { file, there, content }: Place): boolean {
  const has = (text: string) => there.toLowerCase().includes(text.toLowerCase());
  const [, last = ''] = /([^.]+)$/.exec(key) ?? [];
  // A path to the file itself, or to the folder that holds it: that the file is there is the fact.
  const target = value.replace(/#.*$/, '').replace(/\/$/, '');
  if (/\.(?:path|job|quality|definition|process|record|dpia|assessment|proof|emitted_by|collector)$/.test(key)) {
    return file === target || file.startsWith(`${target}/`);
  }
  switch (last) {
    case 'rule':
      return file === target && has(value.slice(value.indexOf('#') + 1));
    case 'runbook':
      return has(target.slice(target.lastIndexOf('/') + 1));
    case 'metric':
      return there
        .replaceAll(/[^A-Za-z0-9]+/g, '-')
        .toLowerCase()
        .includes(value);
    case 'above':
    case 'below':
      return /[<>]|threshold|params|\d/.test(there);
    case 'severity':
      return /severity|priority/i.test(there);
    case 'owner':
      return has(value.split('-')[0] ?? '') && /owner/i.test(`${file} ${there}`);
    case 'size':
    case 'cases':
    case 'field':
      return last !== 'field' || content.includes(value.split('.').at(-1) ?? '') || file.endsWith('.parquet');
    case 'type':
      return /[a-z]/.test(there);
    case 'role':
      return /-|o\d/.test(there);
    case 'provider':
      return has(value.split('-')[0] ?? '') || has(value.split('-')[1] ?? '');
    case 'mode':
      return /cron|schedul|dag/i.test(content);
    case 'timezone':
      return content.includes(value) || value === 'UTC';
    case 'date':
      return has(value) || /\d{10}/.test(there);
    case 'blocks':
      return content.includes('pull_request');
    default:
      return has(value.replace(/^mailto:/, ''));
  }
}
