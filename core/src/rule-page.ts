import { stages } from './assessment.ts';
import { check } from './check.ts';
import type { Example, Requirement, Rule } from './rules/rule.ts';
import { lineIndex } from './text.ts';

/** Where the pages of the rules are published: the folder `docs/rules` of this repository. */
const pages = 'https://github.com/ai-system-spec/ai-system-spec/blob/main/docs/rules';

export function rulePageUrl(id: string): string {
  return `${pages}/${id}.md`;
}

/** Today, on the pages: their output stays what it is. */
const pageDate = '2026-11-22';

/** The page of a rule as Markdown, its examples' output made by running them. */
export function rulePage(rule: Rule): string {
  return [
    `# ${rule.id}`,
    rule.summary,
    rule.kind === 'requirement' ? about(rule) : `Severity: **${rule.severity}** at every stage.`,
    `## Why\n\n${rule.why}`,
    ...(rule.kind === 'requirement' ? hollow(rule) : []),
    ...(rule.kind === 'requirement' ? artifacts(rule) : []),
    ...rule.examples.flatMap((example, index) => [
      `## What it finds${numbered(rule, index)}\n\n${bad(rule, example)}`,
      `## What it accepts${numbered(rule, index)}\n\n${fence(clean(example.good))}`,
    ]),
    ...(rule.kind === 'requirement' && rule.toFix !== undefined ? [`## How to fix it\n\n${rule.toFix}`] : []),
    `## How to configure\n\n${configure(rule)}`,
    ...(rule.kind === 'requirement' ? [`## Where it comes from\n\n${rule.references}`] : []),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function numbered({ examples }: Rule, index: number): string {
  return examples.length === 1 ? '' : ` (${index + 1})`;
}

function about(rule: Requirement): string {
  const { raised } = rule;
  const rows = stages.map((stage, index) => {
    const more = raised === undefined ? '' : ` ${severityWord(raised.severity[index])} |`;
    return `| ${stage} | ${severityWord(rule.severity[index])} |${more}`;
  });
  const columns = raised === undefined ? ['', ''] : [` for ${raised.systems} |`, ' --- |'];
  const questions = rule.questions.length === 0 ? '' : ` Counts for ${rule.questions.join(', ')} of the checklist.`;
  const whom = rule.appliesTo === undefined ? 'Applies to every system.' : `Applies to ${rule.appliesTo}.`;
  return `A${rule.rank === 'advanced' ? 'n' : ''} ${rule.rank} requirement (${rule.gap}). ${whom}${questions}\n\n| stage | severity |${columns[0]}\n| --- | --- |${columns[1]}\n${rows.join('\n')}`;
}

function hollow({ hollow = [] }: Requirement): string[] {
  return hollow.length === 0 ? [] : [`## What is no answer\n\n${hollow.map((one) => `- ${one}`).join('\n')}`];
}

function artifacts({ artifacts = [] }: Requirement): string[] {
  if (artifacts.length === 0) return [];
  const fields = artifacts.map((field) => `\`${field}\``).join(', ');
  return [
    `## What it looks for in the repository\n\nThat there is what ${fields} names, and that a text is filled in.`,
  ];
}

function severityWord(severity: Requirement['severity'][number] | undefined): string {
  if (severity === 'error') return 'error, blocks';
  return severity === undefined || severity === 'off' ? 'not asked yet' : severity;
}

function bad(rule: Rule, example: Example): string {
  const text = clean(example.bad);
  const { findings } = check(text, { asOf: pageDate, stage: example.stage ?? 'production' });
  const lines = lineIndex(text);
  const output = findings
    .filter((finding) => finding.rule === rule.id)
    .map(({ span, message, severity }) => {
      const { line, character } = lines.position(span.start);
      return `${line + 1}:${character + 1} ${severity}: ${message}`;
    });
  return `${fence(text)}\n\n${fence(`${output.join('\n')}\n`, 'text')}`;
}

function configure(rule: Rule): string {
  if (rule.kind === 'requirement' && rule.neverWaivable)
    return 'It cannot be lowered or waived; its severity can be raised.';
  const setting = fence(`rules:\n  ${rule.id}: ${rule.kind === 'requirement' ? 'warning' : 'off'}\n`);
  const exception =
    rule.kind === 'requirement'
      ? 'An exception for a while is a dated entry in `waivers:` of the spec.'
      : `On one line: \`# ai-system-ignore ${rule.id} -- reason\`.`;
  return `In \`ai-system.config.yaml\`:\n\n${setting}\n\n${exception}`;
}

/** Without the lines of carets. */
function clean(source: string): string {
  return source.replace(/^\n/, '').replaceAll(/^ *\^+ [a-z][a-z0-9-]*\n/gm, '');
}

function fence(text: string, language = 'yaml'): string {
  return `\`\`\`${language}\n${text}\`\`\``;
}
