import type { Assessment, Fact, Stage } from '../assessment.ts';
import type { Evidence, Inquiry } from '../evidence/evidence.ts';
import { parsed, thereIs } from '../evidence/files.ts';
import type { ArtifactPath, Unread } from '../evidence/host.ts';
import { nearby } from '../evidence/nearby.ts';
import { type Reference, rewritten, shownPath } from '../evidence/reference.ts';
import type { Edit, Span } from '../text.ts';
import { replaceScalar } from '../yaml/edit.ts';
import type { Scalar } from '../yaml/tree.ts';
import type { Context } from './rule.ts';

/** What an artifact shows about one answer of the spec. */
export interface Proof {
  /** The token of the spec that names the artifact, or that the artifact disagrees with. */
  readonly at: { readonly span: Span };
  readonly state: 'contradicted' | 'stale' | 'unverifiable' | 'linked' | 'proven';
  /** What is wrong or what was found, in the words of the spec and the artifact. */
  readonly reason: string;
  readonly facts?: readonly Fact[];
  /** `linked` where nothing more than that it is there can be shown of this kind of artifact; `proven` unless said. */
  readonly reach?: 'linked' | 'proven';
  /** The path of the artifact that is not there, is empty, or is refused by whoever loads it; `#` and a part of it. */
  readonly lacks?: string;
  /** What is wrong counts from this stage on; from the pilot on unless said. */
  readonly from?: Stage;
  /** Copies a fact of the artifact into the spec. */
  readonly fix?: Assessment['fix'];
}

/** Part of an answer that names an artifact. */
export type Named = { readonly span: Span; readonly value: string; readonly style?: Scalar['style'] };
type File = Extract<Reference, { kind: 'file' }>;

/** What a reference leads to: the facts that were asked for, or the proof that says why there are none. */
export type Found<F> = { readonly facts: F; readonly reference: File } | { readonly proof: Proof };

/**
 * Asks about the file that `named` refers to. `undefined` where nothing is named, or where nobody may look: then there is
 * nothing to say of it.
 */
export function find<F>(
  context: Pick<Context, 'evidence'>,
  named: Named | undefined,
  inquiry: (file: ArtifactPath, reference: File) => Inquiry<F>,
): Found<F> | undefined {
  const { evidence } = context;
  if (evidence === undefined || named === undefined) return undefined;
  const reference = evidence.reference(named.value);
  if (reference.kind === 'remote') {
    const reason = `"${named.value}" is on the net, where nobody looks.`;
    return { proof: { at: named, state: 'unverifiable', reason } };
  }
  if (reference.kind === 'refused') {
    return { proof: { at: named, state: 'contradicted', reason: `The path "${named.value}" ${reference.why}.` } };
  }
  const answer = evidence.ask(inquiry(reference.file, reference));
  if (answer === undefined) {
    return { proof: { at: named, state: 'unverifiable', reason: `"${named.value}" has not been looked at yet.` } };
  }
  if (answer.kind === 'read') return { facts: answer.facts, reference };
  const proof = unread(named, reference.file, answer.why);
  return {
    proof: answer.why === 'absent' && !reference.glob ? { ...proof, ...meant(evidence, named, reference) } : proof,
  };
}

/** What was likely meant by the path of a file that is not there. */
function meant(evidence: Evidence, named: Named, { file }: File): Partial<Proof> {
  const answer = evidence.ask(nearby(file, evidence.folder));
  const near = answer?.kind === 'read' ? answer.facts : undefined;
  if (near === undefined) return {};
  const path = rewritten(named.value, near, evidence.folder);
  return {
    reason: `There is no "${shownPath(file)}". Did you mean "${shownPath(near)}"?`,
    fix: () => ({ title: `Use "${path}"`, kind: 'adopt', safe: false, edits: [replacedValue(named, path)] }),
  };
}

function replacedValue(named: Named, value: string): Edit {
  return replaceScalar({ kind: 'scalar', style: 'plain', ...named }, value, 'flow');
}

/** As `find`, where `parse` makes the facts of the whole text of the file. `kind` names the parser. */
export function findParsed<F>(
  context: Pick<Context, 'evidence'>,
  named: Named | undefined,
  kind: string,
  parse: (text: string) => F,
): Found<F> | undefined {
  return find(context, named, (file) => parsed(kind, file, parse));
}

/** That the file or folder is there, for artifacts of which no more can be shown. */
export function isThere(context: Pick<Context, 'evidence'>, named: Named | undefined): Proof | undefined {
  const found = find(context, named, thereIs);
  if (found === undefined || named === undefined) return undefined;
  if ('proof' in found) return found.proof;
  const { file } = found.reference;
  const what = found.facts === 'folder' ? 'folder' : 'file';
  return {
    at: named,
    state: 'linked',
    reach: 'linked',
    reason: `"${shownPath(file)}" is there.`,
    facts: [{ file, says: `The ${what} is there.` }],
  };
}

/** What follows for the spec from an artifact that could not be read. */
export function unread(named: Named, file: ArtifactPath, why: Unread): Proof {
  const { state, says } = unreadable[why];
  const lacks = state === 'contradicted' ? (why === 'unknown-root' ? `${file.root}//` : shownPath(file)) : undefined;
  return { at: named, state, reason: says(shownPath(file), file.root), lacks };
}

/** The same as a sentence. */
export function whyUnread(file: ArtifactPath, why: Unread): string {
  return unreadable[why].says(shownPath(file), file.root);
}

const unreadable: Readonly<
  Record<Unread, { readonly state: 'contradicted' | 'unverifiable'; says(path: string, root: string): string }>
> = {
  absent: { state: 'contradicted', says: (path) => `There is no "${path}".` },
  'not-a-file': { state: 'contradicted', says: (path) => `"${path}" is no regular file.` },
  outside: { state: 'contradicted', says: (path) => `"${path}" leads out of its repository.` },
  'unknown-root': {
    state: 'contradicted',
    says: (_, root) => `No root is called "${root}". Roots are named in \`roots\` of ai-system.config.yaml.`,
  },
  'absent-root': { state: 'unverifiable', says: (_, root) => `The repository "${root}" is not checked out here.` },
  budget: { state: 'unverifiable', says: (path) => `"${path}" is larger than what is read, or took too long.` },
  'lfs-pointer': { state: 'unverifiable', says: (path) => `Git LFS has not fetched the content of "${path}".` },
  'not-text': { state: 'unverifiable', says: (path) => `"${path}" is not text in UTF-8.` },
  denied: { state: 'unverifiable', says: (path) => `The system does not let "${path}" be read.` },
  'no-history': {
    state: 'unverifiable',
    says: (path) => `Here is no history that tells when "${path}" was changed.`,
  },
  restricted: { state: 'unverifiable', says: (path) => `Nobody may look at "${path}" here.` },
};
