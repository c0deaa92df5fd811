import type { Source } from '../../spec/types.generated.ts';
import type { Proof } from '../proof.ts';
import { described, operationFact, schemesIn } from '../proofs/interfaces.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, verdict } from '../subject.ts';

export const sourceAccessModel = defineRequirement({
  id: 'source-access-model',
  area: 'sources',
  rank: 'core',
  gap: 'integration',
  appliesTo: 'systems with an index or tools, for their confidential and personal sources',
  severity: ['warning', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: ['Q1'],
  hollow: [
    'the same rights for all on a confidential source with several roles',
    'rights enforced by a source that sees one account for everybody',
    'rights enforced in the prompt',
  ],
  toFix:
    'Find out who may see what in the source today. Take those rights into the index and filter by them, or read on behalf of the person who asks.',
  references: 'OWASP LLM08; AWS Generative AI Lens GENSEC01-BP03; MITRE ATLAS AML.M0019',
  summary: 'A confidential or personal source says how rights differ between users and where they are enforced.',
  why: 'A search index reads with one account. Unless something filters, every user finds what the account may read.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    from:
      - letters
sources:
  letters:
  ^^^^^^^ source-access-model
    data:
      class: confidential
`,
      good: `
indexes:
  claims-index:
    from:
      - letters
sources:
  letters:
    data:
      class: confidential
    access:
      varies_by: role
      enforced_at: index-filter
`,
    },
    {
      bad: `
system:
  users:
    roles: 9
indexes:
  claims-index:
    from:
      - letters
sources:
  letters:
    data:
      class: confidential
    access:
      varies_by: none
                 ^^^^ source-access-model
`,
      good: `
system:
  users:
    roles: 9
indexes:
  claims-index:
    from:
      - letters
sources:
  letters:
    data:
      class: internal
    access:
      varies_by: none
`,
    },
  ],

  *assess(context) {
    if (!context.traits.retrieval && !context.traits.agent) return;
    for (const source of each(context, ['sources'], context.spec.get('sources'))) {
      const data = source.value.get('data');
      const personal = data?.get('personal')?.value ?? 'none';
      const open = data?.get('class')?.value === 'public'; // Rights to what everybody may read anyway.
      const applies = !open && (isConfidential(source) || personal !== 'none');
      if (!applies || source.value.get('status')?.value === 'dropped') continue;
      yield* verdict(source, faults(context, source), proofs(context, source));
    }
  },
});

function* faults(context: Context, source: Subject<Source>): Generator<Fault | undefined> {
  const access = source.value.get('access');
  const varies = access?.get('varies_by');
  const asked = varies?.value === 'none' ? ['access.varies_by'] : ['access.varies_by', 'access.enforced_at'];
  yield* lacking(context, source, asked, 'who may see what, and what sees to it');

  const roles = context.spec.get('system')?.get('users')?.get('roles')?.value ?? 1;
  const data = source.value.get('data');
  const what = isConfidential(source) ? data?.get('class')?.value : 'about what people keep to themselves';
  if (roles > 1 && (isConfidential(source) || data?.get('personal')?.value === 'special')) {
    yield hollow(
      varies,
      (by) => by === 'none',
      () => `Everybody may see all of ${source.name}, but it is ${what} and the users have ${roles} roles.`,
    );
  }

  const method = source.value.get('auth')?.get('method')?.value;
  const identity = source.value.get('auth')?.get('identity')?.value;
  if (method === undefined || /on-behalf/i.test(method) || varies === undefined || varies.value === 'none') return;
  yield hollow(
    access?.get('enforced_at'),
    (where) => where === 'source',
    () =>
      `The source cannot tell users apart: it sees ${identity === undefined ? 'one identity' : `\`${identity}\``} (${method}) for all of them.`,
  );
}

/** Whether the interface of a source that is to tell users apart has a way of signing in that belongs to a user. */
function proofs(context: Context, { value }: Subject<Source>): readonly Proof[] {
  const access = value.get('access');
  const enforced = access?.get('enforced_at');
  const contract = value.get('contract');
  if (enforced?.value !== 'source' || !/user|role/.test(access?.get('varies_by')?.value ?? '')) return [];
  const found = described(context, contract);
  // That there is no such file or operation is said by others.
  if (contract === undefined || found === undefined || 'proof' in found) return [];
  const { api, file, shown, operation } = found;
  const schemes = schemesIn(found);
  if (schemes.length === 0) return [];
  const facts = operation === undefined ? [] : [operationFact(file, operation)];
  const lines = [...api.schemes].filter(([, scheme]) => schemes.includes(scheme));
  facts.push(...lines.map(([name, { line }]) => ({ file, line, says: `"${name}" is defined here.` })));
  const forSystems = schemes.every(
    ({ type, flows }) => type === 'oauth2' && flows.length > 0 && flows.every((flow) => flow === 'clientCredentials'),
  );
  if (forSystems) {
    const reason = `The source is to tell users apart, but by ${shown} only systems sign in to it (client credentials), not users.`;
    return [{ at: enforced, state: 'contradicted', reason, facts }];
  }
  const reason = `By ${shown} one signs in to the source itself; whom it lets see what, the document does not say.`;
  return [{ at: contract, state: 'linked', reach: 'linked', reason, facts }];
}

function isConfidential({ value }: Subject<Source>): boolean {
  return ['confidential', 'restricted'].includes(value.get('data')?.get('class')?.value ?? '');
}
