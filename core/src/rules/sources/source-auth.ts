import { defineRequirement } from '../rule.ts';
import { each, hollow, lacking, verdict } from '../subject.ts';

/** Accounts of people, and accounts that many share: nobody can rotate or revoke them without breaking something else. */
const personalOrShared = /^(?:shared|admin|root|me|my\b.*|personal.*|.*\bshared\b.*|[a-z]+\.[a-z]+@.+)$/i;

export const sourceAuth = defineRequirement({
  id: 'source-auth',
  area: 'sources',
  rank: 'core',
  gap: 'integration',
  severity: ['warning', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['Q1'],
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
  ],

  *assess(context) {
    for (const source of each(context, ['sources'], context.spec.get('sources'))) {
      if (source.value.get('status')?.value === 'dropped' || source.value.get('data')?.get('class')?.value === 'public') continue;
      const auth = source.value.get('auth');
      const keyless = /workload|managed|on-behalf/.test(auth?.get('method')?.value ?? '');
      const asked = keyless ? ['auth.method', 'auth.identity'] : ['auth.method', 'auth.identity', 'auth.secret', 'auth.rotate'];
      yield* verdict(source, [
        ...lacking(context, source, asked, 'how the system signs in'),
        hollow(auth?.get('identity'), personalOrShared, (who) => `"${who}" is a personal or shared account; give the system its own.`),
        hollow(auth?.get('rotate'), /^0/, () => 'A key that is never rotated is valid for whoever has copied it.'),
      ]);
    }
  },
});
