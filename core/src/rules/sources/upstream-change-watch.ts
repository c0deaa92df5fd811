import { anyCase, wordsIn } from '../../spec/words.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { foreign } from '../dependencies.ts';
import { isOnePersons } from '../mailbox.ts';
import { once } from '../once.ts';
import type { Proof } from '../proof.ts';
import { otherVersion } from '../proofs/contract-version.ts';
import { described, describedProofs } from '../proofs/interfaces.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, verdict } from '../subject.ts';

/** A page that shows whatever there is today: no version in it, or a word for the newest. */
const newest = anyCase(/(?:^|[/._-])(?:latest|current|newest|main|master|head)(?:[/._#-]|$)/);
const versioned = anyCase(/(?:^|[^a-z])v?\d/);

export const upstreamChangeWatch = defineRequirement({
  id: 'upstream-change-watch',
  area: 'sources',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'connected sources behind an API, tools that another team runs, and models that a provider runs',
  severity: ['off', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  hollow: [
    'a newsletter to one person',
    'a contract without a version: the newest, or a page without a number',
    'a contract of another version than its path says',
  ],
  toFix:
    'Keep the interface description of the version you use in the repository, and subscribe a channel of the team to the announcements of the other side.',
  references: 'ML Test Score, Monitor 1: changes of dependencies; DORA: delivery practice',
  summary:
    'For each API, foreign tool and hosted model it is said where its changes are announced; an API has a versioned contract.',
  why: 'The other side renames a field or retires a version, and says so where nobody of yours reads. You learn it from users.',
  examples: [
    {
      bad: `
sources:
  claim-record:
    status: connected
    via: api
    contract: https://core.nordhafen.example/latest/openapi.yaml
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ upstream-change-watch
    change_notice: mailto:jonas.weber@nordhafen.example
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ upstream-change-watch
`,
      good: `
sources:
  claim-record:
    status: connected
    via: api
    contract: openapi/claims-core-v3.yaml
    change_notice: slack:claims-core-api
`,
    },
    {
      bad: `
models:
  answer-llm:
  ^^^^^^^^^^ upstream-change-watch
    provider: azure-openai
`,
      good: `
models:
  answer-llm:
    provider: azure-openai
    change_notice: slack:claims-ai-vendors
`,
      fixed: `
models:
  answer-llm:
    provider: azure-openai
    change_notice: TODO e.g. slack:claims-ai-vendors
`,
    },
  ],

  *assess(context) {
    for (const one of [...foreign(context), ...foreignTools(context)]) {
      // The contract of a tool is asked for together with its scopes.
      const isSource = one.path[0] === 'sources';
      const fields = isSource ? ['contract', 'change_notice'] : ['change_notice'];
      const says = isSource ? 'which interface it has and where changes are announced' : 'where changes are announced';
      const contract = isSource ? context.spec.get('sources')?.get(one.id)?.get('contract') : undefined;
      yield* verdict(
        one,
        [...lacking(context, one, fields, says), unversioned(contract), toOne(context, one.value.get('change_notice'))],
        proofs(context, contract),
      );
    }
  },
});

function proofs(context: Context, contract: Scalar<string> | undefined): readonly Proof[] {
  const found = described(context, contract);
  if (contract === undefined || found === undefined) return [];
  if ('proof' in found) return [found.proof];
  const other = otherVersion(contract, found);
  return other === undefined ? describedProofs(contract, found) : [other];
}

interface Watched extends Pick<Subject, 'name' | 'id' | 'path' | 'at'> {
  readonly value: { get(key: 'change_notice'): Scalar<string> | undefined };
}

/** What the team runs itself it changes itself. */
function foreignTools(context: Context): readonly Watched[] {
  const { spec } = context;
  const operations = spec.get('operations');
  const own = [
    spec.get('system')?.get('owner'),
    operations?.get('run_owner'),
    operations?.get('handover')?.get('from'),
  ];
  const ids = own.map((owner) => owner?.value);
  return each(context, ['tools'], spec.get('tools')).filter(({ value }) => {
    const owner = value.get('owner')?.value;
    return owner !== undefined && !ids.includes(owner);
  });
}

function unversioned(contract: Scalar<string> | undefined): Fault | undefined {
  return (
    hollow(
      contract,
      newest,
      (path) => `\`${path}\` is the newest version, whichever that is; it changes in silence.`,
    ) ??
    hollow(
      contract,
      (path) => path.startsWith('https://') && !versioned.test(path.replace(/^https:\/\/[^/]*/, '')),
      (path) => `\`${path}\` names no version: the page shows whatever there is today.`,
    )
  );
}

function toOne(context: Context, notice: Scalar<string> | undefined): Fault | undefined {
  const { people, teams } = names(context);
  return hollow(
    notice,
    (contact) => isOnePersons(contact, people, teams),
    (contact) => `\`${contact}\` is one person’s mailbox; nobody else hears what is announced there.`,
  );
}

const names = once(({ spec }: Context) => {
  const owners = spec.get('owners')?.entries ?? [];
  return {
    people: owners.flatMap(({ value }) => wordsIn(value?.get('person')?.value ?? '')),
    teams: owners.flatMap(({ key, value }) => wordsIn(`${key.value} ${value?.get('team')?.value ?? ''}`)),
  };
});
