import { plainName } from './field-names.ts';

/** What a source file says about the records it writes. */
export interface Emitter {
  /** By plain name: the lines of quoted names, and of the constants that stand for them. */
  readonly names: ReadonlyMap<string, number>;
  /** What records every call by itself, once it is set up. */
  readonly instrumentors: readonly { readonly called: string; readonly line: number }[];
  /** It uses the SDK of OpenTelemetry, directly or through an instrumentor. */
  readonly usesOpenTelemetry: boolean;
  /** Words that say that something is taken out before it is written. */
  readonly redactsAt?: number;
  /** A function of such a name that returns what it is given, and where. */
  readonly idleRedaction?: { readonly name: string; readonly line: number };
  /** The words of the code in small letters, without comments, to look for the names of switches. */
  readonly words: ReadonlySet<string>;
}

/** Constructors and calls after which the calls of a model are recorded. */
const instrumentors =
  /\b([A-Za-z]\w*Instrumentor)(?:\(|\.instrument)|\b(Traceloop\.init(?:ialize)?|openlit\.init|logfire\.instrument_\w+|langfuse\.openai|mlflow\.\w+\.autolog|litellm\.(?:success_)?callbacks?|configure_azure_monitor|register_otel|LangChainTracer|CallbackHandler|wrap_openai|wrapOpenAI|registerInstrumentations|NodeSDK|getNodeAutoInstrumentations|init_telemetry)\b|@(observe|traceable)\b/;

/** Instrumentors of web servers and clients record requests, and nothing of a model. */
const notOfModels =
  /^(?:FastAPI|Flask|Django|Starlette|ASGI|WSGI|Tornado|Aiohttp\w*|HTTPX?\w*|Requests|URLLib3?|Redis|SQLAlchemy|Psycopg2?|Asyncpg|Celery|Logging|Threading|System\w*|GrpcInstrumentor\w*|Grpc\w*|Boto\w*|Kafka\w*|Jinja2|PyMongo|Express|Http|Pg|Mysql|Undici|Fs)Instrumentor$/i;

const quoted = /(["'`])([@A-Za-z_][\w.@-]{0,99})\1/g;
const constant = /\b(?:[A-Za-z]\w*\.)*([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g;
const keyword = /(?<![\w.$])([a-z_][a-z0-9_]{1,60})\s*(?:=(?!=)|:(?!:))/gi;
const redaction = /\b(?:redact|mask|scrub|anonymi[sz]e|pseudonymi[sz]e|sanitize)\w*\s*\(|presidio/i;

const longestLine = 10_000;

/** Reads source code of any language by its lines: names in quotes, without what stands in comments. */
export function readEmitter(text: string): Emitter {
  const names = new Map<string, number>();
  const found: { called: string; line: number }[] = [];
  const code: { readonly line: string; readonly number: number }[] = [];
  const add = (name: string, line: number): void => {
    const plain = plainName(name);
    if (plain !== '' && !names.has(plain)) names.set(plain, line);
  };

  for (const { line, number } of withoutComments(text)) {
    code.push({ line, number });
    for (const [, , name] of line.matchAll(quoted)) if (name !== undefined) add(name, number);
    for (const [, name] of line.matchAll(constant)) if (name !== undefined) add(name, number);
    for (const [, name] of line.matchAll(keyword)) if (name !== undefined) add(name, number);
    const isImport = /^\s*(?:from|import)\b/.test(line);
    const match = isImport ? null : instrumentors.exec(line);
    const called = match?.slice(1).find((one) => one !== undefined);
    if (called !== undefined && !notOfModels.test(called)) found.push({ called, line: number });
  }
  const all = code.map(({ line }) => line).join('\n');
  const idleRedaction = idleIn(code);
  const redactsAt = code.find(
    ({ line }) => !/^\s*(?:from|import)\b/.test(line) && redaction.test(without(line, idleRedaction?.name)),
  )?.number;
  const usesOpenTelemetry = /opentelemetry|traceloop|openinference|openlit/i.test(all);
  const words = new Set(all.toLowerCase().split(/[^a-z0-9_]+/));
  return { names, instrumentors: found, usesOpenTelemetry, redactsAt, idleRedaction, words };
}

const redactionName = /^(?:redact|mask|scrub|anonymi[sz]e|pseudonymi[sz]e|sanitize)\w*$/i;
/** Functions of the file itself, not methods: those of a class may be one choice of several. */
const definitions = [
  /^(?:async\s+)?def\s+(\w{1,100})\s*\(\s*(\w{1,100})[^()]*\)(?:\s*->[^:]{1,60})?\s*:(.*)$/,
  /^(?:export\s+)?(?:async\s+)?function\s+(\w{1,100})\s*\(\s*(\w{1,100})[^()]*\)[^{}]{0,100}\{(.*)$/,
  /^(?:export\s+)?const\s+(\w{1,100})\s*=\s*\(?\s*(\w{1,100})[^=()]*\)?[^=()]*=>(.*)$/,
];

/** A function that by its name takes something out, and whose first statement returns its argument. */
function idleIn(code: readonly { readonly line: string; readonly number: number }[]): Emitter['idleRedaction'] {
  const found = new Map<string, Emitter['idleRedaction']>();
  for (const [index, { line, number }] of code.entries()) {
    const match = definitions.map((pattern) => pattern.exec(line.slice(0, 500))).find((one) => one !== null);
    const [, name = '', given = '', rest = ''] = match ?? [];
    if (!redactionName.test(name)) continue;
    const next = code.slice(index + 1, index + 4).find((one) => one.line.trim() !== '');
    const isHere = /[^\s{]/.test(rest);
    const says = (isHere ? rest : (next?.line ?? '')).replace(/^\s*\{?\s*(?:return\b)?\s*/, '').replace(/[\s;}]+$/, '');
    // Of two functions of a name nobody knows which one is called.
    const isIdle = says === given && !found.has(name);
    found.set(name, isIdle ? { name, line: isHere ? number : (next?.number ?? number) } : undefined);
  }
  return [...found.values()].find((one) => one !== undefined);
}

function without(line: string, name: string | undefined): string {
  return name === undefined ? line : line.replaceAll(name, '');
}

/** The lines of a text, empty where they are no code. */
export function codeLines(text: string): readonly string[] {
  const lines: string[] = text.split(/\r\n|\n|\r/).map(() => '');
  for (const { line, number } of withoutComments(text)) lines[number - 1] = line;
  return lines;
}

/** Lines that are code: neither comments nor the text that explains a module or a function. */
function* withoutComments(text: string): Generator<{ readonly line: string; readonly number: number }> {
  let closing: string | undefined;
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const line = whole.slice(0, longestLine);
    const number = index + 1;
    if (closing !== undefined) {
      if (line.includes(closing)) closing = undefined;
      continue;
    }
    const opening = /^\s*(?:[rbuf]{0,2}("""|''')|(\/\*))/i.exec(line);
    const mark = opening?.[1] ?? opening?.[2];
    if (mark !== undefined) {
      const end = mark === '/*' ? '*/' : mark;
      if (!line.slice(opening?.[0].length ?? 0).includes(end)) closing = end;
      continue;
    }
    if (/^\s*(?:#|\/\/|\*|--\s)/.test(line)) continue;
    yield { line, number };
  }
}
