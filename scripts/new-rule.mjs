// npm run new-rule <area>/<id>: a rule from a template, and its line in the list. The tests then say what is missing.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [area, id] = (process.argv[2] ?? '').split('/');
const file = join('core', 'src', 'rules', area ?? '', `${id}.ts`);
if (!/^[a-z]+$/.test(area ?? '') || !/^[a-z][a-z0-9-]+$/.test(id ?? ''))
  fail('usage: npm run new-rule <area>/<rule-id>, as in sources/source-owner');
if (area === 'engine' || area === 'proofs' || !existsSync(join('core', 'src', 'rules', area)))
  fail(`There is no area "${area}" in core/src/rules.`);
const taken = readdirSync(join('core', 'src', 'rules'), { recursive: true }).find(
  (one) => basename(String(one)) === `${id}.ts`,
);
if (taken !== undefined) fail(`core/src/rules/${taken} is there already.`);

const name = id.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
writeFileSync(file, area === 'language' ? languageRule() : requirement());

const list = join('core', 'src', 'rules', 'index.ts');
writeFileSync(list, listed(readFileSync(list, 'utf8')));
const answers = area === 'language' ? '' : ` Its answers go into test/answers/${area}.ts.`;
console.log(
  `${file}\nFill in the example, the reasons and the check until \`npm test -- rules answers metadata\` is green, then \`npm run generate\`.${answers}`,
);

/** With the import where its path belongs, and the rule behind the others of its area. */
function listed(text) {
  const imports = [...text.matchAll(/^import (?:type )?\{ (\w+) \} from '\.\/([^']+)\.ts';\n/gm)];
  const path = `${area}/${id}`;
  const next = imports.find(([, , other]) => other > path);
  const at = next?.index ?? imports.at(-1).index + imports.at(-1)[0].length;
  const names = imports.filter(([, , other]) => other.startsWith(`${area}/`)).map(([, other]) => other);
  const last = Math.max(...names.map((other) => text.lastIndexOf(`\n  ${other},\n`)));
  const behind = text.indexOf('\n', last + 1) + 1;
  return `${text.slice(0, at)}import { ${name} } from './${path}.ts';\n${text.slice(at, behind)}  ${name},\n${text.slice(behind)}`;
}

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
  hollow: [],
  toFix: '',
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
