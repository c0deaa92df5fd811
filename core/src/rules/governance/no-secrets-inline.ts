import { type Secret, secretsIn, secretUnder } from '../../secrets.ts';
import { type Path, type Place, pointer } from '../../spec/document.ts';
import { nameOf } from '../../spec/words.ts';
import type { Fix, Span } from '../../text.ts';
import { type Assessment, type Context, defineRequirement } from '../rule.ts';
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

/** Looks at everything that is written, known to the language or not; a value that is aliased is looked at once. */
function* leaks({ doc }: Context): Generator<Assessment> {
  const seen = new Set<number>();
  for (const { path, key, node } of doc.places) {
    if (key !== undefined && !seen.has(key.span.start)) {
      seen.add(key.span.start);
      for (const secret of found(doc.text, key.span)) yield leak(doc.text, secret, path.slice(0, -1), 'a key');
    }
    if (node?.kind !== 'scalar' || seen.has(node.span.start)) continue;
    seen.add(node.span.start);
    for (const secret of inValue(doc.text, path, node)) yield leak(doc.text, secret, path, `\`${nameOf(path)}\``);
  }
  for (const { span } of doc.yaml.comments) {
    for (const secret of found(doc.text, span)) yield leak(doc.text, secret, [], 'a comment');
  }
}

function inValue(text: string, path: Path, node: Place['node'] & { readonly kind: 'scalar' }): Secret[] {
  const secrets = found(text, node.span);
  const what = secrets.length > 0 ? undefined : secretUnder(nameOf(path), String(node.value));
  if (what === undefined) return secrets;
  const { start, end } = node.span;
  // The span of a block of text ends behind its last line break.
  return [{ start, end: start + text.slice(start, end).trimEnd().length, what }];
}

function found(text: string, { start, end }: Span): Secret[] {
  const secrets = secretsIn(text.slice(start, end));
  return secrets.map((secret) => ({ ...secret, start: start + secret.start, end: start + secret.end }));
}

/** Says what it is and where, and never what it reads: findings end up in logs. */
function leak(text: string, { what, start, end, inUrl }: Secret, path: Path, place: string): Assessment {
  const known = path.findIndex((step) => secretsIn(String(step)).length > 0);
  const open = known === -1 ? path : path.slice(0, known);
  const span = { start, end };
  return {
    at: { span },
    subject: pointer(open),
    state: 'contradicted',
    reason: `${sentence(what)} in ${known === -1 ? place : 'a value'}, readable for everybody who has this file or its history.`,
    fix: () => fixFor(text, span, { inUrl, place, name: nameOf(open) }),
  };
}

interface Where {
  readonly inUrl?: true | undefined;
  readonly place: string;
  readonly name: string;
}

function fixFor(text: string, span: Span, { inUrl, place, name }: Where): Fix | undefined {
  const rotate = 'and rotate it: the old value stays in the history';
  if (inUrl)
    return {
      title: `Take the password out of the URL, ${rotate}`,
      kind: 'skeleton',
      safe: false,
      edits: [{ span, text: '' }],
    };
  const several = /[\r\n]/.test(text.slice(span.start, span.end));
  if (place === 'a key' || (place === 'a comment' && text.startsWith('-----', span.start))) return undefined;
  const reference = `env:TODO_${name === '' || place === 'a comment' ? 'NAME' : name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}`;
  // A block of text begins with its `|`, a quoted value with its quote; what stands around the secret stays.
  const edits = [{ span, text: several ? reference : quotedLike(text, span, reference) }];
  return { title: `Replace it by \`${reference}\`, ${rotate}`, kind: 'skeleton', safe: false, edits };
}

function quotedLike(text: string, { start, end }: Span, value: string): string {
  const quote = text[start];
  return (quote === '"' || quote === "'") && text[end - 1] === quote ? `${quote}${value}${quote}` : value;
}
