import type { ArtifactHost } from '../evidence/host.ts';
import { catalogOf } from '../evidence/owners/catalog.ts';
import { codeOwnersOf } from '../evidence/owners/codeowners.ts';
import type { SpecFolder } from '../evidence/reference.ts';
import type { Found, Seen } from './found.ts';
import { idOf } from './names.ts';

/** Who owns what, as CODEOWNERS and the catalogue have it. */
export interface Owning {
  /** The one owner of a file. With several, which of them answers for it is not said. */
  of(path: string): Owner | undefined;
  /** The one owner of the system: of its spec, or else of its entry in the catalogue. */
  readonly ofSystem: Owner | undefined;
  readonly seen: readonly Seen[];
}

export interface Owner {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** The entry in `owners` that goes with it. */
  readonly entry: Found;
}

export async function owning(host: ArtifactHost, folder: SpecFolder): Promise<Owning> {
  const codeOwners = await codeOwnersOf('').answer(host);
  const found = codeOwners.kind === 'read' ? codeOwners.facts : undefined;
  const held = found !== undefined && 'owners' in found ? found : undefined;
  const catalog = await catalogOf('').answer(host);
  const entries = catalog.kind === 'read' && folder === '' ? catalog.facts : undefined;
  const ids = new Map<string, string>();

  const ownerFrom = (written: string, file: string, line: number): Owner | undefined => {
    const id = idFor(written, ids);
    if (id === undefined) return undefined;
    const mail = /^[^\s@]+@[^\s@]+$/.test(written);
    const handle = written.replace(/^@/, '');
    if (!mail && !/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/.test(handle)) return undefined;
    const entry: Found = mail
      ? { path: ['owners', id, 'contact'], value: [`mailto:${written}`], file, line }
      : { path: ['owners', id, 'handle'], value: handle, file, line };
    return { id, file, line, entry };
  };

  const of = (path: string): Owner | undefined => {
    const owned = held?.owners.of(path);
    const [only, another] = owned?.owners ?? [];
    if (held === undefined || owned === undefined || only === undefined || another !== undefined) return undefined;
    return ownerFrom(only, held.file.path, owned.line);
  };

  const spec = folder === '' ? 'ai-system.yaml' : `${folder}/ai-system.yaml`;
  const ofSpec = of(spec);
  const teams = new Map(entries?.entries.map((entry) => [entry.owner, entry]));
  const [listed] = teams.size === 1 ? teams.values() : [];
  const seen: Seen[] = [];
  const several = held?.owners.of(spec);
  if (held !== undefined && several !== undefined && several.owners.length > 1) {
    const what = `${several.owners.length} owners of ai-system.yaml: ${several.owners.slice(0, 8).join(' ')}`;
    seen.push({ what, file: held.file.path, line: several.line });
  }
  if (teams.size > 1 && entries !== undefined) {
    const what = `${teams.size} owners in the catalogue: ${[...teams.keys()].slice(0, 8).join(' ')}`;
    seen.push({ what, file: entries.file.path, line: [...teams.values()][0]?.line });
  }
  const fromCatalog =
    listed === undefined || entries === undefined ? undefined : ownerFrom(listed.owner, entries.file.path, listed.line);
  return { of, ofSystem: ofSpec ?? fromCatalog, seen };
}

/** `@nordhafen/claims-ops` as `claims-ops`, or with the group before it where another owner is called so. */
function idFor(written: string, ids: Map<string, string>): string | undefined {
  const plain = written.replace(/^@/, '').replace(/(?<=[^@])@[^@]*$/, '');
  const short = idOf(plain.slice(plain.lastIndexOf('/') + 1));
  const key = plain.toLowerCase().slice(plain.lastIndexOf('/') + 1) === plain.toLowerCase() ? plain : written;
  for (const id of [short, idOf(plain)]) {
    if (id === undefined) continue;
    const known = ids.get(id);
    if (known === undefined || known === key || sameTeam(known, key)) {
      ids.set(id, known ?? key);
      return id;
    }
  }
  return undefined;
}

/** A catalogue names a team without the organisation that CODEOWNERS has before it. */
function sameTeam(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(/^@/, '').toLowerCase());
  return a === b || (a?.endsWith(`/${b}`) ?? false) || (b?.endsWith(`/${a}`) ?? false);
}
