import { matchesGlob } from '../glob.ts';
import { readPlain } from '../spec/document.ts';
import type { AnyNode, Mapping } from '../yaml/tree.ts';
import type { FormatOptions } from './format.ts';

/** Prettier's configurations that are data, in the order in which it takes them from a folder. */
export const prettierFiles: readonly string[] = [
  ...['package.json', 'package.yaml'],
  ...['.prettierrc', '.prettierrc.json', '.prettierrc.yaml', '.prettierrc.yml'],
];

/** Those that are not read, as most are programs: what they say is not known, but they hide what stands further above. */
export const prettierPrograms: readonly string[] = [
  ...['.prettierrc.json5', '.prettierrc.toml', 'prettier.config.toml'],
  ...['.prettierrc', 'prettier.config'].flatMap((name) =>
    ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((ending) => `${name}.${ending}`),
  ),
];

/**
 * What the configuration `name` says of YAML; `file` is the path of what is formatted, from the configuration's folder.
 * Undefined where a package says nothing of Prettier.
 */
export function prettierOptions(name: string, text: string, file: string): Partial<FormatOptions> | undefined {
  // JSON is YAML.
  const { tree } = readPlain(text);
  if (!name.startsWith('package.')) return optionsOf(tree, file);
  const own = tree.get('prettier');
  if (own?.kind === 'mapping') return optionsOf(own, file);
  return own === undefined ? undefined : {}; // The name of a package that nobody loads here.
}

function optionsOf(tree: Mapping, file: string): Partial<FormatOptions> {
  const overrides = tree.get('overrides');
  const layers = overrides?.kind === 'sequence' ? overrides.items.flatMap((item) => layer(item, file)) : [];
  return Object.assign({}, ...[tree, ...layers].map(read));
}

function layer(item: AnyNode | undefined, file: string): readonly Mapping[] {
  const options = item?.kind === 'mapping' ? item.get('options') : undefined;
  if (item?.kind !== 'mapping' || options?.kind !== 'mapping') return [];
  const isMeant = words(item.get('files')).some((glob) => {
    // A glob without a slash is for files in any folder.
    return matchesGlob(glob, glob.includes('/') ? file : (file.split('/').at(-1) ?? ''));
  });
  const isLeftOut = words(item.get('excludeFiles')).some((glob) => matchesGlob(glob, file));
  return isMeant && !isLeftOut ? [options] : [];
}

function words(node: AnyNode | undefined): readonly string[] {
  if (node?.kind === 'scalar') return [String(node.value)];
  return node?.kind === 'sequence' ? node.items.flatMap(words) : [];
}

function read(options: Mapping): Partial<FormatOptions> {
  const value = (key: string) => {
    const node = options.get(key);
    return node?.kind === 'scalar' ? String(node.value) : undefined;
  };
  const number = (key: string, most: number) => {
    const text = value(key) ?? '';
    return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? { [key]: Number(text) } : {};
  };
  const flag = (key: string) => (/^(?:true|false)$/.test(value(key) ?? '') ? { [key]: value(key) === 'true' } : {});
  const wrap = value('proseWrap') ?? '';
  return {
    ...number('tabWidth', 8),
    ...number('printWidth', 400),
    ...flag('singleQuote'),
    ...flag('bracketSpacing'),
    ...(/^(?:always|never|preserve)$/.test(wrap) ? { proseWrap: wrap as FormatOptions['proseWrap'] } : {}),
  };
}
