import { type Rule, ruleById, rulePageUrl, rules, stages } from '../../../core/src/index.ts';
import { type Options, parseArguments, type Usage } from '../args.ts';
import type { Io } from '../io.ts';
import { jsonText } from '../report/json-text.ts';
import { knownPacks, packOptions } from './packs.ts';

const formats = ['pretty', 'json'];

export const rulesOptions = {
  format: { value: 'FORMAT', help: formats.join(' or ') },
  ...packOptions,
} as const satisfies Options;

export async function rulesCommand(argv: readonly string[], io: Io): Promise<number | Usage> {
  const parsed = parseArguments('rules', rulesOptions, argv, io.cwd);
  if (parsed.kind === 'usage') return parsed;
  if (parsed.help) {
    const { helpFor } = await import('./help.ts');
    await io.stdout.write(helpFor('rules') ?? '');
    return 0;
  }
  const usage = { kind: 'usage', help: 'ai-system rules --help' } as const;
  if (parsed.rest.length > 0) return { ...usage, message: `rules takes no "${parsed.rest[0]}"` };

  const format = parsed.values.format ?? 'pretty';
  if (!formats.includes(format)) {
    return { ...usage, message: `unknown format "${format}"`, unknown: { word: format, known: formats } };
  }
  const { config, 'no-config': noConfig, pack } = parsed.values;
  const found = await knownPacks({ config, noConfig, pack }, io.cwd, usage.help);
  if (found.kind === 'usage') return found;
  const all = [...rules, ...found.packs.flatMap(({ requirements }) => requirements)];
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await io.stdout.write(format === 'json' ? asJson(sorted) : asTable(sorted));
  return 0;
}

function asJson(sorted: readonly Rule[]): string {
  const list = sorted.map((rule) => ({
    id: rule.id,
    kind: rule.kind,
    area: rule.kind === 'requirement' ? rule.area : 'language',
    severity: severities(rule),
    summary: rule.summary,
    why: rule.why,
    // A requirement of a pack has no page.
    ...(ruleById(rule.id) === undefined ? {} : { url: rulePageUrl(rule.id) }),
  }));
  return `${jsonText({ schemaVersion: 1, rules: list })}\n`;
}

function asTable(sorted: readonly Rule[]): string {
  const width = Math.max(4, ...sorted.map(({ id }) => id.length));
  const row = (id: string, severity: readonly string[], summary: string) =>
    `${[id.padEnd(width), ...severity.map((word) => word.padEnd(14)), summary].join('  ').trimEnd()}\n`;
  const rows = sorted.map((rule) => row(rule.id, Object.values(severities(rule)), rule.summary));
  return row('rule', stages, '') + rows.join('');
}

function severities(rule: Rule): Readonly<Record<string, string>> {
  const of = (at: number) => (rule.kind === 'requirement' ? (rule.severity[at] ?? 'off') : rule.severity);
  return Object.fromEntries(stages.map((stage, at) => [stage, of(at)]));
}
