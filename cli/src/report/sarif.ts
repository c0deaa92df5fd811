import {
  type Fact,
  type Finding,
  type Fix,
  type LineIndex,
  lineIndex,
  type Rule,
  ruleById,
  rulePage,
  rulePageUrl,
  type Span,
} from '../../../core/src/index.ts';
import type { FileResult, Total } from '../result.ts';
import { version } from '../version.ts';
import { lineFingerprints } from './fingerprint.ts';
import type { CreateReporter } from './format.ts';
import { indented } from './json-text.ts';
import { tellableFixes } from './masked.ts';
import { rangeOf } from './places.ts';
import { printable } from './printable.ts';
import { suppressed } from './suppressed.ts';

const home = 'https://github.com/ai-system-spec/ai-system-spec';
const levels: Readonly<Record<Finding['severity'], string>> = { error: 'error', warning: 'warning', info: 'note' };

/** GitHub takes no more results in a run, and no more related places in a result. */
const mostResults = 25_000;
const mostLocations = 100;

/** SARIF 2.1.0 as GitHub wants it; the results come first, because only then it is known which rules to describe. */
export const sarif: CreateReporter = () => {
  const rules = new Map<string, { readonly index: number; readonly rule: Rule | undefined }>();
  let results = 0;
  const indexOf = (id: string, { analysis }: FileResult) => {
    const known = rules.get(id);
    if (known !== undefined) return known.index;
    const rule = ruleById(id) ?? analysis?.options.config?.added.find((one) => one.id === id);
    rules.set(id, { index: rules.size, rule });
    return rules.size - 1;
  };

  return {
    start: `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "results": [`,
    file(result) {
      return describe(result, indexOf)
        .map((entry) => {
          if (++results > mostResults) return '';
          return `${results === 1 ? '\n' : ',\n'}${indented(entry, 4)}`;
        })
        .join('');
    },
    end(total) {
      const driver = {
        name: 'AI System Spec',
        version,
        semanticVersion: version,
        informationUri: `${home}#readme`,
        rules: [...rules].map(([id, { rule }]) => describeRule(id, rule)),
      };
      const rest = { tool: { driver }, columnKind: 'utf16CodeUnits', invocations: [invocation(total, results)] };
      const members = indented(rest, 2).trim().slice(1, -1).trim();
      return `${results === 0 ? ']' : '\n      ]'},\n      ${members}\n    }\n  ]\n}\n`;
    },
  };
};

function describe(result: FileResult, indexOf: (rule: string, result: FileResult) => number): readonly unknown[] {
  const index = lineIndex(result.text);
  const artifactLocation = { uri: uri(result.repositoryPath) };
  const fingerprint = lineFingerprints((result.bom ? '\ufeff' : '') + result.text);
  const location = (span: Span) => ({ physicalLocation: { artifactLocation, region: region(span, index) } });

  const findings = result.findings.map((finding) => {
    const { rule, severity, message, span, related = [], facts = [] } = finding;
    const fixes = tellableFixes(finding, result).filter(({ edits }) => edits.length > 0);
    return {
      ruleId: rule,
      ruleIndex: indexOf(rule, result),
      level: levels[severity],
      message: { text: plain(message) },
      locations: [location(span)],
      ...relatedLocations([
        ...related.map((other) => ({ ...location(other.span), message: { text: plain(other.message) } })),
        ...facts.filter(({ file }) => file.root === '').map(describeFact),
      ]),
      partialFingerprints: { primaryLocationLineHash: fingerprint(index.position(span.start).line + 1) },
      ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => describeFix(fix, artifactLocation, index)) }),
    };
  });
  const waived = suppressed(result.analysis).map(({ rule, reason, span }) => ({
    ruleId: rule,
    ruleIndex: indexOf(rule, result),
    level: 'note',
    message: { text: plain(reason) },
    locations: [location(span)],
    partialFingerprints: { primaryLocationLineHash: fingerprint(index.position(span.start).line + 1) },
    suppressions: [{ kind: 'inSource', status: 'accepted', justification: plain(reason) }],
  }));
  return [...findings, ...waived];
}

function relatedLocations(locations: readonly object[]): object {
  if (locations.length === 0) return {};
  return { relatedLocations: locations.slice(0, mostLocations).map((one, at) => ({ id: at + 1, ...one })) };
}

/** What lies in another repository has no place that a reader of this one could open. */
function describeFact({ file, line = 1, says }: Fact): object {
  const region = { startLine: line, startColumn: 1, endLine: line, endColumn: 1 };
  return {
    physicalLocation: { artifactLocation: { uri: uri(file.path) }, region },
    message: { text: plain(says) },
  };
}

function describeFix({ title, edits }: Fix, artifactLocation: { readonly uri: string }, index: LineIndex): unknown {
  const replacements = edits.map(({ span, text }) => ({
    deletedRegion: region(span, index),
    insertedContent: { text },
  }));
  return { description: { text: plain(title) }, artifactChanges: [{ artifactLocation, replacements }] };
}

function region(span: Span, index: LineIndex): Readonly<Record<string, number>> {
  const { start, end } = rangeOf(span, index);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function describeRule(id: string, rule: Rule | undefined): unknown {
  const { summary, why } = rule ?? {
    summary: `Finding of the kind ${id}.`,
    why: 'The file could not be judged as it is.',
  };
  return {
    id,
    shortDescription: { text: clip(summary) },
    fullDescription: { text: clip(`${summary} ${why}`) },
    ...(ruleById(id) === undefined ? {} : { helpUri: rulePageUrl(id) }),
    help: { text: `${summary}\n\n${why}`, markdown: rule === undefined ? `${summary}\n\n${why}` : rulePage(rule) },
    defaultConfiguration: { level: levels[defaultSeverity(rule)] },
    properties: { tags: tags(rule) },
  };
}

function defaultSeverity(rule: Rule | undefined): Finding['severity'] {
  if (rule === undefined) return 'error';
  if (rule.kind !== 'requirement') return rule.severity;
  const atProduction = rule.severity[2];
  return atProduction === 'off' ? 'warning' : atProduction;
}

function tags(rule: Rule | undefined): readonly string[] {
  if (rule?.kind !== 'requirement') return ['ai-system', 'language'];
  // An area may be called like a gap.
  return [...new Set(['ai-system', rule.area, rule.gap])];
}

function invocation({ problems }: Total, results: number): unknown {
  const notes = problems.map(({ path, reason }) => ({
    level: 'error',
    message: { text: plain(`${path}: ${reason}`) },
  }));
  const dropped = results - mostResults;
  if (dropped > 0) notes.push({ level: 'warning', message: { text: `${dropped} more results were left out.` } });
  return {
    executionSuccessful: problems.length === 0,
    ...(notes.length === 0 ? {} : { toolExecutionNotifications: notes }),
  };
}

/** In a message, `[text](target)` would be a link: nobody but us says where links lead. */
function plain(text: string): string {
  return printable(text).replaceAll('](', '] (');
}

function clip(text: string): string {
  return text.length <= 1024 ? text : `${text.slice(0, 1023)}…`;
}

function uri(path: string): string {
  // encodeURIComponent throws on half a surrogate pair.
  const parts = path.replace(/[\ud800-\udfff]/gu, '\ufffd').split('/');
  return parts.map(encodeURIComponent).join('/');
}
