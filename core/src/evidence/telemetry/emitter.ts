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
  /** A function of such a name that returns what it is given, where nothing else redacts what is written. */
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
  const idle = idleIn(code);
  const redactsAt = code.find(
    ({ line }) =>
      !/^\s*(?:from|import)\b/.test(line) && redaction.test(without(line, idle)) && !isMadeForNothing(line, code),
  )?.number;
  const idleRedaction =
    redactsAt === undefined ? idle.find(({ name }) => code.some(({ line }) => writesWith(line, name))) : undefined;
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

/** Such names that say what is shaped, and nothing of a text that is recorded: `sanitize_model_name`. */
const otherwiseNamed = /model|metric|kind|label|key|path|url|file|(?:Of|_of|With|_with)$/;
/** How a line begins that goes on with the expression before it. */
const goesOn = /^\s*(?:[.?[(+\-*/%&|^<>=!,:]|(?:as|satisfies|if|else|and|or|in|is|not|instanceof)\b)/;
/** What puts a value into a record. */
const writing =
  /\.(?:set|add|log|info|warn|debug|error|emit|record|write|update|trace|append|send|insert|put)\w*\s*\(/i;

type Line = { readonly line: string; readonly number: number };
type Stub = NonNullable<Emitter['idleRedaction']>;

/** Functions that by their names take something out, and whose only statement returns the argument. */
function idleIn(code: readonly Line[]): readonly Stub[] {
  const found = new Map<string, Stub | undefined>();
  for (const [index, { line, number }] of code.entries()) {
    const match = definitions.map((pattern) => pattern.exec(line.slice(0, 500))).find((one) => one !== null);
    const [, name = '', given = '', rest = ''] = match ?? [];
    if (!redactionName.test(name) || otherwiseNamed.test(name)) continue;
    const after = code.slice(index + 1, index + 8).filter((one) => one.line.trim() !== '');
    const isHere = /[^\s{]/.test(rest);
    const [next, following] = isHere ? [undefined, after[0]] : after;
    const body = isHere ? rest : (next?.line ?? '');
    const says = body.replace(/^\s*\{?\s*(?:return\b)?\s*/, '').replace(/[\s;}]+$/, '');
    const isWhole = /[;}]\s*$/.test(body) || !goesOn.test(following?.line ?? '');
    // Of two functions of a name nobody knows which one is called.
    const isIdle = says === given && isWhole && !found.has(name) && !isDecorated(code, index) && !isGiven(code, name);
    found.set(name, isIdle ? { name, line: isHere ? number : (next?.number ?? number) } : undefined);
  }
  return [...found.values()].filter((one) => one !== undefined);
}

/** Whether a decorator, which may end lines below its `@`, stands above a function of Python. */
function isDecorated(code: readonly Line[], index: number): boolean {
  if (!/^(?:async\s+)?def\b/.test(code[index]?.line ?? '')) return false;
  const above = code.slice(Math.max(index - 20, 0), index).findLast(({ line }) => /^\S/.test(line));
  return /^[@)]/.test(above?.line ?? '');
}

/** `redact = wrapped(redact)`: it is another function by then. */
function isGiven(code: readonly Line[], name: string): boolean {
  const again = new RegExp(`^\\s*(?:\\w+\\.)*${name}\\s*=(?!=)`);
  return code.some(({ line }) => again.test(line.slice(0, 500)));
}

/** `engine = AnonymizerEngine()` takes nothing out where no other line names `engine`. */
function isMadeForNothing(line: string, code: readonly Line[]): boolean {
  const name = /^\s*(?:const\s+|let\s+)?(\w{1,100})\s*=\s*(?:new\s+)?(?:\w+\.)*[A-Z]\w*\(/.exec(
    line.slice(0, 500),
  )?.[1];
  if (name === undefined) return false;
  const named = new RegExp(`\\b${name}\\b`);
  return !code.some((one) => one.line !== line && named.test(one.line));
}

function writesWith(line: string, name: string): boolean {
  const write = writing.exec(line);
  return write !== null && new RegExp(`\\b${name}\\s*\\(`).test(line.slice(write.index + write[0].length));
}

function without(line: string, functions: readonly Stub[]): string {
  return functions.reduce((rest, { name }) => rest.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), ''), line);
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
