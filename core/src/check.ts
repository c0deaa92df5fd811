import { type ClaimedStage, type Fact, type Stage, type State, stages } from './assessment.ts';
import { closest } from './closest.ts';
import { concealed, secretSpans, withoutQuotes } from './conceal.ts';
import { type Config, defaultConfig, type Setting } from './config/config.ts';
import { applyIgnores, ignoreFix } from './config/ignores.ts';
import { sizeIfTooLarge, tooLarge } from './decode.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { Finding, Severity } from './finding.ts';
import { requirementFinding } from './fixes/requirement-fixes.ts';
import { foreignFile } from './foreign.ts';
import { type Assessed, earnedStage, type Judged, judge } from './judge.ts';
import { type Look, type Looks, looking } from './looks.ts';
import { type Readiness, readiness } from './readiness.ts';
import { type Assessments, assessAll } from './reuse.ts';
import { ruleById, rules } from './rules/index.ts';
import { assessmentsOf } from './rules/proofs/named-artifacts.ts';
import {
  asRaised,
  type Context,
  type LanguageContext,
  type LanguageRule,
  type Report,
  type Requirement,
  type Rule,
} from './rules/rule.ts';
import { readTraits, type Traits } from './rules/traits.ts';
import { clipped, fitToShow } from './shown.ts';
import { readSpec, type SpecDocument, unreadSpec } from './spec/document.ts';
import { Memo } from './spec/memo.ts';
import type { Place } from './spec/place.ts';
import { watchedDocument } from './spec/watched.ts';
import type { Span } from './text.ts';
import { syntaxRules, tidy } from './tidy.ts';
import { toldAlready } from './told.ts';
import { readWaivers, type Waivers } from './waivers.ts';

export interface CheckOptions {
  /** Today, as an ISO date: the one clock. */
  readonly asOf: string;
  /** Judge as if the system were at this stage; otherwise at the stage it claims. */
  readonly stage?: Stage;
  readonly config?: Config;
  /** What the files say that the spec names; without it, what is declared counts. */
  readonly evidence?: Evidence;
  /** The analysis of an earlier version of the same text, whose unchanged parts are used again. */
  readonly previous?: Analysis;
  /** What `read` gave for this text and `previous`, where somebody has asked already. */
  readonly read?: Read;
}

/** A text as it was read, before anything is judged. */
export interface Read {
  readonly doc: SpecDocument;
  /** Why the file was left alone: the name is ours, the content is somebody else's. */
  readonly skipped?: string;
}

/** Everything that can be said about one text. Immutable. */
export interface Analysis extends Read {
  readonly options: CheckOptions;
  readonly system?: string;
  readonly stage: {
    readonly claimed: ClaimedStage | null;
    readonly judged: Stage | 'retired';
    readonly earned: Stage | null;
  };
  /** Folded when somebody asks for it: nobody does on a keystroke. */
  readonly readiness: () => Readiness;
  readonly traits: Traits;
  readonly assessments: readonly JudgedAssessment[];
  /** What the configuration asks less of; none of it makes the system readier. */
  readonly lowered: readonly Setting[];
  /** Where the text holds secrets, which no report may show. */
  readonly secrets: readonly Span[];
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** For the analysis of the next version. */
  readonly memory?: Assessments;
  readonly looks?: Looks;
}

export interface JudgedAssessment {
  readonly rule: string;
  readonly subject: string;
  readonly state: State;
  readonly reason: string;
  /** What was found in artifacts. */
  readonly facts: readonly Fact[];
}

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
  const assessedBy = ({ known }: Assessments) =>
    asked.map((requirement): Assessed => {
      return {
        requirement: asRaised(requirement, context.traits),
        assessments: known.get(requirement)?.assessments ?? [],
      };
    });
  const memory = assessAll(asked, context, options.previous?.memory, (requirement) => {
    const made = guarded(requirement, () => assessmentsOf(requirement, context), broken);
    return context.evidence === undefined ? made : made?.map(fitToShow);
  });
  const assessed = assessedBy(memory);
  const openly = judge(assessed, stage, config, waivers);
  const secrets = secretSpans(openly);
  const judged = concealed(openly, secrets, text);
  const unused = unusedWaivers(waivers, asked, (rule) => {
    return rule === undefined || stage === 'retired' || config.severity(rule, stage) !== 'off';
  });

  const looks = new Map<LanguageRule, Look>();
  const lookWith = looking(doc, options.previous);
  const language = applyIgnores(
    doc,
    languageRules.flatMap((rule) => {
      const severity = config.severity(rule, stage === 'retired' ? 'pilot' : stage);
      if (severity === 'off') return [];
      const look = lookWith(rule, (places) => {
        return guarded(rule, () => rule.check(new LazyPlaces(doc, places)), broken);
      });
      if (look === undefined) return [];
      looks.set(rule, look);
      return look.reports.map((report) => languageFinding(rule, severity, report, doc));
    }),
  );
  const isTold = toldAlready(doc, language);
  const required = judged
    .filter((one) => !isTold(one))
    .flatMap((one) => requirementFinding(one, judged, doc, options.asOf));
  // What cannot be read, or does not have its form, stops a promotion as well as what is missing.
  const sound =
    doc.yaml.problems.length === 0 &&
    !language.some(({ severity }) => severity === 'error') &&
    !lowersError(doc, stage, config);
  const earned = () => {
    if (config.gateNumbers === config.numbers) return earnedStage(assessed, claimed, config, waivers);
    const { gateNumbers: numbers } = config;
    const strictly = readWaivers(doc.spec, options.asOf, numbers);
    const strict = { ...context, numbers, memo: new Memo() };
    const again = assessAll(asked, strict, undefined, (requirement) =>
      guarded(requirement, () => assessmentsOf(requirement, strict), []),
    );
    return earnedStage(assessedBy(again), claimed, config, strictly);
  };
  return {
    doc,
    options: withoutPrevious(options),
    system: doc.spec.get('system')?.get('name')?.value,
    stage: { claimed, judged: stage, earned: sound ? earned() : null },
    readiness: readinessOf(judged, context.traits),
    traits: context.traits,
    assessments: judged.map(({ requirement, assessment, state, reason }) => {
      return { rule: requirement.id, subject: assessment.subject, state, reason, facts: assessment.facts ?? [] };
    }),
    lowered: config.settings.filter(({ lowers }) => lowers),
    secrets,
    memory,
    looks,
    findings: tidy(
      doc,
      withoutQuotes([...broken, ...weighed([...language, ...unused], stage, config), ...required], secrets, text),
    ).map((finding) => mayBeFixed(doc, finding)),
  };
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

/** Whether a rule about the file finds what is an error by itself, and less than that in this configuration. */
function lowersError(doc: SpecDocument, stage: Stage | 'retired', config: Config): boolean {
  const at = stage === 'retired' ? 'pilot' : stage;
  const lowered = languageRules.filter(
    (rule) => config.gateSeverity(rule, at) === 'error' && config.severity(rule, at) !== 'error',
  );
  if (lowered.length === 0) return false;
  const found = lowered.flatMap((rule) => {
    const reports = guarded(rule, () => rule.check(new LazyPlaces(doc, () => doc.places)), []) ?? [];
    return reports.map((report) => languageFinding(rule, 'error', report, doc));
  });
  return applyIgnores(doc, found).some(({ severity }) => severity === 'error');
}

const requirements = rules.filter((rule) => rule.kind === 'requirement');
const languageRules = rules.filter((rule) => rule.kind === 'language');

/** Where the file cannot be read, only what makes it readable is mended: what else seems wrong may not be. */
function mayBeFixed({ yaml }: SpecDocument, finding: Finding): Finding {
  const broken = yaml.problems.length > 0 || (yaml.root !== undefined && yaml.root.kind !== 'mapping');
  return broken && !syntaxRules.has(finding.rule) ? { ...finding, fixes: () => [] } : finding;
}

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
  const stage = { claimed: null, judged: options.stage ?? stages[0], earned: null };
  const traits = readTraits(doc.spec);
  return {
    doc,
    options: withoutPrevious(options),
    stage,
    readiness: readinessOf([], traits),
    traits,
    assessments: [],
    lowered: [],
    secrets: [],
    findings: [],
  };
}

function languageFinding(rule: LanguageRule, severity: Severity, report: Report, doc: SpecDocument): Finding {
  return {
    rule: rule.id,
    severity,
    message: report.message,
    span: report.at.span,
    related: report.related,
    unnecessary: report.unnecessary,
    fixes: (only) => [report.fix?.() ?? [], only === 'help' ? [] : ignoreFix(doc, rule.id, report.at.span)].flat(),
  };
}

/** Findings of the pipeline itself, in the severity that the configuration gives their rules. */
function weighed(findings: readonly Finding[], stage: Stage | 'retired', config: Config): Finding[] {
  return findings.flatMap((finding) => {
    const rule = ruleById(finding.rule);
    if (rule?.kind !== 'engine') return [finding];
    const severity = config.severity(rule, stage === 'retired' ? 'pilot' : stage);
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
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
    fixes: () => [],
  }));
}

function needless(rule: string, where: string | undefined, known: readonly Requirement[]): string {
  const ids = known.map(({ id }) => id);
  if (!ids.includes(rule)) {
    const guess = closest(rule, ids);
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

/** Most rules ask for no places, and finding them takes time. */
class LazyPlaces implements LanguageContext {
  readonly doc: SpecDocument;
  private readonly find: () => readonly Place[];

  constructor(doc: SpecDocument, find: () => readonly Place[]) {
    this.doc = doc;
    this.find = find;
  }

  get places(): readonly Place[] {
    return this.find();
  }
}

/** A rule that throws is our mistake: it becomes a finding, and the other rules go on. */
function guarded<T>(rule: LanguageRule | Requirement, run: () => Iterable<T>, broken: Finding[]): T[] | undefined {
  try {
    return [...run()];
  } catch (error) {
    const cause = clipped(error instanceof Error ? error.message : String(error), 200);
    const message = `Rule \`${rule.id}\` failed (${cause}). Please report this.`;
    broken.push({ rule: 'internal-error', severity: 'error', message, span: { start: 0, end: 0 }, fixes: () => [] });
    return undefined;
  }
}
