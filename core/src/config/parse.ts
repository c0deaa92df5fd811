import { type Stage, stages } from '../assessment.ts';
import { rootName } from '../evidence/reference.ts';
import type { Finding } from '../finding.ts';
import type { Numbers } from '../numbers.ts';
import { rules } from '../rules/index.ts';
import type { Requirement, Rule } from '../rules/rule.ts';
import { readPlain } from '../spec/document.ts';
import { quoted } from '../spec/words.ts';
import type { Span } from '../text.ts';
import { removeEntry, replaceScalar } from '../yaml/edit.ts';
import type { Entry, Mapping } from '../yaml/tree.ts';
import {
  type ConfigLayer,
  everyStage,
  loweredStages,
  mayBeLowered,
  type StageSeverities,
  severities,
} from './config.ts';
import { defaultNumber, formOfUnit, numberSettings } from './number-setting.ts';
import { complain, entriesOf, mappingOf, mended, type Reading, textOf, textsOf, wordOf } from './reading.ts';
import { isReadable, yamlFindings } from './yaml-findings.ts';

export interface ParsedConfig {
  readonly text: string;
  /** What it says for every spec, then its overrides. */
  readonly layers: readonly ConfigLayer[];
  readonly extends: readonly Named[];
  readonly packs: readonly Named[];
  /** Paths of other repositories by name, as they are written. */
  readonly roots: ReadonlyMap<string, Named>;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/** A file or folder, as the configuration names it. */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

const longestGlob = 500;
const sections = ['extends', 'rules', 'numbers', 'strict', 'overrides', 'roots', 'packs'];

interface Known {
  /** The rules that may be set: those built in, and those of packs. */
  readonly known: readonly Rule[];
}

/** Reads an `ai-system.config.yaml`. What it cannot use becomes a finding in that file. Never throws. */
export function parseConfig(
  text: string,
  source = 'ai-system.config.yaml',
  added: readonly Requirement[] = [],
): ParsedConfig {
  const doc = readPlain(text);
  const broken = yamlFindings(doc, 'A configuration');
  const reading: Reading & Known = { text, findings: [...broken], known: [...rules, ...added] };
  const { root } = doc.yaml;
  if (root !== undefined && root.kind !== 'mapping') {
    complain(reading, 'not-a-mapping', root, 'A configuration is a mapping of sections, such as `rules:`.');
  }

  const found = new Map(entriesOf(reading, doc.tree, sections, 'a setting').map((entry) => [entry.key.value, entry]));
  const named = (key: string, says: string) => {
    const entry = found.get(key);
    return entry === undefined ? [] : textsOf(reading, entry, says).map(({ value, span }) => ({ name: value, span }));
  };
  const overrides = found.get('overrides');
  return {
    text,
    layers: [readLayer(reading, source, found), ...(overrides ? readOverrides(reading, source, overrides) : [])],
    extends: named(
      'extends',
      'a file such as ./shared.config.yaml, a package such as @acme/ai-system-config, or a list',
    ),
    packs: named('packs', 'a file such as ./house.ai-system-pack.yaml, a package, or a list of them'),
    roots: readRoots(reading, found.get('roots')),
    findings: (isReadable(doc) ? reading.findings : broken).sort(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
    ),
  };
}

function readLayer(
  reading: Reading & Known,
  source: string,
  entries: ReadonlyMap<string, Entry>,
  files?: readonly string[],
): ConfigLayer {
  const places = new Map<string, Span>();
  const layer = { source, severities: new Map<string, StageSeverities>(), numbers: {}, places, files };
  const ruleEntry = entries.get('rules');
  if (ruleEntry !== undefined) readRules(reading, ruleEntry, layer.severities, places);
  const numberEntry = entries.get('numbers');
  return {
    ...layer,
    strict: readStrict(reading, entries.get('strict'), places),
    numbers: numberEntry === undefined ? layer.numbers : readNumbers(reading, numberEntry, places),
  };
}

function readOverrides(reading: Reading & Known, source: string, { key, value }: Entry): readonly ConfigLayer[] {
  if (value === undefined) return [];
  if (value.kind !== 'sequence') {
    complain(
      reading,
      'invalid-value',
      value,
      '`overrides` is a list of entries, each with `files` and what holds for them.',
    );
    return [];
  }
  return value.items.flatMap((item) => {
    if (item?.kind !== 'mapping') {
      complain(
        reading,
        'invalid-value',
        item ?? key,
        'An override has `files` and what holds for them, such as `rules`.',
      );
      return [];
    }
    const known = ['files', 'rules', 'numbers', 'strict'];
    const entries = new Map(
      entriesOf(reading, item, known, 'a part of an override').map((one) => [one.key.value, one]),
    );
    const files = entries.get('files');
    const globs = files === undefined ? [] : textsOf(reading, files, 'a glob such as pilots/**, or a list of them');
    for (const glob of globs.filter(({ value }) => value.length > longestGlob)) {
      complain(reading, 'invalid-value', glob, `A glob has at most ${longestGlob} characters.`);
    }
    if (files?.value === undefined) {
      const at = files?.key ?? item.entries[0]?.key ?? item;
      complain(
        reading,
        'invalid-value',
        at,
        'This override does not say for which specs it holds: `files` is missing.',
      );
    }
    return [
      readLayer(
        reading,
        source,
        entries,
        globs.map((glob) => glob.value.slice(0, longestGlob)),
      ),
    ];
  });
}

function readStrict(reading: Reading, entry: Entry | undefined, places: Map<string, Span>): boolean | undefined {
  const word = entry && wordOf(reading, entry, ['true', 'false'], '`strict`');
  if (entry === undefined || word === undefined) return undefined;
  places.set('strict', entry.key.span);
  return word === 'true';
}

function readRules(
  reading: Reading & Known,
  entry: Entry,
  into: Map<string, StageSeverities>,
  places: Map<string, Span>,
): void {
  const holder = mappingOf(reading, entry, 'a mapping of rule ids to severities, such as `unused-id: off`');
  if (holder === undefined) return;
  const ids = reading.known.map(({ id }) => id);
  for (const one of entriesOf(reading, holder, ids, 'a rule')) {
    const rule = reading.known.find(({ id }) => id === one.key.value);
    if (rule === undefined) continue;
    const asked = readSeverities(reading, one, rule.id, places);
    if (loweredStages(rule, asked).length > 0 && !mayBeLowered(rule)) {
      const message = `\`${rule.id}\` cannot be lowered: no system may go without it.`;
      complain(reading, 'invalid-value', one.key, message, mended('Remove it', removeEntry(reading.text, holder, one)));
    } else {
      into.set(rule.id, asked);
    }
  }
}

function readSeverities(reading: Reading, entry: Entry, id: string, places: Map<string, Span>): StageSeverities {
  const { key, value } = entry;
  if (value?.kind !== 'mapping') {
    const severity = wordOf(reading, entry, severities, 'A severity');
    if (severity !== undefined) for (const stage of stages) places.set(`rules.${id}.${stage}`, key.span);
    return severity === undefined ? {} : everyStage(severity);
  }
  const result: Partial<Record<Stage, (typeof severities)[number]>> = {};
  for (const one of entriesOf(reading, value, stages, 'a stage')) {
    const stage = one.key.value as Stage;
    const severity = wordOf(reading, one, severities, 'A severity');
    if (severity === undefined) continue;
    result[stage] = severity;
    places.set(`rules.${id}.${stage}`, one.key.span);
  }
  return result;
}

function readNumbers(reading: Reading, entry: Entry, places: Map<string, Span>): Partial<Numbers> {
  const holder = mappingOf(reading, entry, 'a mapping of names to numbers, such as `longest-waiver: 45d`');
  const result: { -readonly [Name in keyof Numbers]?: number } = {};
  for (const { key, value } of holder ? entriesOf(reading, holder, [...numberSettings.keys()], 'a number') : []) {
    const name = numberSettings.get(key.value);
    if (name === undefined) continue;
    const form = formOfUnit(defaultNumber(name).unit);
    const text = textOf(value);
    const number = text && form.read(text.value);
    if (number !== undefined) {
      result[name] = number;
      places.set(`numbers.${key.value}`, key.span);
      continue;
    }
    const normal = text && form.normalise(text.value);
    const fix =
      normal !== undefined && form.read(normal) !== undefined
        ? mended(`Change to \`${normal}\``, replaceScalar(text as NonNullable<typeof text>, normal))
        : undefined;
    const given = text === undefined ? '' : `; ${quoted(text.value)} is not`;
    complain(reading, 'invalid-value', value ?? key, `\`${key.value}\` is ${form.says}${given}.`, fix);
  }
  return result;
}

function readRoots(reading: Reading, entry: Entry | undefined): ReadonlyMap<string, Named> {
  const says = 'a mapping of names to folders, such as `platform: ../platform`';
  const holder: Mapping | undefined = entry && mappingOf(reading, entry, says);
  const roots = new Map<string, Named>();
  for (const { key, value } of holder?.entries ?? []) {
    const path = textOf(value);
    if (!rootName.test(key.value)) {
      const message = `${quoted(key.value)} cannot be the name of a root: small letters, digits and hyphens, a letter first, 32 at most.`;
      complain(reading, 'invalid-value', key, message);
    } else if (path === undefined || /^[a-z][a-z0-9+.-]+:\/\//i.test(path.value)) {
      const given = path === undefined ? '' : `; ${quoted(path.value)} is a URL, and nothing is fetched`;
      complain(reading, 'invalid-value', value ?? key, `A root is a folder such as ../platform${given}.`);
    } else if (!roots.has(key.value)) {
      roots.set(key.value, { name: path.value, span: path.span });
    }
  }
  return roots;
}
