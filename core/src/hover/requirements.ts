import { type State, weakest } from '../assessment.ts';
import type { Analysis, JudgedAssessment } from '../check.ts';
import { defaultConfig } from '../config/config.ts';
import type { Severity } from '../finding.ts';
import { ruleById } from '../rules/index.ts';
import { asRaised, type Requirement } from '../rules/rule.ts';
import { isAbout } from '../spec/at.ts';
import { pointer } from '../spec/document.ts';
import type { Path } from '../spec/place.ts';
import { readers } from '../spec/readers.generated.ts';

/** A requirement that looks at a place, and what it says there. */
export interface ReadHere {
  readonly requirement: Requirement;
  /** What it is where it falls short, at the stage the spec is judged at. */
  readonly severity: Severity;
  readonly state: State;
  readonly assessments: readonly JudgedAssessment[];
  /** Some of what it says falls short. */
  readonly open: boolean;
  /** The weakest of what it says. */
  readonly reason: string;
}

/**
 * Those that read the field at `path` or judge what stands there, the open ones first; for a value that holds others also
 * those that read what is below.
 */
export function readHere(analysis: Analysis, path: Path, field: string | undefined): readonly ReadHere[] {
  const { assessments, options, at, traits } = analysis;
  if (at === 'retired') return [];
  const config = options.config ?? defaultConfig;
  const own = pointer(path);
  const named = field === undefined ? new Map<string, number>() : readersOf(field);
  const byRule = new Map<string, JudgedAssessment[]>();
  for (const one of assessments) {
    if (!named.has(one.rule) && (one.subject !== own || own === '')) continue;
    byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  }
  const isHere = (subject: string) => isAbout(subject, path) || subject.startsWith(`${own}/`);
  const found = [...byRule].flatMap(([rule, all]): ReadHere[] => {
    const requirement = ruleById(rule) ?? config.added.find(({ id }) => id === rule);
    if (requirement?.kind !== 'requirement') return [];
    const severity = config.severity(asRaised(requirement, traits), at);
    if (severity === 'off') return [];
    const here = all.filter(({ subject }) => isHere(subject));
    // What it judges may stand elsewhere; but of many alike, only the one that is meant is of interest.
    const elsewhere = all.every(({ subject }) => !isSibling(subject, path));
    const relevant = here.length > 0 ? here : elsewhere ? all : [];
    if (relevant.length === 0) return [];
    const state = weakest(relevant.map((one) => one.state));
    const reason = relevant.find((one) => one.state === state)?.reason ?? '';
    const open = relevant.some((one) => one.open && isTold(analysis, one));
    return [{ requirement, severity, state, assessments: relevant, open, reason }];
  });
  const rank = ({ open, severity, requirement }: ReadHere) =>
    (open ? 0 : 1000) +
    weights[severity] * 100 +
    Math.min(named.get(requirement.id) ?? 0, 9) * 10 +
    (requirement.rank === 'core' ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What falls short may be told by another finding that says more. Asked last: of most places nothing does. */
function isTold(analysis: Analysis, { rule, subject }: JudgedAssessment): boolean {
  return analysis.findings.some((finding) => finding.rule === rule && finding.subject === subject);
}

/** By how many steps further down the field is that they read. */
function readersOf(field: string): ReadonlyMap<string, number> {
  const path = field.replaceAll('[]', '');
  const found = new Map<string, number>();
  const depth = path.split('.').length;
  const add = (name: string, rules: string) => {
    const steps = Math.abs(name.split('.').length - depth);
    for (const rule of rules.split(' ')) found.set(rule, Math.min(steps, found.get(rule) ?? steps));
  };
  for (const [name, rules] of readers) if (name === path || name.startsWith(`${path}.`)) add(name, rules);
  if (found.size > 0) return found;
  // Some read all that a field holds.
  for (const [name, rules] of readers) if (path.startsWith(`${name}.`)) add(name, rules);
  return found;
}

/** Another entry of the map or list that `path` leads into. */
function isSibling(subject: string, path: Path): boolean {
  return path.length > 1 && subject.startsWith(`${pointer(path.slice(0, 1))}/`);
}
