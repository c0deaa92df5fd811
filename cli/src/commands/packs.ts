import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decode, lineIndex, type Pack, parsePack, type ShippedPack } from '../../../core/src/index.ts';
import { readRegularFile } from '../../../host/src/read.ts';
import euAiAct from '../../../packs/eu-ai-act.ai-system-pack.yaml';
import iso42001 from '../../../packs/iso-42001.ai-system-pack.yaml';
import nistAiRmf from '../../../packs/nist-ai-rmf.ai-system-pack.yaml';
import owasp from '../../../packs/owasp.ai-system-pack.yaml';
import type { Options, Usage } from '../args.ts';
import { configurations, type FoundConfig } from '../config.ts';
import { failure } from '../errors.ts';
import { shownPath } from '../files.ts';

/** The packs that ship, by name: in the command itself, so that they are there wherever it is. */
export const shippedPacks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'eu-ai-act': euAiAct,
    'iso-42001': iso42001,
    'nist-ai-rmf': nistAiRmf,
    owasp,
  } satisfies Record<ShippedPack, string>),
);

type Packs = { readonly kind: 'packs'; readonly packs: readonly Pack[] };

/** The packs that are meant by `--pack`: of a path, of the configuration, or of those that ship. */
export function findPacks(
  wanted: readonly string[],
  { loaded }: FoundConfig,
  cwd: string,
  help: string,
): Packs | Usage {
  const configured = loaded?.packs.map(({ pack }) => pack) ?? [];
  const packs: Pack[] = [];
  for (const name of new Set(wanted)) {
    const known = configured.find((pack) => pack.name === name);
    const pack = known ?? readPack(name, cwd);
    if (pack === undefined) {
      const names = [...new Set([...configured.map((one) => one.name), ...shippedPacks.keys()])];
      const message = `no pack is called "${name}": there are ${names.join(', ')}, and any file by its path`;
      // `owasp-llm` and `ai-act` are further from a name than a slip of the keyboard.
      const part = names.find((one) => name.includes(one) || one.includes(name));
      return { kind: 'usage', message, unknown: { word: part ?? name, known: names }, help };
    }
    packs.push(pack);
  }
  return { kind: 'packs', packs };
}

/**
 * What a command that judges no spec knows besides the rules that are built in: the packs of the configuration that
 * holds in the working directory, and those that are named.
 */
export async function knownPacks(
  { config, noConfig, pack }: { config: string | undefined; noConfig: boolean; pack: readonly string[] },
  cwd: string,
  help: string,
): Promise<Packs | Usage> {
  if (noConfig && config !== undefined) {
    return { kind: 'usage', message: '--config and --no-config exclude each other', help };
  }
  const found = await configurations({ file: config, none: noConfig }, cwd).of(join(cwd, 'ai-system.yaml'));
  if (found.problem !== undefined) {
    throw failure(`${found.problem.path}: ${found.problem.reason}`);
  }
  const named = findPacks(pack, found, cwd, help);
  if (named.kind === 'usage') return named;
  const configured = found.loaded?.packs.map((one) => one.pack) ?? [];
  const others = configured.filter(({ name }) => named.packs.every((one) => one.name !== name));
  return { kind: 'packs', packs: [...others, ...named.packs] };
}

export const packOptions = {
  config: { value: 'FILE', help: 'use this configuration instead of the nearest ai-system.config.yaml' },
  'no-config': { help: 'use no configuration' },
  pack: { value: 'PACK', many: true, help: 'know the requirements of this pack too: a name or a path' },
} as const satisfies Options;

/** Undefined where the name means nothing. A pack that is half understood would show a coverage that is not its own. */
function readPack(name: string, cwd: string): Pack | undefined {
  const shipped = shippedPacks.get(name);
  if (shipped !== undefined) return parsePack(shipped).pack;
  const file = resolve(cwd, name);
  if (!/[/\\]|\.ya?ml$/.test(name) && !existsSync(file)) return undefined;

  const path = shownPath(file, cwd);
  const read = readRegularFile(file);
  if (read.kind === 'unreadable') throw failure(`${path}: ${read.reason}`);
  const decoded = decode(read.bytes);
  if (decoded.kind === 'refused') throw failure(`${path}: ${decoded.message}`);
  const { pack, findings } = parsePack(decoded.text);
  const [first] = findings;
  if (first === undefined) return pack;
  const line = lineIndex(decoded.text).position(first.span.start).line + 1;
  const more = findings.length === 1 ? '' : ` And ${findings.length - 1} more.`;
  throw failure(`${path}:${line}: ${first.message}${more}`);
}
