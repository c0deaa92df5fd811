import { entriesAt, structured } from '../../evidence/formats/structured.ts';
import type { Found, Seen } from '../found.ts';
import { nameOf } from '../names.ts';
import type { Finder, Surveyed } from '../surveyed.ts';
import { tomlEntries } from '../toml.ts';

interface Dependency {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** Packages that only systems of one kind need. */
const kinds = {
  rag: /^(?:chromadb|langchain-(?:chroma|pinecone|weaviate|qdrant|milvus|postgres)|pinecone(?:-client)?|weaviate-client|weaviate-ts-client|qdrant-client|@qdrant\/js-client-rest|@pinecone-database\/pinecone|faiss-(?:cpu|gpu)|pymilvus|@zilliz\/milvus2-sdk-node|pgvector|lancedb|@lancedb\/lancedb|llama-index(?:-core)?|llamaindex|haystack-ai|farm-haystack|marqo|vespa|pyvespa|azure-search-documents)$/,
  agent:
    /^(?:langgraph(?:-prebuilt)?|@langchain\/langgraph|crewai|autogen|pyautogen|ag2|autogen-agentchat|openai-agents|@openai\/agents|pydantic-ai(?:-slim)?|smolagents|google-adk|strands-agents|claude-agent-sdk|@anthropic-ai\/claude-agent-sdk|agno|@mastra\/core|letta|bee-agent-framework|beeai-framework)$/,
  llm: /^(?:openai|anthropic|@anthropic-ai\/sdk|google-genai|google-generativeai|@google\/genai|@google\/generative-ai|mistralai|@mistralai\/mistralai|cohere|litellm|ollama|groq|together|@ai-sdk\/[a-z-]+|vllm|replicate)$/,
  model:
    /^(?:scikit-learn|sklearn|xgboost|lightgbm|catboost|torch|tensorflow|keras|pytorch-lightning|statsmodels|prophet)$/,
} as const;

/** Of these a system of any kind may be made. */
const anyKind =
  /^(?:langchain(?:-[a-z-]+)?|@langchain\/[a-z-]+|mcp|fastmcp|@modelcontextprotocol\/sdk|semantic-kernel|dspy(?:-ai)?|transformers|sentence-transformers|ai)$/;

/** What kind of system it is, by what it cannot do without. Several kinds at once are for a person to weigh. */
export const findType: Finder = async (repository) => {
  const used = await dependencies(repository);
  const first = (kind: keyof typeof kinds) => used.find(({ name }) => kinds[kind].test(name));
  const strong = (['rag', 'agent'] as const).flatMap((kind) => {
    const found = first(kind);
    return found === undefined ? [] : [{ kind, found }];
  });
  const llm = first('llm');
  const model = first('model');
  const weak =
    llm !== undefined ? { kind: 'llm' as const, found: llm } : model && { kind: 'model' as const, found: model };
  const open = used.find(({ name }) => anyKind.test(name));
  const [only, another] = strong.length > 0 ? strong : weak === undefined || open !== undefined ? [] : [weak];
  const answers: Found[] = [];
  const seen: Seen[] = [];
  if (only !== undefined && another === undefined) {
    const { file, line } = only.found;
    answers.push({ path: ['system', 'type'], value: only.kind, file, line });
  } else {
    for (const { kind, found } of strong)
      seen.push({ what: `${found.name} speaks for type ${kind}`, file: found.file, line: found.line });
    if (strong.length === 0 && open !== undefined)
      seen.push({ what: `${open.name}, of which any type of system may be made`, file: open.file, line: open.line });
  }
  return { answers, seen };
};

async function dependencies(repository: Surveyed): Promise<readonly Dependency[]> {
  const found: Dependency[] = [];
  const all = new Set(repository.paths);
  for (const path of repository.paths) {
    // Beside what was asked for, a list that was compiled of it says nothing more.
    if (all.has(path.replace(/\.txt$/i, '.in')) && /\.txt$/i.test(path)) continue;
    const read = readerOf(nameOf(path));
    const text = read && (await repository.text(path));
    if (read !== undefined && text !== undefined) {
      for (const { name, line } of read(text)) found.push({ name: plain(name), file: path, line });
    }
  }
  return found;
}

type Named = { readonly name: string; readonly line: number };

function readerOf(name: string): ((text: string) => readonly Named[]) | undefined {
  // Lists for development and tests name what tests need.
  if (/^requirements[\w.-]*\.(?:txt|in)$/i.test(name))
    return /dev|test|lint|docs|[-_.]ci\b/i.test(name) ? undefined : inLines;
  if (name === 'pyproject.toml') return inProject;
  return name === 'package.json' ? inPackage : undefined;
}

function inLines(text: string): readonly Named[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const name = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:[=<>!~;@#\\].*)?$/.exec(line.slice(0, 300))?.[1];
    return name === undefined ? [] : [{ name, line: index + 1 }];
  });
}

function inProject(text: string): readonly Named[] {
  return tomlEntries(text).flatMap(({ table, key, value, line }) => {
    if (table === 'project' && key === 'dependencies') return [{ name: value, line }];
    return table === 'tool.poetry.dependencies' ? [{ name: key, line }] : [];
  });
}

function inPackage(text: string): readonly Named[] {
  const { root, line } = structured(text);
  return entriesAt(root, 'dependencies').map(({ key }) => ({ name: key.value, line: line(key) }));
}

/** `Google_GenAI[extra]>=1` as `google-genai`. */
function plain(name: string): string {
  const bare = /^@?[A-Za-z0-9][\w./-]*/.exec(name.trim())?.[0] ?? '';
  return bare.toLowerCase().replaceAll('_', '-');
}
