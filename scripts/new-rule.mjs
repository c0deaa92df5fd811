// npm run new-rule <area>/<id>: a rule from a template, and its line in the list. The tests then say what is missing.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [area, id] = (process.argv[2] ?? '').split('/');
const file = join('core', 'src', 'rules', area ?? '', `${id}.ts`);
if (!/^[a-z]+$/.test(area ?? '') || !/^[a-z][a-z0-9-]+$/.test(id ?? ''))
  fail('usage: npm run new-rule <area>/<rule-id>, as in sources/source-owner');
if (area === 'engine' || !existsSync(join('core', 'src', 'rules', area)))
  fail(`There is no area "${area}" in core/src/rules.`);
if (existsSync(file)) fail(`${file} is there already.`);

const name = id.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
writeFileSync(file, area === 'language' ? languageRule() : requirement());

const list = join('core', 'src', 'rules', 'index.ts');
writeFileSync(
  list,
  readFileSync(list, 'utf8')
    .replace(/(?=import type \{ Rule \})/, `import { ${name} } from './${area}/${id}.ts';\n`)
    .replace(/\n\];/, `\n  ${name},\n];`),
);
console.log(
  `${file}\nNow fill in the example, the reasons and the check until \`npm test -- rules\` is green, then \`npm run generate\`.`,
);

function languageRule() {
  return `import { defineRule } from '../rule.ts';

export const ${name} = defineRule({
  id: '${id}',
  severity: 'error',
  summary: '',
  why: '',
  examples: [
    {
      bad: \`
\`,
      good: \`
\`,
    },
  ],

  *check({ doc }) {
    for (const { node } of doc.places) {
      if (node === undefined) continue;
    }
  },
});
`;
}

function requirement() {
  return `import { defineRequirement } from '../rule.ts';
import { lacking, part, verdict } from '../subject.ts';

export const ${name} = defineRequirement({
  id: '${id}',
  area: '${area}',
  rank: 'core',
  gap: 'operations',
  severity: ['warning', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references: '',
  summary: '',
  why: '',
  examples: [
    {
      bad: \`
\`,
      good: \`
\`,
    },
  ],

  *assess(context) {
    const system = part(context, ['system'], context.spec.get('system'));
    yield* verdict(system, lacking(context, system, [], ''));
  },
});
`;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
