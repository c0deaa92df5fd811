import { clipped } from '../../shown.ts';
import type { ShellNode } from './shell-syntax.ts';
import { tokensOf } from './shell-tokens.ts';

/**
 * What a message may show of a command: its program, and what that runs where it has a name of its own. Arguments may be
 * anything, a password among them.
 */
export function programOf(command: string): string {
  const words = tokensOf(command.slice(0, 2000)).flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));
  return clipped(named(words).join(' '), 60);
}

const wrapping = /^(?:sudo|time|env|exec|nohup|command|npx|uvx|bunx)$/;
const runningIn = /^(?:uv|poetry|pdm|hatch|pipx|rye|npm|pnpm|yarn|bun)$/;
const interpreting = /^(?:python[\d.]{0,4}|node|deno|tsx|ruby|Rscript|(?:ba|z|da)?sh)$/;
/** Programs whose next word says what they do. */
const manifold =
  /^(?:make|just|task|docker|kubectl|helm|terraform|dvc|promptfoo|deepeval|git|gh|az|aws|gcloud|dbt|cargo|go|pip3?|opa|ruff|tox|nox|nx|inv|invoke|bundle|rake)$/;

function named(all: readonly string[], depth = 0): readonly string[] {
  const start = all.findIndex((word) => !/^[A-Za-z_]\w*\+?=/.test(word));
  const words = start < 0 ? [] : all.slice(start);
  const [first, second, third] = words;
  if (first === undefined) return [];
  if (/^\[\[?|^\(\(/.test(first)) return [first.startsWith('((') ? '(( … ))' : '[ … ]'];
  if (depth < 4 && wrapping.test(first)) return [first, ...named(words.slice(1), depth + 1)];
  if (depth < 4 && runningIn.test(first) && second === 'run')
    return [first, 'run', ...named(words.slice(2), depth + 1)];
  if (interpreting.test(first)) {
    if (second === '-m' && third !== undefined) return [first, '-m', plain(third)];
    return second !== undefined && /\.\w{1,4}$/.test(second) ? [first, plain(second)] : [first];
  }
  const isSaid = second !== undefined && /^[A-Za-z][\w:-]{0,30}$/.test(second);
  if (isSaid && (manifold.test(first) || runningIn.test(first))) return [first, plain(second)];
  return first === 'exit' && /^\d{1,3}$/.test(second ?? '') ? [first, second ?? ''] : [plain(first)];
}

/** A word in quotes, or with something filled in, may hold anything. */
function plain(word: string): string {
  return /^[\w./@:+-]{1,60}$/.test(word) ? word : '…';
}

/** What follows a command and takes its failure away. */
export function said(op: string, node: ShellNode): string {
  return op === '||' ? `\`|| ${wordsOf(node)}\`` : `\`&& ${wordsOf(node)}\` with more behind it`;
}

/** Its first word. */
export function wordsOf(node: ShellNode | undefined): string {
  if (node === undefined) return '';
  switch (node.kind) {
    case 'simple':
    case 'opaque': {
      const words = programOf(node.text).split(' ');
      return words[0] === 'exit' || words[0] === '[' || words[0] === '((' ? words.join(' ') : (words[0] ?? '');
    }
    case 'list':
      return wordsOf(node.items[0]?.node);
    case 'pipe':
      return `${node.not ? '! ' : ''}${wordsOf(node.parts[0])}`;
    case 'chain':
      return wordsOf(node.first);
    case 'if':
      return 'if …';
    case 'loop':
      return `${node.how} …`;
    case 'subshell':
      return '(…)';
    case 'function':
      return node.name;
  }
}
