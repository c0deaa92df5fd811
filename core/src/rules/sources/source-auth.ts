import type { Source } from '../../spec/types.generated.ts';
import { anyCase, wordsIn } from '../../spec/words.ts';
import type { Proof } from '../proof.ts';
import { described } from '../proofs/interfaces.ts';
import { signingIn } from '../proofs/signing-in.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, verdict } from '../subject.ts';

/** Accounts of people, and accounts that many share: nobody can rotate or revoke them without breaking something else. */
const personalOrShared = anyCase(
  /^(?:admin|root|me|myself|my\b.*|.*\b(?:personal|shared)\b.*|[a-z]+\.[a-z]+@(?!.*\.gserviceaccount\.com$).+)$/,
);
/** Identities that were made for trying things out. */
const forTrying = anyCase(/(?:^|[^a-z])(?:pilot|poc|demo|test|sandbox|trial)(?:[^a-z]|$)/);
/** The platform vouches for the system, or the user does: there is no key to keep. */
const keyless = anyCase(/workload|managed|on-behalf/);
/** What a fix leaves where a secret stood: a form without a place. */
const unfilled = /:TODO/;

export const sourceAuth = defineRequirement({
  id: 'source-auth',
  area: 'sources',
  rank: 'core',
  gap: 'integration',
  appliesTo: 'sources that are not public and were not dropped',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q1'],
  hollow: [
    'the account of a person, or one that many share',
    '"none"',
    'a key that is never replaced',
    'the identity of the pilot, from pre-production on',
    'an interface that lets anybody call most of it',
  ],
  toFix:
    'Ask for an account of the system’s own with the rights it needs, keep its key in a vault, and say how often it is replaced. Where `contract` names an OpenAPI document, what it says of signing in is compared.',
  references: 'OWASP LLM06; AWS Generative AI Lens GENSEC01',
  summary: 'Every source that is not public says how the system signs in: method, identity, secret and rotation.',
  why: 'A pilot reads with somebody’s own account. In production that account is revoked, expires or lends its rights to every user.',
  examples: [
    {
      bad: `
sources:
  letters:
  ^^^^^^^ source-auth
    status: connected
    data:
      class: confidential
`,
      good: `
sources:
  letters:
    status: connected
    data:
      class: confidential
    auth:
      method: service-account
      identity: svc-claims-ai
      secret: vault:claims-ai/letters
      rotate: 90d
`,
    },
    {
      bad: `
sources:
  letters:
    status: connected
    auth:
      method: oauth2-client
      identity: jonas.weber@nordhafen.example
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source-auth
      secret: vault:claims-ai/letters
      rotate: 0d
              ^^ source-auth
`,
      good: `
sources:
  letters:
    status: connected
    auth:
      method: workload-identity
      identity: svc-claims-ai
`,
    },
  ],

  *assess(context) {
    for (const source of each(context, ['sources'], context.spec.get('sources'))) {
      if (source.value.get('status')?.value === 'dropped' || source.value.get('data')?.get('class')?.value === 'public')
        continue;
      yield* verdict(source, faults(context, source), proofs(context, source));
    }
  },
});

function* faults(context: Context, source: Subject<Source>): Generator<Fault | undefined> {
  const auth = source.value.get('auth');
  const needsKey = !keyless.test(auth?.get('method')?.value ?? '');
  const asked = ['auth.method', 'auth.identity', ...(needsKey ? ['auth.secret', 'auth.rotate'] : [])];
  yield* lacking(context, source, asked, 'how the system signs in');

  const identity = auth?.get('identity');
  yield hollow(
    identity,
    (who) => personalOrShared.test(who) || isPerson(context, who),
    (who) => `"${who}" is a personal or shared account; it goes when the person goes.`,
  );
  const fault = hollow(
    identity,
    forTrying,
    (who) => `"${who}" is the identity of the pilot; its rights were never meant for production.`,
  );
  yield fault && { ...fault, from: 'pre-production' };
  yield hollow(auth?.get('secret'), unfilled, (where) => `"${where}" does not say where the secret is kept.`);
  yield hollow(auth?.get('rotate'), /^0/, () => 'A key that is never rotated is valid for whoever has copied it.');
}

/** The interface of the source, if it is described, says how one signs in. */
function proofs(context: Context, { value }: Subject<Source>): readonly Proof[] {
  const contract = value.get('contract');
  const found = described(context, contract);
  if (contract === undefined || found === undefined) return [];
  // Of a source behind an API `upstream-change-watch` says that there is no such file or operation.
  if ('proof' in found) return value.get('via')?.value === 'api' ? [] : [found.proof];
  return signingIn(contract, found, value.get('auth')?.get('method'));
}

/** Whether an account is called like a person in `owners`: `jonas.weber`, `jweber`. */
function isPerson({ spec }: Context, account: string): boolean {
  const name = plain(account.replace(/@.*$/, ''));
  return (spec.get('owners')?.entries ?? []).some(({ value }) => {
    const words = (value?.get('person')?.value ?? '').split(/\s+/).map(plain);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    return words.length > 1 && [`${first}${last}`, `${last}${first}`, `${first.charAt(0)}${last}`].includes(name);
  });
}

function plain(text: string): string {
  return wordsIn(text).join('');
}
