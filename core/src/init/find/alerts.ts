import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import { type AlertFacts, alertFacts } from '../../evidence/alerts/alert-rules.ts';
import { document } from '../../evidence/documents/document.ts';
import { limitsOf } from '../../rules/proofs/alert-limits.ts';
import { runbookOf, targetOf } from '../../rules/proofs/alert-runbook.ts';
import { severityOf } from '../../rules/proofs/alert-severity.ts';
import { asThreshold } from '../../rules/proofs/alert-units.ts';
import { anchorLine } from '../../rules/proofs/anchor.ts';
import { neededBy } from '../../rules/proofs/emitted.ts';
import type { Found, Seen } from '../found.ts';
import { idOf } from '../names.ts';
import { at, type Finder, type Surveyed } from '../surveyed.ts';

/** Most YAML holds no alert, and need not be read as YAML to tell. */
const maybe =
  /\balert["']?\s*:|\bgroups["']?\s*:|AWS::CloudWatch::Alarm|\b(?:metric|query) alert\b|ServiceLevel|openslo\//;
const ruleFile = /\.(?:ya?ml|rules|tpl|tmpl|j2)$|(?:alert|monitor|alarm)[^/]*\.json$/i;

const most = 60;

/** The alerts of all rules files, each with what its rule says, and the metric that it watches. */
export const findAlerts: Finder = async (repository) => {
  const answers: Found[] = [];
  const seen: Seen[] = [];
  const ids = new Set<string>();
  const series = new Map<string, string>();
  for (const path of repository.paths.filter((one) => ruleFile.test(one))) {
    const text = await repository.text(path);
    if (text === undefined || !maybe.test(text)) continue;
    const facts = await alertFacts(text, path);
    for (const { value, line } of facts.commentedOut)
      seen.push({ what: `alert "${value}" in a comment`, file: path, line });
    // What is made of objectives has no rule of its own to point to.
    if (facts.format === 'other' || facts.format === 'generated') continue;
    for (const rule of facts.alerts) {
      const id = idOf(rule.name);
      const reference = repository.reference(path, rule.name);
      if (rule.paused !== undefined) {
        seen.push({ what: `alert "${rule.name}" is switched off`, file: path, line: rule.paused });
      } else if (id === undefined || reference === undefined || ids.has(id) || ids.size >= most) {
        seen.push({ what: `alert "${rule.name}"`, file: path, line: rule.line });
      } else {
        ids.add(id);
        const found = await alertIn(repository, { id, rule, reference, facts, path, known: series });
        answers.push(...found.answers);
        seen.push(...found.seen);
      }
    }
  }
  return { answers, seen };
};

interface One {
  readonly id: string;
  readonly rule: AlertRule;
  readonly reference: string;
  readonly facts: AlertFacts;
  readonly path: string;
  /** Series by the ids of their metrics. */
  readonly known: Map<string, string>;
}

async function alertIn(repository: Surveyed, { id, rule, reference, facts, path, known }: One) {
  const alert = ['monitoring', 'alerts', id];
  const answers: Found[] = [];
  const seen: Seen[] = [];
  const add = (key: string, value: string, line: number) =>
    answers.push({ path: [...alert, key], value, file: path, line });

  const condition = facts.conditions.get(rule);
  const limits = limitsOf(rule, facts);
  const [limit] = limits.length === 1 ? limits : [];
  const [series, another] = neededBy(limit?.metrics ?? condition?.metrics ?? [], facts);
  if (series !== undefined && another === undefined && condition?.selectsByPattern !== true) {
    const metric = idOf(series);
    const line = lineOf(rule, series);
    // A recorded series stands for another one, whose name is not in the rule.
    if (metric !== undefined && line !== undefined && (known.get(metric) ?? series) === series) {
      known.set(metric, series);
      answers.push({ path: ['monitoring', 'metrics', metric, 'emitted_as'], value: series, file: path, line });
      add('metric', metric, line);
    }
  }
  const threshold = limit && asThreshold(limit);
  if (limit !== undefined && threshold !== undefined) add(limit.bound, threshold, limit.line);
  if (rule.for !== undefined && /^\d+(?:ms|s|m|h|d|w)$/.test(rule.for.value)) add('for', rule.for.value, rule.for.line);
  const severity = severityOf(rule);
  if (severity !== undefined) add('severity', severity, rule.labels.get('severity')?.line ?? rule.line);
  const runbook = await runbookIn(repository, rule, path);
  if (runbook.dead !== undefined) seen.push(runbook.dead);
  if (runbook.reference !== undefined) add('runbook', runbook.reference, runbook.line ?? rule.line);
  add('rule', reference, rule.line);
  return { answers, seen };
}

function lineOf({ expression, line }: AlertRule, series: string): number | undefined {
  if (expression === undefined) return line;
  const within = expression.value.split('\n').findIndex((text) => text.includes(series));
  return within === -1 ? undefined : expression.line + within;
}

/** The file that the rule hands out, with its heading where that is alive. */
async function runbookIn(
  repository: Surveyed,
  rule: AlertRule,
  path: string,
): Promise<{ readonly reference?: string; readonly line?: number; readonly dead?: Seen }> {
  const annotation = runbookOf(rule);
  if (annotation === undefined) return {};
  const target = await repository.asking((context) => targetOf(context, annotation.value, at(path)));
  const { line } = annotation;
  if (target === undefined) return {};
  if (target === 'nowhere')
    return { dead: { what: `alert "${rule.name}" has a runbook that is not there`, file: path, line } };
  const { file, anchor } = target;
  if (anchor === undefined || anchor === '') return { reference: repository.reference(file.path), line };
  const read = await repository.answer(document(file));
  const alive =
    read.kind === 'read' && read.facts.kind === 'prose' && anchorLine(read.facts.prose, anchor) !== undefined;
  if (alive) return { reference: repository.reference(file.path, anchor), line };
  const dead = { what: `alert "${rule.name}" leads to a heading that ${file.path} does not have`, file: path, line };
  return { reference: repository.reference(file.path), line, dead };
}
