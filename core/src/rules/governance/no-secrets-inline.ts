import type { Assessment } from '../../assessment.ts';
import { type Secret, secretsIn } from '../../secrets.ts';
import { pointer, type SpecDocument } from '../../spec/document.ts';
import type { Path } from '../../spec/place.ts';
import { nameOf } from '../../spec/words.ts';
import type { Fix, Span } from '../../text.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { sentence } from '../subject.ts';

export const noSecretsInline = defineRequirement({
  id: 'no-secrets-inline',
  area: 'governance',
  rank: 'core',
  gap: 'governance',
  severity: ['error', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references: 'OWASP LLM02; rule of this format: the file is committed',
  neverWaivable: true,
  summary: 'No key, token or password stands in the file; it says where the secret is kept.',
  why: 'The file is committed, copied into reports and read by many. A secret in it is out, and stays in the history after it is deleted.',
  hollow: [
    'a value shaped like a key or a token',
    'a password, in a field, a URL or a comment',
    'a connection string with its password',
  ],
  toFix:
    'Move the secret to where secrets are kept, write its place (`vault:`, `env:`, `secretsmanager:`), and replace the old value at its issuer: the history of the file keeps it.',
  examples: [
    {
      bad: `
sources:
  letters:
    auth:
      secret: f9K2mQ7xLp4Rt8Wz3Yb6
              ^^^^^^^^^^^^^^^^^^^^ no-secrets-inline
`,
      good: `
sources:
  letters:
    auth:
      secret: vault:claims-ai/letters
`,
      fixed: `
sources:
  letters:
    auth:
      secret: env:TODO_SECRET
`,
    },
    {
      bad: `
logging:
  store: postgres://claims:kT7pQ2vX@db.nordhafen.example/calls # password: kT7pQ2vX
                    ^^^^^^^^^^^^^^^^ no-secrets-inline
                                                                           ^^^^^^^^ no-secrets-inline
`,
      good: `
logging:
  store: postgres://db.nordhafen.example/calls # password: vault:claims-ai/db
`,
      fixed: `
logging:
  store: postgres://db.nordhafen.example/calls # password: env:TODO_NAME
`,
    },
  ],

  *assess(context) {
    let clean = true;
    for (const leak of leaks(context)) {
      clean = false;
      yield leak;
    }
    const at = context.doc.tree.entries[0]?.key ?? { span: { start: 0, end: 0 } };
    if (clean) yield { at, subject: '', state: 'declared', reason: 'Nothing in the file looks like a secret.' };
  },
});

/** Looks at everything that is written: keys, values, comments, known to the language or not. */
function* leaks({ doc }: Context): Generator<Assessment> {
  const { secrets } = doc;
  if (secrets.length === 0) return;
  const written = everythingWritten(doc);
  for (const secret of secrets) yield leak(doc.text, secret, written);
}

/** Says what it is and where, and never what it reads: findings end up in logs. */
function leak(text: string, secret: Secret, written: readonly Written[]): Assessment {
  const { path, place } = whereIs(secret, written);
  const { what, start, end } = secret;
  return {
    at: { span: { start, end } },
    subject: pointer(path),
    state: 'contradicted',
    reason: `${sentence(what)} in ${place}, readable for everybody who has this file or its history.`,
    fix: () => fixFor(text, secret, path, place),
  };
}

interface Written {
  readonly kind: 'key' | 'value' | 'comment';
  readonly span: Span;
  readonly path: Path;
}

/** In the order of the text. */
function everythingWritten({ places, yaml }: SpecDocument): Written[] {
  const written: Written[] = yaml.comments.map(({ span }) => ({ kind: 'comment', span, path: [] }));
  for (const { path, key, node } of places) {
    if (key !== undefined) written.push({ kind: 'key', span: key.span, path: path.slice(0, -1) });
    if (node?.kind === 'scalar') written.push({ kind: 'value', span: node.span, path });
  }
  return written.sort((a, b) => a.span.start - b.span.start);
}

/** The place, as far as its name can be told: a key may be a secret itself. */
function whereIs({ start }: Secret, written: readonly Written[]): { readonly path: Path; readonly place: string } {
  let low = 0;
  let high = written.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((written[middle]?.span.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const one = written[low - 1];
  const path = telling(one?.path ?? []);
  if (one === undefined || one.span.end <= start) return { path: [], place: 'the file' }; // Where it cannot be read as YAML.
  if (one.kind !== 'value') return { path, place: `a ${one.kind}` };
  return { path, place: path.length < one.path.length ? 'a value' : `\`${nameOf(path)}\`` };
}

function telling(path: Path): Path {
  const secret = path.findIndex((step) => secretsIn(String(step)).length > 0);
  return secret === -1 ? path : path.slice(0, secret);
}

function fixFor(text: string, { start, end, inUrl }: Secret, path: Path, place: string): Fix | undefined {
  if (place === 'a key') return undefined;
  const span = { start, end };
  const rotate = 'and rotate it: the old value stays in the history';
  if (inUrl) {
    const title = `Take the password out of the URL, ${rotate}`;
    return { title, kind: 'skeleton', safe: false, edits: [{ span, text: '' }] };
  }
  const name = nameOf(path)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_');
  const reference = `env:TODO_${name === '' ? 'NAME' : name}`;
  const edits = [{ span, text: quotedLike(text.slice(start, end), reference) }];
  return { title: `Replace it by \`${reference}\`, ${rotate}`, kind: 'skeleton', safe: false, edits };
}

/** Where the secret is the whole value, its quotes are part of it. */
function quotedLike(secret: string, value: string): string {
  const quote = secret.charAt(0);
  return /["']/.test(quote) && secret.endsWith(quote) ? `${quote}${value}${quote}` : value;
}
