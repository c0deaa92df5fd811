import { requirement } from '../support/requirement.ts';

const id = 'high-risk-records';
const { find } = requirement(id);

const spec = (reportTo: string) =>
  `governance:\n  risk:\n    class: high\n  high_risk:\n    role: deployer\n    technical_docs: docs/technical.md\n    monitoring_plan: docs/plan.md\n    report_to: ${reportTo}\n`;

find('another class', 'governance:\n  risk:\n    class: limited\n');
find(
  'a pilot is warned',
  `governance:\n^^^^^^^^^^ ${id}\n  risk:\n    class: high\n`,
  'pilot',
  /`role`, `technical_docs`, `monitoring_plan`, `report_to`/,
);
for (const answer of ['legal handles it', 'the compliance department', 'Legal', 'handled by the lawyers'])
  find(`"${answer}"`, spec(`${answer}\n               ${'^'.repeat(answer.length)} ${id}`), 'pilot');
for (const answer of ['Legal Metrology Office of Austria', 'Federal Network Agency, reported by the legal department'])
  find(`"${answer}"`, spec(`"${answer}"`));
find(
  'a path that is none',
  spec('Federal Network Agency').replace(
    'docs/plan.md',
    `legal handles it\n                     ^^^^^^^^^^^^^^^^ ${id}`,
  ),
);
