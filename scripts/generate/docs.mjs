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
    return own.length === 0 ? [] : [`## ${title}\n\n${requirementTable(own)}`];
  });
  return [
    '# Rules',
    `${requirements.length} requirements ask what a system needs before it runs unattended. ${others.length} more rules look after the file itself.`,
    'E blocks the stage, W warns, I informs, - is not asked yet; the columns are pilot, pre-production and production.',
    ...sections,
    `## The file itself\n\n| rule | severity | what it finds |\n| --- | --- | --- |\n${others.map(row).join('\n')}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

const letters = { error: 'E', warning: 'W', info: 'I', off: '-' };

function requirementTable(rules) {
  const rows = rules.map(({ id, severity, questions, summary }) => {
    return `| [${id}](${id}.md) | ${severity.map((one) => letters[one]).join(' ')} | ${questions.join(', ')} | ${summary} |`;
  });
  return `| requirement | P PP PR | question | what it asks |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function row({ id, severity, summary }) {
  return `| [${id}](${id}.md) | ${severity} | ${summary} |`;
}
