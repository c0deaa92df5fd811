import type { AnyNode } from '../../yaml/tree.ts';
import { entriesAt, inside, itemsAt, type Structured, structured, textAt } from '../formats/structured.ts';
import { type CardVersion, statedVersions } from './stated-version.ts';

/** What a bill of materials, or the card of a model or a data set, says it is made of. */
export interface AiBom {
  readonly kind: 'cyclonedx' | 'spdx' | 'croissant' | 'model-card' | 'unknown';
  readonly models: readonly Listed[];
  readonly datasets: readonly Listed[];
  /** Parts that are neither: of an ordinary list of libraries, all of them. */
  readonly others: number;
  /** Of a card: the versions that its text states, where its front matter gives none. */
  readonly stated?: readonly CardVersion[];
}

export interface Listed {
  readonly name: string;
  readonly version?: string;
  readonly line: number;
  /** By algorithm, such as `sha256`, in small hexadecimal letters. */
  readonly digests: ReadonlyMap<string, string>;
  /** Columns or fields that are described. */
  readonly fields: readonly string[];
}

const none: AiBom = { kind: 'unknown', models: [], datasets: [], others: 0 };
const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Reads CycloneDX and SPDX 3 in JSON, Croissant, and model cards in Markdown. */
export function readAiBom(text: string): AiBom {
  if (/^[\s\uFEFF]*\{/.test(text.slice(0, 1000))) {
    const document = structured(text);
    const { root } = document;
    if (textAt(root, 'bomFormat') === 'CycloneDX') return cyclonedx(document);
    if (itemsAt(root, '@graph').length > 0) return spdx(document);
    if (isCroissant(root)) return croissant(document);
    return none;
  }
  return card(text);
}

function cyclonedx({ root, line }: Structured): AiBom {
  const models: Listed[] = [];
  const datasets: Listed[] = [];
  let others = 0;
  const visit = (component: AnyNode | undefined, depth: number): void => {
    const type = textAt(component, 'type');
    if (component === undefined || depth > 20) return;
    if (type === 'machine-learning-model') models.push(componentOf(component, line));
    else if (type === 'data') datasets.push(componentOf(component, line));
    else if (type !== undefined) others += 1;
    for (const part of itemsAt(component, 'components')) visit(part, depth + 1);
  };
  visit(inside(root, 'metadata', 'component'), 0);
  for (const component of itemsAt(root, 'components')) visit(component, 0);
  return { kind: 'cyclonedx', models, datasets, others };
}

function componentOf(node: AnyNode, line: Structured['line']): Listed {
  const hashes = itemsAt(node, 'hashes').map(
    (hash) => [plainAlgorithm(textAt(hash, 'alg') ?? ''), (textAt(hash, 'content') ?? '').toLowerCase()] as const,
  );
  return {
    name: textAt(node, 'name') ?? '',
    version: textAt(node, 'version'),
    line: line(inside(node, 'name') ?? node),
    digests: new Map(hashes),
    fields: [],
  };
}

/** SPDX 3: packages of the profiles AI and Dataset. */
function spdx({ root, line }: Structured): AiBom {
  const of = (type: RegExp) =>
    itemsAt(root, '@graph')
      .filter((node) => type.test(textAt(node, 'type') ?? textAt(node, '@type') ?? ''))
      .map((node): Listed => {
        const version = textAt(node, 'software_packageVersion') ?? textAt(node, 'packageVersion');
        return { name: textAt(node, 'name') ?? '', version, line: line(node), digests: new Map(), fields: [] };
      });
  const models = of(/^ai_AIPackage$|^AIPackage$/);
  const datasets = of(/^dataset_DatasetPackage$|^DatasetPackage$/);
  const others = itemsAt(root, '@graph').length - models.length - datasets.length;
  return { kind: 'spdx', models, datasets, others };
}

function isCroissant(root: AnyNode | undefined): boolean {
  const conforms = inside(root, 'conformsTo') ?? inside(root, 'dct:conformsTo');
  return (
    /mlcommons\.org\/croissant/.test(textAt(conforms) ?? '') ||
    (/(?:^|:|\/)Dataset$/.test(textAt(root, '@type') ?? '') && inside(root, 'recordSet') !== undefined)
  );
}

/** One entry for the set, with the fields of its records, and one for each file of it. */
function croissant({ root, line }: Structured): AiBom {
  const fields = itemsAt(root, 'recordSet').flatMap((set) =>
    itemsAt(set, 'field').flatMap((field) => textAt(field, 'name') ?? textAt(field, '@id') ?? []),
  );
  const files = itemsAt(root, 'distribution').map((file): Listed => {
    const digests = ['sha256', 'md5'].flatMap((algorithm): (readonly [string, string])[] => {
      const digest = textAt(file, algorithm);
      return digest === undefined ? [] : [[algorithm, digest.toLowerCase()]];
    });
    const name = textAt(file, 'contentUrl') ?? textAt(file, 'name') ?? '';
    return { name, line: line(file), digests: new Map(digests), fields: [] };
  });
  const whole: Listed = {
    name: textAt(root, 'name') ?? '',
    version: textAt(root, 'version'),
    line: line(inside(root, 'name') ?? root),
    digests: new Map(),
    fields,
  };
  return { kind: 'croissant', models: [], datasets: [whole, ...files], others: 0 };
}

/** A model card of Hugging Face has front matter; any other is text. */
function card(text: string): AiBom {
  const matter = frontMatter.exec(text.slice(0, 200_000));
  const { root, line } = structured(matter?.[1] ?? '');
  const version = inside(root, 'version') ?? inside(root, 'model_version');
  const results = itemsAt(root, 'model-index');
  const name = textAt(root, 'model_name') ?? textAt(results[0], 'name') ?? textAt(root, 'name') ?? '';
  const isCard = matter !== null || /^#{1,2} /m.test(text);
  if (!isCard) return none;
  const models =
    name === '' && version === undefined
      ? []
      : [{ name, version: textAt(version), line: 1 + line(version), digests: new Map<string, string>(), fields: [] }];
  const datasets = entriesAt(root)
    .filter(({ key }) => key.value === 'datasets')
    .flatMap(({ key }) =>
      itemsAt(root, 'datasets').flatMap((item): Listed[] => {
        const one = textAt(item);
        return one === undefined ? [] : [{ name: one, line: 1 + line(key), digests: new Map(), fields: [] }];
      }),
    );
  return { kind: 'model-card', models, datasets, others: 0, stated: version === undefined ? statedVersions(text) : [] };
}

function plainAlgorithm(name: string): string {
  return name.toLowerCase().replaceAll('-', '');
}
