import { durationSeconds } from '../../dates.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import { entriesAt, inside, itemsAt, type Structured, structured, textAt, textsAt } from '../formats/structured.ts';
import type { ArtifactPath } from '../host.ts';
import { type Drop, dropsOf, sampledBy } from './filtering.ts';

/** What a configuration of the OpenTelemetry collector says. */
export interface Collector {
  readonly pipelines: readonly Pipeline[];
  /** By id, such as `transform/redact`. */
  readonly processors: ReadonlyMap<string, Processor>;
  readonly exporters: ReadonlyMap<string, Exporter>;
  /** They stand among exporters, and lead to other pipelines. */
  readonly connectors: ReadonlySet<string>;
  /** What pipelines name and nothing here defines; only of a configuration that has all its sections. */
  readonly undefined: readonly Named[];
}

/** A part of a pipeline. */
export interface Named {
  readonly pipeline: string;
  readonly what: 'receiver' | 'processor' | 'exporter';
  readonly id: string;
  readonly line: number;
}

export interface Pipeline {
  readonly id: string;
  /** `traces`, `logs`, `metrics`, `profiles`. */
  readonly signal: string;
  readonly line: number;
  readonly receivers: readonly string[];
  readonly processors: readonly string[];
  readonly exporters: readonly string[];
}

export interface Processor {
  readonly line: number;
  /** It removes, masks or hashes what records hold. */
  readonly redacts: boolean;
  /** The share of records that it lets through, from 0 to 100; `rules` where that hangs on each record. */
  readonly samples?: number | 'rules';
  readonly drops: readonly Drop[];
  /** All that is written in it, in small letters, to look for words. */
  readonly words: string;
}

export interface Exporter {
  readonly line: number;
  /** After so many seconds what was exported is deleted, where the exporter sees to it. */
  readonly keepsFor?: number;
  readonly words: string;
}

/** Exporters that print or drop. */
const nowhere = /^(?:debug|logging|nop)$/;

/** The exporters of a pipeline that take records to a place where they stay; `layers` are loaded together. */
export function leadingOut({ exporters }: Pipeline, layers: readonly Layer[]): readonly string[] {
  return exporters.filter(
    (id) => !nowhere.test(typeOf(id)) && !layers.some(({ collector }) => collector.connectors.has(id)),
  );
}

export function typeOf(id: string): string {
  return id.split('/')[0] ?? '';
}

/** `undefined` where the text configures no collector. */
export function readCollector(text: string): Collector | undefined {
  const document = structured(text);
  for (const { root, line, ofChart } of configurations(document)) {
    const pipelines = entriesAt(root, 'service', 'pipelines');
    if (pipelines.length === 0) continue;
    const connectors = new Set(entriesAt(root, 'connectors').map(({ key }) => key.value));
    return {
      connectors,
      // A chart has parts of its own beside these.
      undefined: ofChart ? [] : undefinedIn(root, line),
      pipelines: pipelines.map(({ key, value }) => ({
        id: key.value,
        signal: typeOf(key.value),
        line: line(key),
        receivers: textsAt(value, 'receivers'),
        processors: textsAt(value, 'processors'),
        exporters: textsAt(value, 'exporters'),
      })),
      processors: new Map(
        entriesAt(root, 'processors').map(({ key, value }) => [
          key.value,
          processorOf(key.value, value, line(key), line),
        ]),
      ),
      exporters: new Map(
        entriesAt(root, 'exporters').map(({ key, value }) => {
          const keepsFor = durationSeconds(textAt(value, 'ttl') ?? '');
          return [key.value, { line: line(key), keepsFor, words: wordsOf(value) }];
        }),
      ),
    };
  }
  return undefined;
}

/** A collector does not start with a pipeline of which a part is not defined. What is loaded together may define it elsewhere. */
function undefinedIn(root: AnyNode | undefined, line: Part['line']): readonly Named[] {
  const whole = ['receivers', 'exporters'].every((section) => entriesAt(root, section).length > 0);
  if (!whole) return [];
  const idsIn = (section: string) => entriesAt(root, section).map(({ key }) => key.value);
  return entriesAt(root, 'service', 'pipelines').flatMap(({ key, value }) =>
    (['receiver', 'processor', 'exporter'] as const).flatMap((what): readonly Named[] => {
      const known = new Set([...idsIn(`${what}s`), ...(what === 'processor' ? [] : idsIn('connectors'))]);
      const named = itemsAt(value, `${what}s`).flatMap((item) => (item.kind === 'scalar' ? [item] : []));
      return named
        .filter((item) => !known.has(String(item.value)) && !String(item.value).includes('$'))
        .map((item) => ({ pipeline: key.value, what, id: String(item.value), line: line(item) }));
    }),
  );
}

type Part = Pick<Structured, 'root' | 'line'> & { readonly ofChart?: boolean };

/** The text itself, or what an operator, a chart or a ConfigMap wraps around it. */
function configurations(document: Part): readonly Part[] {
  const { root, line } = document;
  const wrapped = [inside(root, 'spec', 'config'), ...entriesAt(root, 'data').map(({ value }) => value)];
  const ofCharts = [inside(root, 'config'), inside(root, 'opentelemetry-collector', 'config')];
  return [
    document,
    ...wrapped.flatMap((node) => nested(node, line)),
    ...ofCharts.flatMap((node) => nested(node, line).map((part) => ({ ...part, ofChart: true }))),
  ];
}

function nested(node: AnyNode | undefined, line: Part['line']): readonly Part[] {
  if (node === undefined || node.kind === 'sequence') return [];
  if (node.kind === 'mapping') return [{ root: node, line }];
  const text = String(node.value);
  if (!text.includes('pipelines')) return [];
  const inner = structured(text);
  // A literal block begins in the line below its mark.
  return [{ root: inner.root, line: (one) => line(node) + inner.line(one) }];
}

function processorOf(id: string, node: AnyNode | undefined, line: number, lineOf: Part['line']): Processor {
  const words = wordsOf(node);
  const type = typeOf(id);
  const drops = type === 'filter' ? dropsOf(node, lineOf) : [];
  return { line, words, redacts: redacts(id, node, words), samples: sampledBy(type, node), drops };
}

function redacts(id: string, node: AnyNode | undefined, words: string): boolean {
  switch (typeOf(id)) {
    case 'redaction':
      return true;
    case 'attributes':
    case 'resource':
      return itemsAt(node, 'actions').some((action) => /^(?:delete|hash)$/.test(textAt(action, 'action') ?? ''));
    case 'transform':
      return (
        /\b(?:replace_(?:all_)?(?:patterns?|match(?:es)?)|sha1|sha256|sha512|fnv|md5)\b/.test(words) ||
        (/redact|mask|scrub|anonym|pseudonym|pii/.test(id.toLowerCase()) && /\b(?:delete|keep|set)/.test(words))
      );
    default:
      return false;
  }
}

const mostWords = 50_000;

function wordsOf(node: AnyNode | undefined): string {
  const words: string[] = [];
  let length = 0;
  const visit = (one: AnyNode | undefined): void => {
    if (one === undefined || length > mostWords) return;
    if (one.kind === 'scalar') {
      const word = String(one.value).slice(0, 10_000).toLowerCase();
      words.push(word);
      length += word.length;
    } else if (one.kind === 'mapping') {
      for (const { key, value } of one.entries) {
        words.push(key.value.toLowerCase());
        length += key.value.length;
        visit(value);
      }
    } else for (const item of one.items) visit(item);
  };
  visit(node);
  return words.join('\n');
}

/** A pipeline that carries records, and the file it stands in. */
export interface Carrying {
  readonly pipeline: Pipeline;
  readonly layer: Layer;
}

/** The pipelines of traces and logs, which are what call records travel in. */
export function carrying(layers: readonly Layer[]): readonly Carrying[] {
  return layers.flatMap((layer) =>
    layer.collector.pipelines
      .filter(({ signal }) => signal === 'traces' || signal === 'logs')
      .map((pipeline) => ({ pipeline, layer })),
  );
}

export interface Layer {
  readonly file: ArtifactPath;
  readonly collector: Collector;
}
