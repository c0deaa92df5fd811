import type { Analysis, CheckOptions, Read } from './analysis.ts';
import { type ClaimedStage, type Stage, stages } from './assessment.ts';
import { closest } from './closest.ts';
import { concealed, secretSpans } from './conceal.ts';
import { type Config, defaultConfig } from './config/config.ts';
import { sizeIfTooLarge, tooLarge } from './decode.ts';
import type { Finding } from './finding.ts';
import { foreignFile } from './foreign.ts';
import { guarded } from './guarded.ts';
import { type Assessed, earnedStage, type Judged, judge } from './judge.ts';
import { type Readiness, readiness } from './readiness.ts';
import { type Assessments, assessAll } from './reuse.ts';
import { ruleById, rules } from './rules/index.ts';
import { assessmentsOf } from './rules/proofs/named-artifacts.ts';
import { asRaised, type Context, type Requirement, type Rule } from './rules/rule.ts';
import { readTraits, type Traits } from './rules/traits.ts';
import { fitToShow } from './shown.ts';
import { readSpec, type SpecDocument, unreadSpec } from './spec/document.ts';
import { Memo } from './spec/memo.ts';
import { watchedDocument } from './spec/watched.ts';
import { LazyAnalysis } from './telling.ts';
import { readWaivers, type Waivers } from './waivers.ts';
import { replaceScalar } from './yaml/edit.ts';

export type { Analysis, CheckOptions, JudgedAssessment, Read, Stages } from './analysis.ts';

/** What stands in a text, a tenth of the work; `previous` is an earlier version of it. Never throws. */
export function read(text: string, previous?: Read): Read {
  if (sizeIfTooLarge(text) !== undefined) return { doc: unreadSpec(text) };
  const doc = readSpec(text, previous?.doc);
  return { doc, skipped: foreignFile(doc) };
}

/** The whole line: text, spec, assessments, findings. Answers any text; never throws because of what it says. */
export function check(text: string, options: CheckOptions): Analysis {
  const size = sizeIfTooLarge(text);
  if (size !== undefined) return unread(text, options, tooLarge(size));

  const { doc, skipped } = options.read ?? read(text, options.previous);
  if (skipped !== undefined) return leftAlone(doc, options, skipped);

  const config = options.config ?? defaultConfig;
  const claimed = doc.spec.get('system')?.get('stage')?.value ?? null;
  const stage = claimed === 'retired' ? 'retired' : (options.stage ?? claimed ?? 'pilot');
  const watched = watchedDocument(doc);
  const context: Context = {
    doc: watched,
    spec: watched.spec,
    traits: readTraits(doc.spec),
    asOf: options.asOf,
    numbers: config.numbers,
    evidence: options.evidence,
    claimed: claimed ?? 'pilot',
    memo: new Memo(),
  };
  const waivers = readWaivers(doc.spec, options.asOf, config.numbers);

  const broken: Finding[] = [];
  const asked = [...requirements, ...config.added];
  const memory = assessAll(asked, context, options.previous?.memory, (requirement) => {
    const made = guarded(requirement, () => assessmentsOf(requirement, context), broken);
    return context.evidence === undefined ? made : made?.map(fitToShow);
  });
  const assessed = assessedOf(asked, memory, context);
  const openly = judge(assessed, stage, config, waivers);
  const secrets = secretSpans(openly);
  const judged = concealed(openly, secrets, text);
  const unused = unusedWaivers(waivers, asked, (rule) => {
    return rule === undefined || stage === 'retired' || config.severity(rule, stage) !== 'off';
  });

  const { previous } = options;
  return new LazyAnalysis({
    doc,
    options: withoutPrevious(options),
    system: doc.spec.get('system')?.get('name')?.value,
    at: stage,
    claimed,
    readiness: readinessOf(judged, context.traits),
    traits: context.traits,
    lowered: config.settings.filter(({ lowers }) => lowers),
    secrets,
    memory,
    config,
    judged,
    broken,
    unused,
    earned:
      config.gateNumbers === config.numbers
        ? earnedBy(assessed, claimed, config, waivers)
        : doc.yaml.problems.length === 0
          ? strictlyEarned(asked, context, claimed, config)
          : () => null,
    before: previous && { doc: previous.doc, looks: previous.looks },
  });
}

function assessedOf(asked: readonly Requirement[], { known }: Assessments, { traits }: Context): readonly Assessed[] {
  return asked.map((requirement) => {
    return { requirement: asRaised(requirement, traits), assessments: known.get(requirement)?.assessments ?? [] };
  });
}

/** Asked for last: a waiver that only another stage needs is not in use. */
function earnedBy(
  assessed: readonly Assessed[],
  claimed: ClaimedStage | null,
  config: Config,
  waivers: Waivers,
): () => Stage | null {
  return () => earnedStage(assessed, claimed, config, waivers);
}

/** By the numbers that count where the configuration has laxer ones; assessed now, as long as artifacts can be asked for. */
function strictlyEarned(
  asked: readonly Requirement[],
  context: Context,
  claimed: ClaimedStage | null,
  config: Config,
): () => Stage | null {
  const { gateNumbers: numbers } = config;
  const strict = { ...context, numbers, memo: new Memo() };
  const again = assessAll(asked, strict, undefined, (requirement) =>
    guarded(requirement, () => assessmentsOf(requirement, strict), []),
  );
  return earnedBy(assessedOf(asked, again, strict), claimed, config, readWaivers(context.spec, context.asOf, numbers));
}

/** What was assessed already, held against what another stage asks. Empty where nothing was assessed. */
export function judgedAt(analysis: Analysis, stage: Stage): readonly Judged[] {
  const { doc, options, memory, traits, secrets } = analysis;
  if (memory === undefined) return [];
  const config = options.config ?? defaultConfig;
  const assessed = [...memory.known].map(([requirement, { assessments }]) => {
    return { requirement: asRaised(requirement, traits), assessments };
  });
  const waivers = readWaivers(doc.spec, options.asOf, config.numbers);
  return concealed(judge(assessed, stage, config, waivers), secrets, doc.text);
}

const requirements = rules.filter((rule) => rule.kind === 'requirement');

/** An analysis that held the one before it would hold all that ever were. */
function withoutPrevious({ previous: _, read: __, ...options }: CheckOptions): CheckOptions {
  return options;
}

function leftAlone(doc: SpecDocument, options: CheckOptions, skipped: string): Analysis {
  return { ...unjudged(doc, options), skipped };
}

/** The command sees the bytes and refuses them itself; an editor hands over its text. */
function unread(text: string, options: CheckOptions, message: string): Analysis {
  const top = { start: 0, end: 0 };
  const finding: Finding = { rule: 'unreadable-file', severity: 'error', message, span: top, fixes: () => [] };
  return { ...unjudged(unreadSpec(text), options), findings: [finding] };
}

function unjudged(doc: SpecDocument, options: CheckOptions): Analysis {
  const at = options.stage ?? stages[0];
  const traits = readTraits(doc.spec);
  return {
    doc,
    options: withoutPrevious(options),
    at,
    stage: { claimed: null, judged: at, earned: null },
    readiness: readinessOf([], traits),
    traits,
    assessments: [],
    lowered: [],
    secrets: [],
    findings: [],
  };
}

/** A waiver for what is not asked yet waits for its stage. */
function unusedWaivers(
  waivers: Waivers,
  known: readonly Requirement[],
  isAsked: (rule: Rule | undefined) => boolean,
): Finding[] {
  const ruleOf = (id: string) => known.find((one) => one.id === id) ?? ruleById(id);
  const asked = waivers.unused().filter(({ rule }) => isAsked(ruleOf(rule)));
  return asked.map(({ at, rule, where }) => ({
    rule: 'unused-waiver',
    severity: 'warning' as const,
    message: needless(rule, where, known),
    span: at.span,
    fixes: () => {
      const guess = meant(rule, known);
      if (guess === undefined) return [];
      const edits = [replaceScalar(at, guess, 'flow')];
      return [{ title: `Change to \`${guess}\``, kind: 'normalise' as const, safe: false, edits }];
    },
  }));
}

function meant(rule: string, known: readonly Requirement[]): string | undefined {
  const ids = known.map(({ id }) => id);
  return ids.includes(rule) ? undefined : closest(rule, ids);
}

function needless(rule: string, where: string | undefined, known: readonly Requirement[]): string {
  if (!known.some(({ id }) => id === rule)) {
    const guess = meant(rule, known);
    return `No requirement is called \`${rule}\`.${guess === undefined ? '' : ` Did you mean \`${guess}\`?`}`;
  }
  return `This waiver excuses nothing: \`${rule}\`${where === undefined ? '' : ` for "${where}"`} needs no exception.`;
}

/** Asked for once or never. A closure inside `check` would hold the analysis before, and that one the one before it. */
function readinessOf(judged: readonly Judged[], traits: Traits): () => Readiness {
  let known: Readiness | undefined;
  return () => {
    known ??= readiness(judged, traits);
    return known;
  };
}
