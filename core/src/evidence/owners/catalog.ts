import { lineIndex } from '../../text.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import type { Inquiry } from '../evidence.ts';
import type { Slip } from '../formats/slip.ts';
import { structured } from '../formats/structured.ts';
import { type ArtifactPath, mostBytes } from '../host.ts';

/** What a service catalogue says of one thing in it. */
export interface CatalogEntry {
  readonly catalog: 'Backstage' | 'OpsLevel' | 'Cortex' | 'Datadog';
  /** Backstage's `kind`, such as `Component`; what the others list are services. */
  readonly kind: string;
  readonly name: string;
  /** The team, without what stands before it in `group:default/team`. */
  readonly owner: string;
  readonly line: number;
}

/** More documents than anybody keeps in one file. */
const mostDocuments = 200;

/** Reads a file of a catalogue, of whichever it is; all that have an owner, in the order of the file. */
export function readCatalog(text: string): CatalogEntry[] {
  return documentsOf(text).flatMap(({ text: own, firstLine }) => {
    const { root } = parseYaml(own);
    const found = root && entryOf(root);
    if (found === undefined) return [];
    const { owner, ...rest } = found;
    const line = lineIndex(own).position(owner.span.start).line + firstLine;
    const team = String(owner.value)
      .replace(/^[a-z]+:/i, '')
      .replace(/^[^/]*\//, '');
    return [{ ...rest, owner: team, line }];
  });
}

type Found = Pick<CatalogEntry, 'catalog' | 'kind' | 'name'> & { readonly owner: Extract<AnyNode, { kind: 'scalar' }> };

function entryOf(root: AnyNode): Found | undefined {
  const at = (...path: readonly string[]) => {
    let node: AnyNode | undefined = root;
    for (const step of path) node = node?.kind === 'mapping' ? node.get(step) : undefined;
    return node?.kind === 'scalar' ? node : undefined;
  };
  const said = (...path: readonly string[]) => String(at(...path)?.value ?? '');
  const found = (catalog: CatalogEntry['catalog'], kind: string, name: string, owner: ReturnType<typeof at>) =>
    owner && { catalog, kind, name, owner };

  const version = said('apiVersion');
  if (version.startsWith('backstage.io/')) {
    return found('Backstage', said('kind'), said('metadata', 'name'), at('spec', 'owner'));
  }
  if (/^v3/.test(version)) return found('Datadog', said('kind'), said('metadata', 'name'), at('metadata', 'owner'));
  if (at('schema-version') !== undefined) return found('Datadog', 'service', said('dd-service'), at('team'));
  for (const kind of ['component', 'service']) {
    if (at(kind, 'owner') !== undefined) return found('OpsLevel', kind, said(kind, 'name'), at(kind, 'owner'));
  }
  const tag = said('info', 'x-cortex-tag');
  return tag === '' ? undefined : found('Cortex', 'service', tag, cortexOwner(root));
}

/** The first that is a group. */
function cortexOwner(root: AnyNode): Found['owner'] | undefined {
  const info = root.kind === 'mapping' ? root.get('info') : undefined;
  const owners = info?.kind === 'mapping' ? info.get('x-cortex-owners') : undefined;
  for (const owner of owners?.kind === 'sequence' ? owners.items : []) {
    if (owner?.kind !== 'mapping') continue;
    const [type, name] = [owner.get('type'), owner.get('name')];
    if (name?.kind === 'scalar' && (type?.kind !== 'scalar' || type.value === 'group')) return name;
  }
  return undefined;
}

function documentsOf(text: string): { readonly text: string; readonly firstLine: number }[] {
  const documents = [];
  let from = 0;
  let firstLine = 1;
  let line = 1;
  for (let start = 0; start < text.length && documents.length < mostDocuments; line += 1) {
    const end = text.indexOf('\n', start);
    const next = end === -1 ? text.length : end + 1;
    if (
      text.startsWith('---', start) &&
      /^---\s*(?:#.*)?$/.test(text.slice(start, Math.min(next, start + 200)).trimEnd())
    ) {
      documents.push({ text: text.slice(from, start), firstLine });
      [from, firstLine] = [next, line + 1];
    }
    start = next;
  }
  return [...documents, { text: text.slice(from), firstLine }].filter((one) => one.text.trim() !== '');
}

/** Of the first of its documents that is no YAML, or says a thing twice; what is a template is neither. */
function slipIn(text: string): Slip | undefined {
  if (isTemplate(text)) return undefined;
  for (const { text: own, firstLine } of documentsOf(text)) {
    const slip = structured(own).slip(true);
    if (slip !== undefined) return { ...slip, line: slip.line + firstLine - 1 };
  }
  return undefined;
}

function isTemplate(text: string): boolean {
  return /\{\{|\{%/.test(text);
}

/** Where catalogues look, from the root of a repository. */
const places = [
  'catalog-info.yaml',
  'catalog-info.yml',
  'opslevel.yml',
  'cortex.yaml',
  'service.datadog.yaml',
  'service.datadog.yml',
  'entity.datadog.yaml',
  'entity.datadog.yml',
];

export interface CatalogFile {
  readonly file: ArtifactPath;
  readonly entries: readonly CatalogEntry[];
  /** The catalogue cannot load the file. */
  readonly slip?: Slip;
  /** The catalogue takes no owner from it, though it should have one. */
  readonly lacksOwner?: true;
}

/** The first file of a catalogue at the root of a repository that names an owner, or that should and does not. */
export function catalogOf(root: string): Inquiry<CatalogFile | undefined> {
  const files = places.map((path): ArtifactPath => ({ root, path }));
  return {
    key: `catalog ${root}//`,
    about: files,
    async answer(host) {
      let lacking: CatalogFile | undefined;
      for (const file of files) {
        const text = await host.text(file, mostBytes.text);
        if (text.kind === 'unread') continue;
        const slip = slipIn(text.facts);
        const entries = readCatalog(text.facts);
        if (entries.length > 0 || slip !== undefined) return { kind: 'read', facts: { file, entries, slip } };
        if (isOwned(text.facts)) lacking ??= { file, entries, lacksOwner: true };
      }
      return { kind: 'read', facts: lacking };
    },
  };
}

/** Kinds of Backstage that have an owner, and how the others begin. */
const owned = /^kind:\s*["']?(?:Component|System|API|Resource|Domain)\b|^(?:dd-service|component|service):/m;

function isOwned(text: string): boolean {
  return owned.test(text) && !isTemplate(text);
}
