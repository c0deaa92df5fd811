import { catalogOf } from '../../evidence/owners/catalog.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Owner } from '../../spec/types.generated.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { broken } from './broken-file.ts';

/**
 * What a service catalogue says of the owner of the system. Catalogues have names of their own, so that another one is
 * only a note; unless the entry is that of the system, and the name is that of another owner of the spec.
 */
export function catalogued(context: Context, owner: Scalar | undefined): Proof | undefined {
  const { evidence, spec } = context;
  const owners = spec.get('owners');
  const given = owner && owners?.get(owner.value);
  if (evidence === undefined || owner === undefined || given === undefined) return undefined;
  const answer = evidence.ask(catalogOf(''));
  if (answer?.kind !== 'read' || answer.facts === undefined) return undefined;
  const { file, entries, slip, lacksOwner } = answer.facts;
  if (slip !== undefined) return broken(owner, file, slip);
  const system = spec.get('system')?.get('name')?.value.toLowerCase();
  const own = entries.find(({ name }) => name.toLowerCase() === system);
  const entry = own ?? (entries.length === 1 ? entries[0] : undefined);
  if (lacksOwner) {
    const reason = `${shownPath(file)} names no owner, so that the catalogue knows none.`;
    return { at: owner, state: 'linked', reach: 'linked', reason, facts: [{ file, says: reason }] };
  }
  if (entry === undefined) return undefined;

  const where = `${shownPath(file)}:${entry.line}`;
  const facts = [{ file, line: entry.line, says: `The owner of ${entry.kind} "${entry.name}" is ${entry.owner}.` }];
  if (isCalled(owner.value, given, entry.owner)) {
    const reason = `The catalogue has the same owner: ${entry.owner} (${where}).`;
    return { at: owner, state: 'linked', reach: 'linked', reason, facts };
  }
  const other = owners?.entries.find(
    ({ key, value }) => value !== undefined && isCalled(key.value, value, entry.owner),
  );
  if (other !== undefined && own !== undefined) {
    const id = other.key.value;
    const reason = `\`${owner.value}\` owns it here, but ${where} names ${entry.owner}, which is \`${id}\`.`;
    const edits = [replaceScalar(owner, id, 'flow')];
    const fix = { title: `Use \`${id}\`, the owner by ${where}`, kind: 'adopt', safe: false, edits } as const;
    return { at: owner, state: 'contradicted', reason, facts, fix: () => fix };
  }
  const reason = `The catalogue names ${entry.owner} as owner (${where}); whether that is \`${owner.value}\` is for people to see.`;
  return { at: owner, state: 'linked', reach: 'linked', reason, facts };
}

function isCalled(id: string, owner: Mapping<Owner>, name: string): boolean {
  const names = [id, owner.get('team')?.value, owner.get('handle')?.value].flatMap((one) => one ?? []);
  return names.some((one) => slug(one.replace(/^.*\//, '')) === slug(name));
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
