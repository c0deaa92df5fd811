import type { Fact } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import type { ArtifactPath, Unread } from '../../evidence/host.ts';
import { catalogOf } from '../../evidence/owners/catalog.ts';
import { codeOwnersOf, type Owned } from '../../evidence/owners/codeowners.ts';
import { approversOf } from '../../evidence/owners/owners-file.ts';
import { shownPath } from '../../evidence/reference.ts';
import { insertionEdits } from '../../fixes/insert.ts';
import type { Owner } from '../../spec/types.generated.ts';
import type { Fix } from '../../text.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import { type Proof, whyUnread } from '../proof.ts';
import type { Context } from '../rule.ts';
import { broken } from './broken-file.ts';

interface PathOwner extends Proof {
  /** A line takes the path from everybody, so that anybody may change it. */
  readonly unowned?: true;
}

/** What a repository says of who owns a path, and by which line. */
interface Ownership {
  readonly says: Fact;
  /** How the line that decides is called: `.github/CODEOWNERS:3`. */
  readonly where: string;
  readonly owners: readonly string[];
}

/**
 * Whether `owner` of the spec is who owns the file at `path` by CODEOWNERS, or by OWNERS where there is none. Nothing to
 * say where the repository has neither, or neither is about that path.
 */
export function ownsPath(context: Context, owner: Scalar | undefined, path: Scalar | undefined): PathOwner | undefined {
  const { evidence, spec } = context;
  if (evidence === undefined || owner === undefined || path === undefined) return undefined;
  const reference = evidence.reference(path.value);
  if (reference.kind !== 'file' || reference.glob) return undefined;
  const ownership = ownershipOf(context, reference.file, reference.folder);
  const given = spec.get('owners')?.get(owner.value);
  // An owner that nobody defines has been spoken of.
  if (ownership === undefined || given === undefined) return undefined;
  const file = shownPath(reference.file);
  if ('unread' in ownership) {
    const why = whyUnread(ownership.file, ownership.unread);
    return { at: owner, state: 'unverifiable', reason: `Who owns ${file} cannot be told: ${why}` };
  }
  const { says, where, owners } = ownership;

  const proof = (state: Proof['state'], reason: string, more: Partial<PathOwner> = {}): PathOwner => {
    return { at: owner, state, reason, facts: [says], ...more };
  };
  if (owners.length === 0)
    return proof('contradicted', `\`${owner.value}\` owns ${file} here, but ${where} takes it from everybody.`, {
      unowned: true,
    });
  if (owners.some((one) => one.startsWith('@@'))) {
    return proof(
      'unverifiable',
      `${where} gives ${file} to a role, ${owners.join(' ')}, and who has it is not said here.`,
    );
  }
  const handle = given.get('handle')?.value;
  if (owners.some((one) => isHis(one, given)))
    return proof('proven', `${file} belongs to ${owners.join(' ')} (${where}).`);
  if (handle === undefined && owners.some(isTeam)) {
    const reason = `${where} gives ${file} to ${owners.join(' ')}; \`${owner.value}\` has no \`handle\` to compare.`;
    return proof('linked', reason, { fix: () => fixes(context, owner, owners, where) });
  }
  // Who is in a team is not said here, so that a person and a team may well be the same.
  if (handle === undefined || owners.every((one) => isTeam(one) !== isTeam(handle))) {
    const who = handle ?? `\`${owner.value}\``;
    return proof(
      'unverifiable',
      `${where} gives ${file} to ${owners.join(' ')}; whether that is ${who} is not said here.`,
    );
  }
  const reason = `\`${owner.value}\` is ${handle}, but ${where} gives ${file} to ${owners.join(' ')}.`;
  return proof('contradicted', reason, { fix: () => fixes(context, owner, owners, where) });
}

/** The same where another owner is no contradiction, only something to know; none at all still falls short. */
export function noteOf(proof: PathOwner | undefined): Proof | undefined {
  if (proof?.unowned) return { ...proof, state: 'linked' };
  if (proof === undefined || (proof.state !== 'contradicted' && proof.state !== 'linked')) return proof;
  return { ...proof, state: 'linked', reach: 'linked', fix: undefined };
}

/** A file that says who owns what, and cannot be read. */
interface Unreadable {
  readonly file: ArtifactPath;
  readonly unread: Unread;
}

/** Where nobody looks at all, nobody knows of such a file either. */
function unreadable(one: Unreadable): Unreadable | undefined {
  return one.unread === 'restricted' || one.unread === 'absent-root' || one.unread === 'unknown-root' ? undefined : one;
}

function ownershipOf(context: Context, file: ArtifactPath, isFolder: boolean): Ownership | Unreadable | undefined {
  const answer = context.evidence?.ask(codeOwnersOf(file.root));
  if (answer?.kind !== 'read') return undefined;
  if (answer.facts === undefined) return approval(context, file);
  if ('unread' in answer.facts) return unreadable(answer.facts);
  const { file: at, owners: table } = answer.facts;
  // Of a folder, whoever owns what is in it.
  const owned: Owned | undefined = table.of(isFolder ? `${file.path}/any` : file.path);
  if (owned === undefined) return undefined;
  const { line, owners } = owned;
  const says = `${shownPath(file)} belongs to ${owners.join(' ') || 'nobody'}.`;
  return { owners, where: `${shownPath(at)}:${line}`, says: { file: at, line, says } };
}

function approval(context: Context, file: ArtifactPath): Ownership | Unreadable | undefined {
  const answer = context.evidence?.ask(approversOf(file));
  if (answer?.kind !== 'read' || answer.facts === undefined) return undefined;
  if ('unread' in answer.facts) return unreadable(answer.facts);
  const { file: at, line, names } = answer.facts;
  const owners = [...names].map((name) => `@${name}`);
  const says = `${owners.join(' ')} approve changes of ${shownPath(file)}.`;
  return {
    owners,
    where: line === undefined ? shownPath(at) : `${shownPath(at)}:${line}`,
    says: { file: at, line, says },
  };
}

/** By the handle, or by the address of a mailbox. */
function isHis(one: string, owner: Mapping<Owner>): boolean {
  const handle = owner.get('handle')?.value;
  if (handle !== undefined && plain(one) === plain(handle)) return true;
  const mails = (owner.get('contact')?.items ?? []).flatMap((contact) => contact?.value ?? []);
  return !one.startsWith('@') && mails.some((contact) => contact.toLowerCase() === `mailto:${one.toLowerCase()}`);
}

function isTeam(handle: string): boolean {
  return handle.includes('/');
}

function plain(handle: string): string {
  return handle.toLowerCase().replace(/^@/, '');
}

/** The owner of the spec who is meant by the line; or, for one without a handle, that of the line. */
function fixes(context: Context, owner: Scalar, owners: readonly string[], where: string): readonly Fix[] {
  const { doc, spec } = context;
  const known = spec.get('owners');
  const meant = (known?.entries ?? []).flatMap(({ key, value }) =>
    value !== undefined && key.value !== owner.value && owners.some((one) => isHis(one, value)) ? [key.value] : [],
  );
  const own = known?.get(owner.value);
  const handle = own?.get('handle');
  const teams = owners.filter((one) => one.startsWith('@') && isTeam(one)).map((one) => one.slice(1));
  const made: Fix[] = [];
  const add = (title: string, edits: Fix['edits']) => made.push({ title, kind: 'adopt', safe: false, edits });
  for (const id of meant) add(`Use \`${id}\`, the owner by ${where}`, [replaceScalar(owner, id, 'flow')]);
  if (handle === undefined && own !== undefined) {
    for (const team of teams) {
      const edits = insertionEdits(doc, [{ path: ['owners', owner.value, 'handle'], draft: team }]);
      if (edits.length > 0) add(`Use the handle "${team}" from ${where} for \`${owner.value}\``, edits);
    }
  } else if (handle !== undefined) {
    const named = owners.filter((one) => one.startsWith('@')).map((one) => one.slice(1));
    const near = closest(plain(handle.value), named);
    if (near !== undefined) add(`Use the handle "${near}" from ${where}`, [replaceScalar(handle, near, 'flow')]);
  }
  return made;
}

/** What a service catalogue says of the owner of the system; a note, since catalogues have names of their own. */
export function catalogued(context: Context, owner: Scalar | undefined): Proof | undefined {
  const { evidence, spec } = context;
  const given = owner && spec.get('owners')?.get(owner.value);
  if (evidence === undefined || owner === undefined || given === undefined) return undefined;
  const answer = evidence.ask(catalogOf(''));
  if (answer?.kind !== 'read' || answer.facts === undefined) return undefined;
  const { file, entries, slip } = answer.facts;
  if (slip !== undefined) return broken(owner, file, slip);
  const system = spec.get('system')?.get('name')?.value.toLowerCase();
  const entry =
    entries.find(({ name }) => name.toLowerCase() === system) ?? (entries.length === 1 ? entries[0] : undefined);
  if (entry === undefined) return undefined;

  const names = [owner.value, given.get('team')?.value, given.get('handle')?.value].flatMap((name) => name ?? []);
  const same = names.some((name) => slug(name.replace(/^.*\//, '')) === slug(entry.owner));
  const where = `${shownPath(file)}:${entry.line}`;
  const facts = [{ file, line: entry.line, says: `The owner of ${entry.kind} "${entry.name}" is ${entry.owner}.` }];
  const reason = same
    ? `The catalogue has the same owner: ${entry.owner} (${where}).`
    : `The catalogue names ${entry.owner} as owner (${where}); whether that is \`${owner.value}\` is for people to see.`;
  return { at: owner, state: 'linked', reach: 'linked', reason, facts };
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
