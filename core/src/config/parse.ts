import { type Stage, stages } from '../assessment.ts';
import { closest } from '../closest.ts';
import type { Finding } from '../finding.ts';
import { ruleById, rules } from '../rules/index.ts';
import type { StageSeverity } from '../rules/rule.ts';
import { oneOf, quoted } from '../spec/words.ts';
import type { Fix } from '../text.ts';
import { replaceScalar } from '../yaml/edit.ts';
import { isMapping, parseYaml } from '../yaml/parse.ts';
import type { AnyNode, Entry, Scalar } from '../yaml/tree.ts';
import { type ConfigLayer, defaultSeverity, everyStage, mayBeLowered, type StageSeverities } from './config.ts';

export interface ParsedConfig {
  readonly layer: ConfigLayer;
  readonly findings: readonly Finding[];
}

const severities: readonly StageSeverity[] = ['off', 'info', 'warning', 'error'];

/** Reads an `ai-system.config.yaml`. What it cannot use becomes a finding in that file. */
export function parseConfig(text: string, source = 'ai-system.config.yaml'): ParsedConfig {
  const yaml = parseYaml(text);
  const findings: Finding[] = yaml.problems.map(({ span, message }) => finding('syntax-error', span, message));
  const layer = new Map<string, StageSeverities>();

  if (yaml.root !== undefined && !isMapping(yaml.root)) {
    findings.push(finding('not-a-mapping', yaml.root.span, 'The configuration is a mapping such as `rules:`.'));
  }
  for (const entry of isMapping(yaml.root) ? yaml.root.entries : []) {
    if (entry.key.value !== 'rules') findings.push(unknown(entry.key, ['rules'], 'a setting'));
    else readRules(entry, layer, findings);
  }
  return { layer: { source, severities: layer }, findings };
}

function readRules({ key, value }: Entry, layer: Map<string, StageSeverities>, findings: Finding[]): void {
  if (value === undefined) return;
  if (value.kind !== 'mapping') {
    findings.push(
      finding('invalid-value', key.span, '`rules` is a mapping of rule ids to severities, such as `unused-id: off`.'),
    );
    return;
  }
  for (const entry of value.entries) {
    const rule = ruleById(entry.key.value);
    if (rule === undefined) {
      findings.push(
        unknown(
          entry.key,
          rules.map(({ id }) => id),
          'a rule',
        ),
      );
      continue;
    }
    const asked = readSeverities(entry, findings);
    layer.set(rule.id, asked);
    const lowered = stages.some(
      (stage) => order(asked[stage]) < order(defaultSeverity(rule, stage)) && asked[stage] !== undefined,
    );
    if (lowered && !mayBeLowered(rule)) {
      findings.push(
        finding('invalid-value', entry.key.span, `\`${rule.id}\` cannot be lowered: no system may go without it.`),
      );
    }
  }
}

function readSeverities({ key, value }: Entry, findings: Finding[]): StageSeverities {
  if (value?.kind === 'mapping') {
    const result: Partial<Record<Stage, StageSeverity>> = {};
    for (const entry of value.entries) {
      const stage = stages.find((name) => name === entry.key.value);
      if (stage === undefined) findings.push(unknown(entry.key, stages, 'a stage'));
      else result[stage] = readSeverity(entry.value, entry.key, findings);
    }
    return result;
  }
  const severity = readSeverity(value, key, findings);
  return severity === undefined ? {} : everyStage(severity);
}

function readSeverity(node: AnyNode | undefined, key: Scalar, findings: Finding[]): StageSeverity | undefined {
  const severity = node?.kind === 'scalar' ? severities.find((name) => name === node.value) : undefined;
  if (severity === undefined) {
    const given = node?.kind === 'scalar' ? `; ${quoted(node.value)} is none of them` : '';
    findings.push(finding('invalid-value', (node ?? key).span, `A severity is one of ${oneOf(severities)}${given}.`));
  }
  return severity;
}

function unknown(key: Scalar, known: readonly string[], what: string): Finding {
  const guess = closest(key.value, known);
  const fix: Fix | undefined =
    guess === undefined
      ? undefined
      : { title: `Change to \`${guess}\``, kind: 'normalise', safe: false, edits: [replaceScalar(key, guess)] };
  const hint = guess === undefined ? '' : ` Did you mean \`${guess}\`?`;
  return {
    ...finding('unknown-key', key.span, `${quoted(key.value)} is not ${what}.${hint}`),
    fixes: () => (fix ? [fix] : []),
  };
}

function finding(rule: string, span: Finding['span'], message: string): Finding {
  return { rule, severity: 'error', message, span, fixes: () => [] };
}

function order(severity: StageSeverity | undefined): number {
  return severity === undefined ? severities.length : severities.indexOf(severity);
}
