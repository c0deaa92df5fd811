// Makes docs/rules: a page for each rule, and an index of them.

import { loadCore } from './core.mjs';

export async function generateDocs(root) {
  const { rules, rulePage } = await loadCore(root);
  const pages = rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]);
  return new Map([...pages, ['docs/rules/README.md', indexOf(rules)]]);
}

const areas = {
  system: 'What the system is',
  ownership: 'Ownership',
  sources: 'Data sources',
  tools: 'Tools and agents',
  indexes: 'Retrieval and indexes',
  evaluation: 'Evaluation',
  logging: 'The call log',
  monitoring: 'Metrics and alerts',
  operations: 'Operations',
  governance: 'Governance and security',
};

function indexOf(rules) {
  const requirements = rules.filter(({ kind }) => kind === 'requirement');
  const others = rules.filter(({ kind }) => kind !== 'requirement');
  const sections = Object.entries(areas).flatMap(([area, title]) => {
    const own = requirements.filter((rule) => rule.area === area);
    return own.length === 0 ? [] : [`### ${title}\n\n${requirementTable(own)}`];
  });
  return [
    '# Rules',
    `${requirements.length} requirements ask what a system needs before it runs unattended. ${others.length} more rules look after the file itself.`,
    'E blocks the stage, W warns, I informs, - is not asked yet; the columns are pilot, pre-production and production.',
    `By ${['area', 'gap', 'question', 'stage at which they block'].map((by) => `[${by}](#by-${by.split(' ')[0]})`).join(', ')}; [the file itself](#the-file-itself).`,
    '## By area',
    ...sections,
    `## By gap\n\n${linksBy(requirements, gaps, (rule) => [rule.gap])}`,
    `## By question\n\nBrackets mark requirements that refine an answer without deciding it.\n\n${linksBy(requirements, questions, (rule) => rule.questions)}`,
    `## By stage\n\nWhere a requirement begins to block; later stages keep it.\n\n${linksBy(requirements, stages, (rule) => [stageOf(rule)])}`,
    `## The file itself\n\n| rule | severity | what it finds |\n| --- | --- | --- |\n${others.map(row).join('\n')}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

const gaps = {
  integration: 'Integration',
  observability: 'Observability',
  operations: 'Operations',
  evaluation: 'Evaluation',
  governance: 'Governance and security',
};

const questions = Object.fromEntries(
  ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7'].flatMap((id) => [
    [id, id],
    [`(${id})`, `(${id})`],
  ]),
);

const stages = {
  pilot: 'The pilot',
  'pre-production': 'Pre-production',
  production: 'Production',
  never: 'None: they warn',
};

function stageOf({ severity }) {
  return ['pilot', 'pre-production', 'production', 'never'][[...severity, 'error'].indexOf('error')];
}

function linksBy(rules, titles, keysOf) {
  const rows = Object.entries(titles).flatMap(([key, title]) => {
    const own = rules.filter((rule) => keysOf(rule).includes(key));
    return own.length === 0 ? [] : [`| ${title} | ${own.map(({ id }) => `[${id}](${id}.md)`).join(', ')} |`];
  });
  return `| | requirements |\n| --- | --- |\n${rows.join('\n')}`;
}

const letters = { error: 'E', warning: 'W', info: 'I', off: '-' };

function requirementTable(rules) {
  const rows = rules.map(({ id, severity, questions, summary }) => {
    return `| [${id}](${id}.md) | ${severity.map((one) => letters[one]).join(' ')} | ${questions.join(', ')} | ${cell(summary)} |`;
  });
  return `| requirement | P PP PR | question | what it asks |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

/** A bar in a table ends the cell. */
function cell(text) {
  return text.replaceAll('|', '\\|');
}

function row({ id, severity, summary }) {
  return `| [${id}](${id}.md) | ${severity} | ${cell(summary)} |`;
}
