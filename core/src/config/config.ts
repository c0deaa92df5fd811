import { type Stage, stages } from '../assessment.ts';
import { matchesGlob } from '../glob.ts';
import { type Numbers, resolveNumbers } from '../numbers.ts';
import { rules } from '../rules/index.ts';
import type { Requirement, Rule, StageSeverity } from '../rules/rule.ts';
import type { Span } from '../text.ts';
import { isLaxer, numberSettings, writtenNumber } from './number-setting.ts';

/** What one source of settings says: a project file or one of its overrides. */
export interface ConfigLayer {
  /** Named wherever a value is explained. */
  readonly source: string;
  readonly severities: ReadonlyMap<string, StageSeverities>;
  readonly numbers: Readonly<Partial<Numbers>>;
  /** Whether what nobody can look at is an error. */
  readonly strict?: boolean;
  /** Where each setting stands in the source, by its name such as `rules.unused-id.pilot`. */
  readonly places: ReadonlyMap<string, Span>;
  /** It holds for specs that one of these globs means; for all of them where absent. */
  readonly files?: readonly string[];
  /** The folder that the globs start from. */
  readonly folder?: string;
}

export type StageSeverities = Readonly<Partial<Record<Stage, StageSeverity>>>;

/** Settings for every rule there is; later layers win over earlier ones and over the rules' own defaults. */
export interface Config {
  severity(rule: Rule, stage: Stage): StageSeverity;
  /** The severity that counts for the earned stage: what a configuration lowers does not make a system readier. */
  gateSeverity(rule: Rule, stage: Stage): StageSeverity;
  readonly numbers: Numbers;
  /** The numbers that count for the earned stage; the very same object where nothing is laxer than its default. */
  readonly gateNumbers: Numbers;
  /** What cannot be verified here is an error: for those who have everything checked out. */
  readonly strict: boolean;
  /** Requirements of packs, judged beside those that are built in. */
  readonly added: readonly Requirement[];
  /** Everything that is not as it would be without a configuration. */
  readonly settings: readonly Setting[];
}

export interface Setting {
  /** `rules.source-tested.pilot`, or `rules.source-tested` where it is the same at every stage; `numbers.longest-waiver`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly span?: Span;
  /** Less is asked than without the configuration. */
  readonly lowers: boolean;
}

export const severities = ['off', 'info', 'warning', 'error'] as const satisfies readonly StageSeverity[];

/** `file` is the spec that the layers are for: without it, no override holds. */
export function resolveConfig(
  layers: readonly ConfigLayer[],
  file?: string,
  added: readonly Requirement[] = [],
): Config {
  const valid = layers.filter((layer) => holdsFor(layer, file));
  const layerOf = (rule: Rule, stage: Stage) => valid.findLast((layer) => layer.severities.get(rule.id)?.[stage]);
  const configured = (rule: Rule, stage: Stage) => layerOf(rule, stage)?.severities.get(rule.id)?.[stage];

  const numbers = resolveNumbers(Object.assign({}, ...valid.map((layer) => layer.numbers)));
  const defaults = resolveNumbers();
  const laxer = Object.fromEntries(
    [...numberSettings.values()]
      .filter((name) => isLaxer(name, numbers[name], defaults[name]))
      .map((name) => [name, defaults[name]]),
  );
  const severity = (rule: Rule, stage: Stage) => {
    const own = defaultSeverity(rule, stage);
    const asked = configured(rule, stage) ?? own;
    return mayBeLowered(rule) ? asked : heavier(asked, own);
  };
  return {
    severity,
    gateSeverity(rule, stage) {
      const own = defaultSeverity(rule, stage);
      return heavier(configured(rule, stage) ?? own, own);
    },
    numbers,
    gateNumbers: Object.keys(laxer).length === 0 ? numbers : { ...numbers, ...laxer },
    strict: valid.findLast((layer) => layer.strict !== undefined)?.strict ?? false,
    added,
    settings: [
      ...strictSetting(valid),
      ...[...rules, ...added].flatMap((rule) =>
        together(
          rule,
          stages.flatMap((stage): Setting[] => {
            const from = defaultSeverity(rule, stage);
            const to = severity(rule, stage);
            const layer = layerOf(rule, stage);
            if (from === to || layer === undefined) return [];
            const name = `rules.${rule.id}.${stage}`;
            return [
              {
                name,
                from,
                to,
                source: layer.source,
                span: layer.places.get(name),
                lowers: heavier(from, to) === from,
              },
            ];
          }),
        ),
      ),
      ...[...numberSettings].flatMap(([called, key]): Setting[] => {
        const layer = valid.findLast((one) => one.numbers[key] !== undefined);
        if (layer === undefined || numbers[key] === defaults[key]) return [];
        const name = `numbers.${called}`;
        const [from, to] = [writtenNumber(key, defaults[key]), writtenNumber(key, numbers[key])];
        return [{ name, from, to, source: layer.source, span: layer.places.get(name), lowers: key in laxer }];
      }),
    ],
  };
}

function strictSetting(layers: readonly ConfigLayer[]): Setting[] {
  const layer = layers.findLast(({ strict }) => strict !== undefined);
  if (layer?.strict !== true) return [];
  const { source, places } = layer;
  return [{ name: 'strict', from: 'false', to: 'true', source, span: places.get('strict'), lowers: false }];
}

/** One line for the stages that are changed alike by one place. */
function together(rule: Rule, changed: readonly Setting[]): readonly Setting[] {
  const [first] = changed;
  if (first === undefined || changed.length < stages.length) return changed;
  const alike = changed.every(
    ({ from, to, source, span }) =>
      from === first.from && to === first.to && source === first.source && span?.start === first.span?.start,
  );
  return alike ? [{ ...first, name: `rules.${rule.id}` }] : changed;
}

export const defaultConfig: Config = resolveConfig([]);

function holdsFor({ files, folder = '' }: ConfigLayer, file: string | undefined): boolean {
  if (files === undefined) return true;
  if (file === undefined || !file.startsWith(folder)) return false;
  const path = decoded(file.slice(folder.length).replace(/^\//, ''));
  return files.some((glob) => matchesGlob(glob, path));
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** Every stage alike. */
export function everyStage(severity: StageSeverity): StageSeverities {
  return { pilot: severity, 'pre-production': severity, production: severity };
}

export function mayBeLowered(rule: Rule): boolean {
  return !(rule.kind === 'requirement' && rule.neverWaivable);
}

/** The stages at which less would be asked than the rule asks by itself. */
export function loweredStages(rule: Rule, asked: StageSeverities): readonly Stage[] {
  return stages.filter((stage) => {
    const severity = asked[stage];
    return severity !== undefined && weight(severity) < weight(defaultSeverity(rule, stage));
  });
}

function defaultSeverity(rule: Rule, stage: Stage): StageSeverity {
  return rule.kind === 'requirement' ? (rule.severity[stages.indexOf(stage)] ?? 'off') : rule.severity;
}

function heavier(a: StageSeverity, b: StageSeverity): StageSeverity {
  return weight(a) >= weight(b) ? a : b;
}

function weight(severity: StageSeverity): number {
  return severities.indexOf(severity);
}
