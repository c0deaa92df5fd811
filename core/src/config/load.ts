import { decode } from '../decode.ts';
import type { Finding } from '../finding.ts';
import type { Pack } from '../packs/pack.ts';
import { parsePack } from '../packs/parse.ts';
import { shippedPackNames } from '../packs/shipped.ts';
import type { Requirement } from '../rules/rule.ts';
import { quoted } from '../spec/words.ts';
import { type Config, type ConfigLayer, resolveConfig } from './config.ts';
import { type Named, type ParsedConfig, parseConfig } from './parse.ts';

/** What loading needs of a file system. Everything is named by URI, so that it is the same on every system. */
export interface ConfigFiles {
  /** Undefined where there is no regular file. */
  read(uri: string): Promise<Uint8Array | undefined>;
  isRepository(folder: string): Promise<boolean>;
  /** Where a file is once links are followed; undefined where it is not there. Folders as well. */
  real(uri: string): Promise<string | undefined>;
  /** One spelling of a URI for the many that there are. */
  canonical(uri: string): string;
  /** What a file is called in explanations. */
  shown(uri: string): string;
}

/** A configuration with all that it extends. */
export interface LoadedConfig {
  readonly uri: string;
  /** The texts of all that was read, by the name under which they are shown. */
  readonly texts: ReadonlyMap<string, string>;
  /** The widest first: later ones win. */
  readonly layers: readonly ConfigLayer[];
  /** Folders of other repositories by name. */
  readonly roots: ReadonlyMap<string, Found>;
  readonly packs: readonly FoundPack[];
  /** In the configuration itself; what is wrong in a file that it extends is told where it does so. */
  readonly findings: readonly Finding[];
  /** URIs of all that was looked for besides, there or not: whoever keeps the result looks at them again. */
  readonly looked: readonly string[];
}

export interface FoundPack extends Found {
  readonly pack: Pack;
}

/** What a configuration names: where that is, and which configuration says so. */
export interface Found extends Named {
  readonly uri: string;
  readonly source: string;
}

/** How deep configurations extend one another; a hundred files that extend each other are nobody's configuration. */
const mostFiles = 50;

/** Reads what a configuration extends, and merges it: its own settings come last. Data only: nothing of it is run. */
export async function loadConfig(uri: string, text: string, files: ConfigFiles): Promise<LoadedConfig> {
  const looked = new Set<string>();
  const texts = new Map<string, string>();
  const root = await repositoryAround(folderOf(uri), files);
  const find: Find = async (named, from, fileName) => {
    let strays = false;
    const read = async (uri: string) => {
      if (root === undefined || (await isInside(uri, root, files))) return files.read(uri);
      strays ||= (await files.real(uri)) !== undefined;
      return undefined;
    };
    const found = await locate(named, from, fileName, { ...files, read }, looked);
    return found.kind === 'nowhere' && strays ? nowhere('lies outside of this repository') : found;
  };
  const loader: Loader = { find, files, texts, added: [] };
  const first = await load(files.canonical(uri), text, folderOf(uri), [], loader);
  const { packs, findings } = await loadPacks(first.packs, find);
  const added = packs.flatMap(({ pack }) => pack.requirements);
  texts.clear();
  // What the packs bring may be set in every file.
  const loaded = await load(files.canonical(uri), text, folderOf(uri), [], { ...loader, added });

  const all = [...loaded.findings, ...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { uri, texts, layers: loaded.layers, roots: loaded.roots, packs, findings: all, looked: [...looked] };
}

type Wanted = Merged['packs'][number];

async function loadPacks(
  wanted: readonly Wanted[],
  find: Find,
): Promise<{ readonly packs: readonly FoundPack[]; readonly findings: readonly Finding[] }> {
  const packs: FoundPack[] = [];
  const findings: Finding[] = [];
  for (const { named, from, source, own } of wanted) {
    const found = await find(named, from, 'ai-system-pack.yaml');
    const decoded = found.kind === 'found' ? decode(found.bytes) : undefined;
    const parsed = decoded?.kind === 'text' ? parsePack(decoded.text) : undefined;
    const pack = parsed?.pack;
    const twice = pack !== undefined && packs.some((other) => other.pack.name === pack.name);
    if (found.kind === 'found' && pack !== undefined && !twice) packs.push({ ...named, uri: found.uri, source, pack });
    // What a configuration further up names is its own affair.
    if (!own) continue;
    if (found.kind === 'nowhere') findings.push(unusable(named, whyNoPack(named, found.reason)));
    else if (parsed === undefined) findings.push(unusable(named, 'is no text in UTF-8'));
    else if (twice) findings.push(unusable(named, `is a second pack called "${pack.name}"`));
    findings.push(...retold(named, parsed?.findings ?? []));
  }
  return { packs, findings };
}

function whyNoPack({ name }: Named, reason: string): string {
  if (!shippedPackNames.some((shipped) => shipped === name)) return reason;
  return `comes with the command and needs no entry here: \`ai-system report --pack ${name}\``;
}

interface Loader {
  readonly find: Find;
  readonly files: ConfigFiles;
  readonly texts: Map<string, string>;
  readonly added: readonly Requirement[];
}

type Find = (named: Named, from: string, fileName: string) => Promise<Located>;

type Located =
  | { readonly kind: 'found'; readonly uri: string; readonly bytes: Uint8Array; readonly isPackage: boolean }
  | { readonly kind: 'nowhere'; readonly reason: string };

interface Merged {
  readonly layers: readonly ConfigLayer[];
  readonly roots: ReadonlyMap<string, Found>;
  readonly packs: readonly {
    readonly named: Named;
    readonly from: string;
    readonly source: string;
    /** Of the configuration itself, not of one that it extends. */
    readonly own: boolean;
  }[];
  readonly findings: readonly Finding[];
}

/** `globsFrom`: the globs of a package start where it is used, those of a file beside it. `above`: who extends it. */
async function load(
  uri: string,
  text: string,
  globsFrom: string,
  above: readonly string[],
  loader: Loader,
): Promise<Merged> {
  const { files, texts } = loader;
  const source = files.shown(uri);
  texts.set(source, text);
  const parsed = parseConfig(text, source, loader.added);
  const findings: Finding[] = [...parsed.findings];
  const bases: Merged[] = [];
  const from = folderOf(uri);

  for (const named of parsed.extends) {
    const found = await loader.find(named, from, 'ai-system.config.yaml');
    if (found.kind === 'nowhere') {
      findings.push(unusable(named, found.reason));
      continue;
    }
    const problem =
      found.uri === uri
        ? 'is this file itself'
        : above.includes(found.uri)
          ? 'extends this file in turn'
          : texts.size >= mostFiles
            ? `is one file too many: ${mostFiles} are read at most`
            : undefined;
    const decoded = problem === undefined ? decode(found.bytes) : undefined;
    if (decoded?.kind !== 'text') {
      findings.push(unusable(named, problem ?? 'is no text in UTF-8'));
      continue;
    }
    const base = await load(
      found.uri,
      decoded.text,
      found.isPackage ? globsFrom : folderOf(found.uri),
      [...above, uri],
      loader,
    );
    bases.push(base);
    findings.push(...retold(named, base.findings));
  }
  return {
    layers: [
      ...bases.flatMap(({ layers }) => layers),
      ...parsed.layers.map((layer) => (layer.files === undefined ? layer : { ...layer, folder: globsFrom })),
    ],
    roots: new Map([...bases.flatMap(({ roots }) => [...roots]), ...rootsOf(parsed, from, source, files)]),
    packs: [
      ...bases.flatMap(({ packs }) => packs.map((pack) => ({ ...pack, own: false }))),
      ...parsed.packs.map((named) => ({ named, from, source, own: true })),
    ],
    findings,
  };
}

const mostRetold = 3;

/** What is wrong in a file further up would be seen by nobody: it may lie in a package, and no editor opens it. */
function retold(named: Named, findings: readonly Finding[]): readonly Finding[] {
  const told = findings.slice(0, mostRetold).map((finding): Finding => {
    return {
      ...finding,
      message: `In ${quoted(named.name)}: ${finding.message}`,
      span: named.span,
      related: undefined,
      fixes: () => [],
    };
  });
  const more = findings.length - told.length;
  if (more === 0) return told;
  const message = `In ${quoted(named.name)}: ${more} more findings.`;
  return [...told, { rule: 'invalid-value', severity: 'error', message, span: named.span, fixes: () => [] }];
}

/** `message` completes the name. */
function unusable({ name, span }: Named, message: string): Finding {
  return { rule: 'unreadable-file', severity: 'error', message: `${quoted(name)} ${message}.`, span, fixes: () => [] };
}

async function locate(
  { name }: Named,
  from: string,
  fileName: string,
  files: ConfigFiles,
  looked: Set<string>,
): Promise<Located> {
  const read = async (uri: string) => {
    looked.add(uri);
    return files.read(uri);
  };
  if (/^\.\.?\//.test(name)) {
    const uri = files.canonical(join(from, name));
    const bytes = await read(uri);
    return bytes === undefined ? nowhere('is not there') : { kind: 'found', uri, bytes, isPackage: false };
  }
  const inside = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:\/([^\\]+))?$/.exec(name);
  if (inside === null || inside[2]?.split('/').includes('..')) {
    return nowhere('is neither a path, which begins with ./ or ../, nor the name of a package');
  }
  for (let folder: string | undefined = from; folder !== undefined; folder = parent(folder)) {
    const uri = files.canonical(join(folder, `node_modules/${inside[1]}/${inside[2] ?? fileName}`));
    const bytes = await read(uri);
    if (bytes !== undefined) return { kind: 'found', uri, bytes, isPackage: true };
    if (await files.isRepository(folder)) break;
  }
  const isPath = /\.ya?ml$/.test(name) && !name.startsWith('@');
  const hint = isPath ? `; a file beside this one is written ./${name}` : '';
  return nowhere(
    `is not installed: there is no node_modules/${inside[1]}/${inside[2] ?? fileName} here or above${hint}`,
  );
}

function nowhere(reason: string): Located {
  return { kind: 'nowhere', reason };
}

function rootsOf(
  { roots }: ParsedConfig,
  from: string,
  source: string,
  files: ConfigFiles,
): readonly (readonly [string, Found])[] {
  return [...roots].map(([name, path]) => [name, { ...path, uri: files.canonical(join(from, path.name)), source }]);
}

/** By its name and once links are followed: a repository shows nothing but itself. */
async function isInside(uri: string, root: string, files: ConfigFiles): Promise<boolean> {
  const [target, home] = await Promise.all([files.real(uri), files.real(root)]);
  return isBelow(uri, root) && target !== undefined && home !== undefined && isBelow(target, home);
}

function isBelow(uri: string, folder: string): boolean {
  return `${uri}/`.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Whether a configuration that nobody named, but that lies above a spec, is one of its own repository. */
export async function isOwnConfig(uri: string, files: ConfigFiles): Promise<boolean> {
  const root = await repositoryAround(folderOf(uri), files);
  return root === undefined || isInside(uri, root, files);
}

async function repositoryAround(from: string, files: ConfigFiles): Promise<string | undefined> {
  for (let folder: string | undefined = from; folder !== undefined; folder = parent(folder)) {
    if (await files.isRepository(folder)) return folder;
  }
  return undefined;
}

/** A path behind the URI of a folder, or, where it begins with `/`, from the top of the file system. */
function join(folder: string, path: string): string {
  const top = /^[a-z][\w+.-]*:\/\/[^/]*/i.exec(folder)?.[0] ?? '';
  const steps = path.startsWith('/')
    ? []
    : folder
        .slice(top.length)
        .split('/')
        .filter((step) => step !== '');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(encodeURIComponent(step));
  }
  return `${top}/${steps.join('/')}`;
}

function folderOf(uri: string): string {
  return parent(uri) ?? uri;
}

/** `file:///a/b` of `file:///a/b/c`; the root of a URI has no parent. */
function parent(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  const root = /^[a-z][\w+.-]*:\/\/[^/]*/i.exec(uri)?.[0].length ?? uri.indexOf(':') + 1;
  return slash < root ? undefined : uri.slice(0, slash);
}

/** What holds for one spec; `file` is its URI, `more` are packs that win over those of the configuration. */
export function configOf(
  { layers, packs }: Pick<LoadedConfig, 'layers' | 'packs'>,
  file: string,
  more: readonly Pack[] = [],
): Config {
  const named = packs.map(({ pack }) => pack).filter(({ name }) => more.every((other) => other.name !== name));
  return resolveConfig(
    layers,
    file,
    [...named, ...more].flatMap(({ requirements }) => requirements),
  );
}
