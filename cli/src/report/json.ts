import {
  type Analysis,
  coverage,
  type Finding,
  type Fix,
  type LineIndex,
  lineIndex,
  type Pack,
} from '../../../core/src/index.ts';
import type { FileResult } from '../result.ts';
import { version } from '../version.ts';
import { evidenceOf } from './facts.ts';
import type { CreateReporter, ReportContext } from './format.ts';
import { indented, jsonText } from './json-text.ts';
import { tellableFixes } from './masked.ts';
import { rangeOf } from './places.ts';

/** For programs: `schemas/check-output.schema.json` describes it. */
export const json: CreateReporter = ({ asOf, packs }) => {
  const configs: string[] = [];
  let specs = 0;
  return {
    start: `{
  "schemaVersion": 1,
  "tool": ${jsonText({ name: 'ai-system', version }, 0)},
  "asOf": ${jsonText(asOf)},
  "specs": [`,
    file(result) {
      if (result.kind === 'config') {
        configs.push(indented({ path: result.path, findings: findingsOf(result) }, 2));
        return '';
      }
      return `${specs++ === 0 ? '\n' : ',\n'}${indented(spec(result, packs), 2)}`;
    },
    end(total) {
      const { errors, warnings, infos, skipped } = total;
      const summary = { specs: total.specs, skipped, errors, warnings, infos };
      const lists = [specs === 0 ? ']' : '\n  ]', configs.length === 0 ? '[]' : `[\n${configs.join(',\n')}\n  ]`];
      return `${lists[0]},\n  "configs": ${lists[1]},\n  "summary": ${jsonText(summary, 0)}\n}\n`;
    },
  };
};

function spec(result: FileResult, packs: ReportContext['packs']): unknown {
  const { path, analysis } = result;
  if (analysis?.skipped !== undefined) return { path, skipped: analysis.skipped };
  return {
    path,
    system: analysis?.system ?? null,
    stage: analysis?.stage ?? { claimed: null, judged: null, earned: null },
    questions:
      analysis?.readiness().lines.map(({ id, title, state, answered, next }) => {
        return { id, title, state, answered, next: next?.reason };
      }) ?? [],
    ...(packs.length > 0 && analysis !== undefined ? { coverage: packs.map((pack) => covered(pack, analysis)) } : {}),
    assessments:
      analysis?.assessments.map(({ rule, subject, state, reason, facts }) => {
        return { rule, subject, state, reason, evidence: evidenceOf(facts) };
      }) ?? [],
    findings: findingsOf(result),
  };
}

function covered(pack: Pack, analysis: Analysis): unknown {
  const { name, title, date, sources } = pack;
  const clauses = coverage(pack, analysis).map(({ clause, standing, state, requirements }) => {
    return {
      id: clause.id,
      title: clause.title,
      standing,
      state: state ?? null,
      requirements: requirements.map(({ id, state, unjudged }) => ({ id, state: state ?? null, unjudged })),
    };
  });
  return { pack: name, title, date: date === '' ? undefined : date, sources, clauses };
}

function findingsOf(result: FileResult): readonly unknown[] {
  const index = lineIndex(result.text);
  return result.findings.map((finding) => findingOf(finding, tellableFixes(finding, result), index));
}

function findingOf(finding: Finding, fixes: readonly Fix[], index: LineIndex): unknown {
  const { rule, severity, state, message, subject, span, related, facts } = finding;
  return {
    rule,
    severity,
    state,
    message,
    subject,
    range: rangeOf(span, index),
    related: related?.map((other) => ({ message: other.message, range: rangeOf(other.span, index) })),
    evidence: evidenceOf(facts),
    fixes: fixes.map((fix) => fixOf(fix, index)),
  };
}

function fixOf({ title, kind, safe, edits }: Fix, index: LineIndex): unknown {
  return { title, kind, safe, edits: edits.map(({ span, text }) => ({ range: rangeOf(span, index), text })) };
}
