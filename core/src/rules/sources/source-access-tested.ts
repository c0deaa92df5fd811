import { anyCase } from '../../spec/words.ts';
import { sourcesInUse } from '../dependencies.ts';
import { defineRequirement } from '../rule.ts';
import { hollow, lacking, verdict } from '../subject.ts';

/** Files that people read and nothing runs. */
const paper = anyCase(/\.(?:pdf|docx?|xlsx?|pptx?|odt|png|jpe?g)$/);

export const sourceAccessTested = defineRequirement({
  id: 'source-access-tested',
  area: 'sources',
  rank: 'core',
  gap: 'integration',
  appliesTo: 'connected sources whose content differs by user or role',
  severity: ['off', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: ['Q1'],
  artifacts: ['sources.*.access.test'],
  hollow: [
    'a concept or a protocol on paper, which nothing runs',
    'a file without a test in it, or whose tests are all skipped',
  ],
  toFix:
    'Write a test in which somebody without the right asks for a document and does not get it, run it in CI, and name its file.',
  references: 'Azure Well-Architected Framework, AI workloads: tests of partitions',
  summary: 'Where rights differ between users, a test shows that somebody without the right gets nothing.',
  why: 'A filter that is missing changes no answer in a demo: testers may see everything. The first to notice is the wrong reader.',
  examples: [
    {
      bad: `
sources:
  letters:
    status: connected
    access:
    ^^^^^^ source-access-tested
      varies_by: role
      enforced_at: index-filter
`,
      good: `
sources:
  letters:
    status: connected
    access:
      varies_by: role
      enforced_at: index-filter
      test: tests/access/test_roles.py
`,
      fixed: `
sources:
  letters:
    status: connected
    access:
      varies_by: role
      enforced_at: index-filter
      test: TODO e.g. tests/access/test_roles.py
`,
    },
  ],

  *assess(context) {
    for (const source of sourcesInUse(context)) {
      const access = source.value.get('access');
      const varies = access?.get('varies_by')?.value;
      if (varies !== 'user' && varies !== 'role') continue;
      yield* verdict(source, [
        ...lacking(context, source, ['access.test'], 'how it is tested that somebody is refused'),
        hollow(access?.get('test'), paper, (path) => `\`${path}\` can be read, but not run: it refuses nobody.`),
      ]);
    }
  },
});
