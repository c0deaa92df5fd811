import type { Found, Seen } from '../found.ts';
import { idOf, nameOf } from '../names.ts';
import type { Finder } from '../surveyed.ts';

const readable = /\.(?:py|ts|tsx|js|jsx|mjs|cjs|go|java|kt|rb|rs|cs|ya?ml|toml|ini|properties)$|(?:^|\/)\.env$/i;
/** Models that judge or are compared are used there, too, but not by the system. */
const beside = /(?:^|\/)(?:evals?|evaluations?|benchmarks?|experiments?|scripts|tools|docs?|\.github)\//i;
const longestLine = 2000;
const most = 8;

/** Names of models that are names of nothing else. */
const family =
  /(?:(?:azure|openai|anthropic|bedrock|vertex_ai|gemini|cohere|mistral)\/)?(?:(?:eu|us|apac|global)\.)?(?:anthropic\.|amazon\.|meta\.|cohere\.|mistral\.)?(?:gpt-(?:[345]|oss)[\w.:-]*|o[134](?:-(?:mini|pro|preview))?(?:-\d{4}-\d\d-\d\d)?|claude-(?:[1-9]|instant|opus|sonnet|haiku)[\w.:@-]*|gemini-(?:\d|embedding)[\w.:@-]*|text-embedding-[\w.:@-]+|mistral-(?:tiny|small|medium|large|embed)[\w.:-]*|command-[ra][\w.:-]*|embed-(?:english|multilingual)-[\w.:-]+|rerank-(?:english-|multilingual-)?v\d[\w.:-]*|titan-embed-[\w.:-]+|titan-text-[\w.:-]+|voyage-[\w.:-]+|deepseek-(?:chat|reasoner|v\d)[\w.:-]*|bge-[\w.-]+(?:@[0-9a-f]+)?)/
    .source;
/** A name that is given to something: in quotes, or a plain value of settings. */
const inQuotes = new RegExp(`(["'\`])(${family})\\1`, 'g');
const plainValue = new RegExp(`(?:^|\\s)[\\w.-]+\\s*[:=]\\s*(${family})\\s*(?:#.*)?$`);

/** What a line says before a name that is used, and what it says of one that is only listed or compared. */
const usedAs = /(?:model|deployment|engine|embed|rerank|llm|encoder)/i;
const notUsed =
  /(?:==|!=|===|\bin\s*[[({]|\.startswith\(|\.includes\(|\bcase\b|\.replace\(|\bif\b|pric|cost|rate|token_?limit|context_?window|encoding_for_model|encoding_name|tiktoken)/i;

interface Use {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Who runs it, as a gateway in front of several reads it in the name: `azure/gpt-4o`. */
  readonly gateway: string | undefined;
  readonly judges: boolean;
}

/** Models that source or settings name as the one to use. Lists of models to choose from are none. */
export const findModels: Finder = async (repository) => {
  const uses = new Map<string, Use>();
  const seen: Seen[] = [];
  const paths = repository.paths.filter((path) => readable.test(path) && !/(?:^|\/)locales?\//i.test(path));
  for (const path of [...paths.filter((one) => !beside.test(one)), ...paths.filter((one) => beside.test(one))]) {
    const text = await repository.text(path);
    if (
      text === undefined ||
      !/gpt-|claude-|gemini-|embed|mistral|command-|rerank|voyage|deepseek|bge-|["'=: ]o[134]/.test(text)
    )
      continue;
    const found = usesIn(text, path);
    const names = new Set(found.map(({ name }) => name));
    if (names.size > 6) seen.push({ what: `a list of ${names.size} models`, file: path, line: found[0]?.line });
    else {
      for (const use of found) {
        if (uses.has(use.name)) continue;
        if (beside.test(path)) {
          const what = `${use.name}, used beside the system`;
          if (!seen.some((one) => one.what === what)) seen.push({ what, file: path, line: use.line });
        } else uses.set(use.name, use);
      }
    }
  }
  const answers: Found[] = [];
  for (const use of [...uses.values()].slice(0, most)) answers.push(...(await describe(use, repository.text)));
  for (const { name, file, line } of [...uses.values()].slice(most)) seen.push({ what: name, file, line });
  return { answers, seen };
};

function usesIn(text: string, file: string): readonly Use[] {
  const found: Use[] = [];
  const settings = /\.(?:ya?ml|toml|ini|properties)$|\.env$/i.test(nameOf(file));
  let previous = '';
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.slice(0, longestLine);
    const before = previous;
    previous = line;
    if (/^\s*(?:#|\/\/|\*|--\s)/.test(line)) continue;
    // A call may have its key on one line and its default on the next.
    const told = /^\s*["'`]/.test(line) && /[([=,]\s*$/.test(before) ? `${before} ${line}` : line;
    if (!usedAs.test(withoutNames(told)) || notUsed.test(told)) continue;
    const add = (written: string) => {
      const [, gateway, name = written] = /^([a-z_]+)\/(.*)$/.exec(written) ?? [];
      found.push({ name, file, line: index + 1, gateway, judges: /judge|grader/i.test(withoutNames(told)) });
    };
    const quoted = [...line.matchAll(inQuotes)].filter(
      (match) => !/^\s*:/.test(line.slice(match.index + match[0].length)),
    );
    // More than one name on a line is a list, of which any may run.
    if (quoted.length === 1) add(quoted[0]?.[2] ?? '');
    else if (quoted.length === 0 && settings) {
      const name = plainValue.exec(line)?.[1];
      if (name !== undefined) add(name);
    }
  }
  return found;
}

/** `embed` in the name of a model says nothing of what it is used for. */
function withoutNames(line: string): string {
  return line.replaceAll(inQuotes, '""').replace(plainValue, (all, name: string) => all.replace(name, ''));
}

const gateways: Readonly<Record<string, string>> = {
  azure: 'azure-openai',
  openai: 'openai',
  anthropic: 'anthropic',
  bedrock: 'aws-bedrock',
  vertex_ai: 'google-vertex',
  mistral: 'mistral',
  cohere: 'cohere',
};

async function describe(
  { name, file, line, gateway, judges }: Use,
  textOf: (path: string) => Promise<string | undefined>,
): Promise<readonly Found[]> {
  const id = idOf(name);
  if (id === undefined) return [];
  const answers: Found[] = [{ path: ['models', id, 'version'], value: name, file, line }];
  const role = /embed|voyage|bge-(?!reranker)/.test(name) ? 'embed' : /rerank/.test(name) ? 'rerank' : undefined;
  answers.push({ path: ['models', id, 'role'], value: role ?? (judges ? 'judge' : 'generate'), file, line });
  const told = gateway === undefined ? undefined : gateways[gateway];
  const provider = told === undefined ? providerOf(name, line, (await textOf(file)) ?? '') : { value: told, line };
  if (provider !== undefined) answers.push({ path: ['models', id, 'provider'], file, ...provider });
  return answers;
}

/** Clients that only one provider has, as they are made in code. */
const clients: readonly (readonly [provider: string, made: RegExp, models: RegExp])[] = [
  [
    'azure-openai',
    /\b(?:Async)?Azure(?:Chat)?OpenAI(?:Embeddings)?\s*\(|\bnew AzureOpenAI\b/,
    /^(?:gpt-|o\d|text-embedding-)/,
  ],
  ['openai', /\b(?:Async|Chat)?OpenAI(?:Embeddings)?\s*\(/, /^(?:gpt-|o\d|text-embedding-(?:3|ada))/],
  [
    'aws-bedrock',
    /\b(?:Async)?AnthropicBedrock\s*\(|bedrock-runtime|\bChatBedrock\w*\s*\(/,
    /claude-|titan-|command-|mistral-/,
  ],
  [
    'google-vertex',
    /\bAnthropicVertex\s*\(|\bvertexai\.init\s*\(|\bChatVertexAI\s*\(/,
    /^(?:gemini-|claude-|text-embedding-0)/,
  ],
  ['anthropic', /\b(?:Async|Chat)?Anthropic\s*\(/, /^claude-/],
  ['mistral', /\b(?:ChatMistralAI|MistralClient|Mistral)\s*\(/, /^mistral-/],
];

/** Who runs a model: by its name, or by the one client that its file makes. Behind another address it may be anybody. */
function providerOf(name: string, line: number, text: string): Pick<Found, 'value' | 'line'> | undefined {
  if (/^(?:(?:eu|us|apac|global)\.)?(?:anthropic|amazon|meta|cohere|mistral)\./.test(name))
    return { value: 'aws-bedrock', line };
  if (/^claude-.*@\d{8}$/.test(name)) return { value: 'google-vertex', line };
  if (/\b(?:base_?url|api_?base|openai_api_base)\b/i.test(text)) return undefined;
  const lines = text.split(/\r?\n/).map((one) => one.slice(0, longestLine));
  const made = clients.flatMap(([value, pattern, models]) => {
    const at = models.test(name) ? lines.findIndex((one) => pattern.test(one) && !/^\s*(?:#|\/\/|\*)/.test(one)) : -1;
    return at === -1 ? [] : [{ value, line: at + 1 }];
  });
  const [only, another] = made;
  return another === undefined ? only : undefined;
}
