import type { Inquiry } from '../evidence.ts';
import type { ArtifactPath } from '../host.ts';
import { shownPath } from '../reference.ts';
import { type Declaration, declarationsIn, namedAt, withoutComment } from './declarations.ts';
import { codeLines } from './emitter.ts';

/** The names in the source files of one root that may be those of metrics. */
export interface MetricNames {
  /** By plain name, as `plainName` makes it. */
  readonly names: ReadonlyMap<string, NamedAt>;
  /** Names that code puts together: what they begin and end with. */
  readonly assembled: readonly Assembled[];
  /** The first place where some metric is declared; `undefined` where none is that anybody would know. */
  readonly declared: { readonly path: string; readonly line: number } | undefined;
  /** The first place where a metric is declared whose name is not written there. */
  readonly unnamed: { readonly path: string; readonly line: number } | undefined;
  /** A library that emits metrics of its own is in use, such as those for web servers. */
  readonly instrumented: boolean;
  /** Nothing was left out for the budget. */
  readonly whole: boolean;
}

export interface NamedAt {
  readonly path: string;
  readonly line: number;
  /** As it is written. */
  readonly written: string;
  /** `declared` where it names a metric in its declaration, `recorded` by a rule, `mentioned` where it only says the name. */
  readonly how: 'declared' | 'recorded' | 'mentioned';
}

export interface Assembled extends Omit<NamedAt, 'how'> {
  readonly head: string;
  readonly tail: string;
}

const mostFiles = 3000;
const mostFileBytes = 512 * 2 ** 10;
const mostBytes = 48 * 2 ** 20;
const mostNames = 200_000;
const longestLine = 10_000;

const code =
  /\.(?:py|pyi|ts|tsx|js|jsx|mjs|cjs|go|java|kt|kts|scala|rb|rs|cs|fs|php|ex|exs|erl|clj|swift|c|cc|cpp|cxx|h|hpp|lua|pl|pm|r|jl|sh|bash|dart|groovy)$/i;
const settings = /\.(?:ya?ml|toml|conf|ini|properties|prom)$/i;
const aside =
  /(?:^|\/)(?:\.[^/]+|tests?|e2e|__tests__|specs?|testdata|fixtures|__mocks__|mocks|docs?|vendor|third_party|node_modules|site-packages|dist|out|build|target|\.venv|venv)\//i;
const asideFile =
  /(?:^|\/)(?:test_[^/]*\.py|conftest\.py|[^/]*_tests?\.[a-z]+|[^/]*\.(?:test|spec)\.[a-z]+|[^/]*\.min\.js|[^/]*\.lock|[^/]*-lock\.[a-z]+|(?:[^/]+\.)?ai-system\.ya?ml|ai-system\.config\.yaml)$/i;

/** What is looked for in the sources of a root. Changes of any file there may change the answer. */
export function metricNames(root: string): Inquiry<MetricNames> {
  return {
    key: `metric names of ${root}//`,
    about: [{ root, path: '' }],
    async answer(host) {
      const wanted = (path: string) =>
        (code.test(path) || settings.test(path)) && !aside.test(path) && !asideFile.test(path);
      const list = await host.list({ root, path: '' }, wanted, mostFiles);
      if (list.kind === 'unread') return list;
      const found = collector();
      let bytes = 0;
      let whole = list.facts.whole;
      for (const path of list.facts.paths) {
        if (bytes > mostBytes || found.names.size > mostNames) {
          whole = false;
          break;
        }
        const text = await host.text({ root, path }, mostFileBytes);
        // What is larger than any code that people write, or no text, declares nothing.
        if (text.kind === 'unread') continue;
        bytes += text.facts.length;
        collect(found, path, text.facts);
      }
      return { kind: 'read', facts: { ...found, whole } };
    },
  };
}

/** The names in one file. */
export function metricNamesIn(file: ArtifactPath): Inquiry<MetricNames> {
  return {
    key: `metric names in ${shownPath(file)}`,
    about: [file],
    async answer(host) {
      const text = await host.text(file, mostFileBytes * 4);
      if (text.kind === 'unread') return text;
      const found = collector();
      collect(found, file.path, text.facts);
      return { kind: 'read', facts: { ...found, whole: true } };
    },
  };
}

interface Collected {
  readonly names: Map<string, NamedAt>;
  readonly assembled: Assembled[];
  declared: MetricNames['declared'];
  unnamed: MetricNames['unnamed'];
  instrumented: boolean;
}

function collector(): Collected {
  return { names: new Map(), assembled: [], declared: undefined, unnamed: undefined, instrumented: false };
}

const instrumentation =
  /instrument(?:ation|ator|or\b)|starlette_exporter|prometheus_flask|django_prometheus|prom-bundle|express-prometheus|micrometer|actuator|otelhttp|otelgrpc|grpc_prometheus|openlit|traceloop|litellm/i;
const quotedText = /(["'`])((?:(?!\1)[^\\\r\n]){1,160})\1/g;
const metricLike = /^[A-Za-z_:][A-Za-z0-9_:]*(?:[._:-][A-Za-z0-9_:]+)+$|^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;
const rubySymbol = /(?<![:\w]):([a-z]\w*_\w+)/g;
const word = /[A-Za-z_:][A-Za-z0-9_:.]*_[A-Za-z0-9_:.]*[A-Za-z0-9_]/g;
const interpolation = /\$?\{[^{}]*\}|#\{[^{}]*\}|%[svd]/;

function collect(found: Collected, path: string, text: string): void {
  found.instrumented ||= instrumentation.test(text);
  const lines = text.split(/\r\n|\n|\r/).map((line) => (line.length > longestLine ? line.slice(0, longestLine) : line));
  if (!code.test(path)) {
    collectSettings(found, path, lines);
    return;
  }
  const own = codeLines(text).map(withoutComment);
  const declarations = declarationsIn(own);
  const [declaring] = declarations.all;
  const [unnamed] = declarations.unnamed;
  if (declaring !== undefined) found.declared ??= { path, line: declaring.first + 1 };
  if (unnamed !== undefined) found.unnamed ??= { path, line: unnamed + 1 };
  const isPrefixed = declaring !== undefined && /\b(?:namespace|subsystem|[a-z_]*prefix)["']?\s*[:=]/i.test(text);
  const named = new Set<Declaration>();
  for (const [index, line] of own.entries()) {
    const at = { path, line: index + 1 };
    if (/\.rb$/.test(path)) {
      for (const { index: column, 1: written = '' } of line.matchAll(rubySymbol)) {
        const declared = namedAt(line, index, column, declarations, named);
        if (declared !== undefined) named.add(declared);
        add(found, { ...at, written, how: declared === undefined ? 'mentioned' : 'declared' });
      }
    }
    for (const { index: column, 2: written = '' } of line.matchAll(quotedText)) {
      const declared = namedAt(line, index, column, declarations, named);
      if (declared !== undefined) named.add(declared);
      const how = declared === undefined ? 'mentioned' : 'declared';
      if (interpolation.test(written)) {
        if (declaring === undefined) continue;
        if (!addAssembled(found, written, at) && declared !== undefined) found.unnamed ??= at;
      } else if (metricLike.test(written)) add(found, { ...at, written, how });
      // With a namespace of its own, or behind a `+`, the name of a metric is only its end.
      const isAdded = declared !== undefined && /\+\s*$/.test(line.slice(Math.max(0, column - 20), column));
      const isEnd = isPrefixed || isAdded || /^_\w{3,}$/.test(written);
      if (isEnd && declared !== undefined && /^[a-z_]\w{2,}$/i.test(written))
        found.assembled.push({ ...at, written, head: '', tail: `_${plainName(written).replace(/^_+/, '')}` });
    }
    const typed = /#\s*TYPE\s+([a-zA-Z_:][\w:]{0,200})\s/.exec(lines[index] ?? '')?.[1];
    if (typed !== undefined) add(found, { ...at, written: typed, how: 'declared' });
  }
}

/** Settings of exporters name series that no code does; rules and dashboards name those that others emit. */
function collectSettings(found: Collected, path: string, lines: readonly string[]): void {
  const isRules = lines.some((line) => /^\s*(?:-\s*)?(?:expr|alertname|alert):/.test(line));
  for (const [index, line] of lines.entries()) {
    const at = { path, line: index + 1 };
    const recorded = /^\s*(?:-\s*)?record:\s*["']?([\w:]{1,200})/.exec(line)?.[1];
    if (recorded !== undefined) add(found, { ...at, written: recorded, how: 'recorded' });
    if (isRules || line.trimStart().startsWith('#')) continue;
    for (const [written] of line.matchAll(word)) add(found, { ...at, written, how: 'mentioned' });
  }
}

const strength = { declared: 2, recorded: 2, mentioned: 1 } as const;

function add(found: Collected, one: NamedAt): void {
  const name = plainName(one.written);
  const known = found.names.get(name);
  if (known === undefined || strength[one.how] > strength[known.how]) found.names.set(name, one);
}

/** Gives whether it begins or ends with enough to know a name by. */
function addAssembled(
  found: Collected,
  written: string,
  at: { readonly path: string; readonly line: number },
): boolean {
  const parts = written.split(interpolation);
  const [head = '', tail = ''] = [parts[0], parts.at(-1)].map((part) => plainName(part ?? ''));
  const isName = /^[\w:.]*$/.test(parts.join(''));
  const isKnown = isName && head.length + tail.length >= 4;
  if (isKnown) found.assembled.push({ ...at, written, head, tail });
  return isKnown;
}

const series = /_(?:bucket|sum|count|total|created|info)$/;
/** What exporters of OpenTelemetry put behind a name for the unit of its values. */
const unit = /_(?:seconds|milliseconds|bytes|ratio|percent|celsius|meters|total)$/;

/** The name without what the parts of one metric add to it, dots and dashes as underscores. */
export function plainName(name: string): string {
  const plain = name.replaceAll(/[.\-/ ]/g, '_').replace(/^:+/, '');
  const without = plain.replace(series, '');
  return (without === '' ? plain : without).toLowerCase();
}

/** Whether both are names of one metric; `unit` where only one of them says the unit. */
export function isSameMetric(a: string, b: string): 'same' | 'unit' | undefined {
  const [one, other] = [plainName(a), plainName(b)];
  if (one === other) return 'same';
  return one.replace(unit, '') === other || other.replace(unit, '') === one ? 'unit' : undefined;
}

export interface Emission {
  readonly at: NamedAt | Assembled;
  readonly how: NamedAt['how'] | 'with-unit' | 'assembled';
}

/** Where the metric is emitted: surely, or perhaps. */
export function emission({ names, assembled }: MetricNames, metric: string): Emission | undefined {
  const name = plainName(metric);
  const exact = names.get(name);
  if (exact !== undefined) return { at: exact, how: exact.how };
  const bare = names.get(name.replace(unit, ''));
  if (bare !== undefined && bare.how === 'declared') return { at: bare, how: 'with-unit' };
  const made = assembled.find(
    ({ head, tail }) =>
      name.length > head.length + tail.length &&
      name.startsWith(head) &&
      (name.endsWith(tail) || name.replace(unit, '').endsWith(tail)),
  );
  return made === undefined ? undefined : { at: made, how: 'assembled' };
}

/** A metric of the source that is called the same behind a prefix of its own, as when only one side was renamed. */
export function prefixed({ names }: MetricNames, metric: string): NamedAt | undefined {
  const end = `_${plainName(metric)}`;
  for (const [name, one] of names) if (one.how === 'declared' && name.endsWith(end)) return one;
  return undefined;
}

/** Series that Prometheus or an exporter which everybody runs brings, whatever the repository says. */
export function isFromExporter(metric: string): boolean {
  return exporters.test(metric);
}

const exporters =
  /^(?:node|kube|container|process|go|python|prometheus|istio|envoy|redis|pg|postgres|mysql|nginx|kafka|rabbitmq|elasticsearch|mongodb|probe|blackbox|cadvisor|kubelet|apiserver|etcd|coredns|nodejs|jvm|aws|cloudwatch|DCGM|nvidia|vllm|tgi|triton|ollama|litellm|qdrant|weaviate|milvus|otelcol|traefik|haproxy|alertmanager|grafana|loki|argocd|argo|scrape|machine|windows|prober|fastly_rt|postgresql|certmanager|fluentbit|fluentd|keda|karpenter)[_:]|^(?:up|ALERTS|ALERTS_FOR_STATE)$/;

/** Series that libraries for web servers, queues and model clients emit without being told to. */
export function isOfInstrumentation(metric: string): boolean {
  return instrumented.test(metric.replaceAll('.', '_'));
}

const instrumented =
  /^(?:https?|rpc|grpc|db|gen_?ai|messaging|requests?|responses?|server|client|web|flask|django|starlette|fastapi|celery|express|nestjs|koa|fastify|uvicorn|gunicorn|asgi|wsgi|rack|rails|sidekiq|puma|tomcat|jetty|hikaricp|spring|logback|executor|dotnet|aspnetcore|kestrel|signalr|system|runtime|traces|span|spanmetrics|calls|duration|faas|feature_flag|promhttp|net_conntrack|openai|langchain|traceloop|llm_openai)_/;
