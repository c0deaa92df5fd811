import type { Analysis, JudgedAssessment, Stages } from './analysis.ts';
import type { ClaimedStage, Stage } from './assessment.ts';
import { withoutQuotes } from './conceal.ts';
import type { Config } from './config/config.ts';
import { applyIgnores, ignoreFix } from './config/ignores.ts';
import type { Finding, Severity } from './finding.ts';
import { requirementFinding } from './fixes/requirement-fixes.ts';
import { guarded } from './guarded.ts';
import type { Judged } from './judge.ts';
import { type Look, type Looks, looking } from './looks.ts';
import { ruleById, rules } from './rules/index.ts';
import type { LanguageContext, LanguageRule, Report } from './rules/rule.ts';
import type { SpecDocument } from './spec/document.ts';
import type { Place } from './spec/place.ts';
import { syntaxRules, tidy } from './tidy.ts';
import { toldAlready } from './told.ts';

/** What a text was judged to be, before anybody is told. */
export interface Judgement extends Omit<Analysis, 'stage' | 'findings' | 'looks' | 'assessments'> {
  readonly claimed: ClaimedStage | null;
  readonly config: Config;
  readonly judged: readonly Judged[];
  /** Of requirements that failed. */
  readonly broken: readonly Finding[];
  /** Of waivers that excuse nothing. */
  readonly unused: readonly Finding[];
  /** If nothing is wrong with the text. */
  readonly earned: () => Stage | null;
  /** The version before. */
  readonly before: Parameters<typeof looking>[1];
}

interface Told {
  readonly findings: readonly Finding[];
  readonly earned: Stage | null;
  readonly looks: Looks;
}

/** The analysis of a text that was judged. */
export class LazyAnalysis implements Analysis {
  readonly doc: Analysis['doc'];
  readonly options: Analysis['options'];
  readonly system: Analysis['system'];
  readonly at: Analysis['at'];
  readonly readiness: Analysis['readiness'];
  readonly traits: Analysis['traits'];
  readonly assessments: readonly JudgedAssessment[];
  readonly lowered: Analysis['lowered'];
  readonly secrets: Analysis['secrets'];
  readonly memory: Analysis['memory'];
  private readonly claimed: ClaimedStage | null;
  /** Gone when all is told: it holds the version before. */
  private judgement: Judgement | undefined;
  private told: Told | undefined;

  constructor(judgement: Judgement) {
    this.doc = judgement.doc;
    this.options = judgement.options;
    this.system = judgement.system;
    this.at = judgement.at;
    this.readiness = judgement.readiness;
    this.traits = judgement.traits;
    this.assessments = judgement.judged.map(({ requirement, assessment, state, reason, severity }) => {
      const { subject, facts = [], at } = assessment;
      return { rule: requirement.id, subject, state, reason, facts, span: at.span, open: severity !== undefined };
    });
    this.lowered = judgement.lowered;
    this.secrets = judgement.secrets;
    this.memory = judgement.memory;
    this.claimed = judgement.claimed;
    this.judgement = judgement;
  }

  get findings(): readonly Finding[] {
    return this.tell().findings;
  }

  get stage(): Stages {
    return { claimed: this.claimed, judged: this.at, earned: this.tell().earned };
  }

  get looks(): Looks | undefined {
    return this.told?.looks;
  }

  private tell(): Told {
    if (this.judgement !== undefined) {
      this.told = tell(this.judgement);
      this.judgement = undefined;
    }
    return this.told as Told;
  }
}

const languageRules = rules.filter((rule) => rule.kind === 'language');

function tell(judgement: Judgement): Told {
  const { doc, config, at, judged, unused, secrets, options, before } = judgement;
  const broken = [...judgement.broken];
  const looks = new Map<LanguageRule, Look>();
  const lookWith = looking(doc, before);
  const language = applyIgnores(
    doc,
    languageRules.flatMap((rule) => {
      const severity = config.severity(rule, at === 'retired' ? 'pilot' : at);
      if (severity === 'off') return [];
      const look = lookWith(rule, (places) => guarded(rule, () => rule.check(new LazyPlaces(doc, places)), broken));
      if (look === undefined) return [];
      looks.set(rule, look);
      return look.reports.map((report) => languageFinding(rule, severity, report, doc));
    }),
    [...rules, ...config.added],
  );
  const isTold = toldAlready(doc, language);
  const required = judged
    .filter((one) => !isTold(one))
    .flatMap((one) => requirementFinding(one, judged, doc, options.asOf));
  // What cannot be read, or does not have its form, stops a promotion as well as what is missing.
  const sound =
    doc.yaml.problems.length === 0 &&
    !language.some(({ severity }) => severity === 'error') &&
    !lowersError(doc, at, config);
  const found = [...broken, ...weighed([...language, ...unused], at, config), ...required];
  const findings = tidy(doc, withoutQuotes(found, secrets, doc.text)).map((finding) => mayBeFixed(doc, finding));
  return { findings, earned: sound ? judgement.earned() : null, looks };
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
  return applyIgnores(doc, found, rules).some(({ severity }) => severity === 'error');
}

/** Where the file cannot be read, only what makes it readable is mended: what else seems wrong may not be. */
function mayBeFixed({ yaml }: SpecDocument, finding: Finding): Finding {
  const broken = yaml.problems.length > 0 || (yaml.root !== undefined && yaml.root.kind !== 'mapping');
  return broken && !syntaxRules.has(finding.rule) ? { ...finding, fixes: () => [] } : finding;
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
