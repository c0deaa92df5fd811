import type { Logging } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import { redactionProofs } from '../proofs/redaction.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, lacking, nodeAt, part, type Subject, skeleton, verdict } from '../subject.ts';

const everybody = anyCase(
  /^(?:(?:the )?(?:all|any|every)(?:[-_ ]?(?:one|body|staff|users?|employees?|people|teams?|colleagues))?|(?:the )?(?:whole |entire )?(?:company|organi[sz]ation|staff|public|world)|employees|authenticated(?:[-_ ]users)?)$/,
);

export const logPrivacy = defineRequirement({
  id: 'log-privacy',
  area: 'logging',
  rank: 'recommended',
  gap: 'governance',
  appliesTo: 'systems with personal data',
  severity: ['off', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: ['(Q3)'],
  references:
    'OpenTelemetry GenAI semantic conventions: content may hold personal data; NIST AI 600-1 2.4: data privacy',
  summary: 'What names a person is removed before a record is stored, and it is said who may read the records.',
  why: 'People paste whole letters into a question. A log of everything, open to everyone who debugs, becomes the largest and least guarded copy of the data.',
  hollow: [
    'everybody as a reader',
    'content in full, and nothing redacted',
    'a collector whose redaction no pipeline uses',
  ],
  toFix:
    'List what is redacted before storage, and the few owners who may read. Where the content is needed, keep it by reference in a store with rights of its own.',
  examples: [
    {
      bad: `
sources:
  letters:
    data:
      personal: special
logging:
  content: full
           ^^^^ log-privacy
  readers:
    - everyone
      ^^^^^^^^ log-privacy
owners:
  everyone:
    team: All employees
`,
      good: `
sources:
  letters:
    data:
      personal: special
logging:
  content: redacted
  redacts:
    - names
    - iban
  readers:
    - claims-ops
owners:
  claims-ops:
    team: Claims Platform Operations
`,
    },
    {
      bad: `
sources:
  letters:
    data:
      personal: personal
logging:
^^^^^^^ log-privacy
  content: redacted
`,
      good: `
sources:
  letters:
    data:
      personal: personal
logging:
  content: redacted
  redacts:
    - names
    - iban
  readers:
    - claims-ops
`,
      fixed: `
sources:
  letters:
    data:
      personal: personal
logging:
  content: redacted
  redacts:
    - TODO e.g. names
  readers:
    - TODO owner id
`,
    },
  ],

  *assess(context) {
    if (!context.traits.personal) return;
    const logging = part(context, ['logging'], context.spec.get('logging'));
    const bare = inFull(context, logging);
    const keepsText = !/^(?:none|by-reference)$/.test(logging.value.get('content')?.value ?? '');
    const asked = keepsText && bare === undefined ? ['redacts', 'readers'] : ['readers'];
    const faults = [
      ...lacking(context, logging, asked, 'what is removed from records and who may read them'),
      bare,
      ...openToAll(context, logging),
    ];
    yield* verdict(logging, faults, redactionProofs(context));
  },
});

function inFull({ doc }: Context, { path, value }: Subject<Logging>): Fault | undefined {
  const content = value.get('content');
  if (content?.value !== 'full' || nodeAt(doc.tree, [...path, 'redacts']) !== undefined) return undefined;
  const reason = 'Whatever people write is kept in full, and nothing is redacted.';
  return { at: content, state: 'hollow', reason, insert: skeleton(path, ['redacts']) };
}

function openToAll({ spec }: Context, { value }: Subject<Logging>): Fault[] {
  return (value.get('readers')?.items ?? []).flatMap((reader): Fault[] => {
    if (reader === undefined) return [];
    const team = spec.get('owners')?.get(reader.value)?.get('team')?.value;
    const who = [reader.value, team].find((name) => name !== undefined && everybody.test(name));
    if (who === undefined) return [];
    const reason = `"${who}" is everybody: then no reader of a record about a person has a reason to read it.`;
    return [{ at: reader, state: 'hollow', reason }];
  });
}
