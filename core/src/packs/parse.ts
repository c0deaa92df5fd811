import { type Stage, stages } from '../assessment.ts';
import { closest } from '../closest.ts';
import { severities } from '../config/config.ts';
import {
  complain,
  entriesOf,
  kindOf,
  mappingOf,
  mended,
  type Reading,
  textOf,
  textsOf,
  wordOf,
} from '../config/reading.ts';
import { isReadable, yamlFindings } from '../config/yaml-findings.ts';
import { isDate } from '../dates.ts';
import type { Finding } from '../finding.ts';
import { ruleById, rules } from '../rules/index.ts';
import type { Requirement, Severities } from '../rules/rule.ts';
import { readPlain } from '../spec/document.ts';
import { quoted } from '../spec/words.ts';
import { replaceScalar } from '../yaml/edit.ts';
import type { Entry, Mapping, Scalar } from '../yaml/tree.ts';
import { type Clause, type Pack, packVersion } from './pack.ts';
import { readWorded } from './read-requirement.ts';
import { requirementOf, type Worded } from './requirement.ts';

export interface ParsedPack {
  /** Without what could not be used; undefined where there is not even a name. */
  readonly pack: Pack | undefined;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

const sections = ['apiVersion', 'name', 'title', 'date', 'sources', 'requirements', 'clauses'];

/** Reads an `*.ai-system-pack.yaml`. What it cannot use becomes a finding in that file. Never throws. */
export function parsePack(text: string): ParsedPack {
  const doc = readPlain(text);
  const broken = yamlFindings(doc, 'A rule pack');
  const reading: Reading = { text, findings: [...broken] };
  const { root } = doc.yaml;
  if (root !== undefined && root.kind !== 'mapping') {
    complain(reading, 'not-a-mapping', root, 'A rule pack is a mapping of sections, such as `requirements:`.');
  }
  const found = new Map(
    entriesOf(reading, doc.tree, sections, 'a section of a rule pack').map((one) => [one.key.value, one]),
  );
  const head = readHead(reading, found, doc.tree);
  const wordeds = head === undefined ? [] : readRequirements(reading, found.get('requirements'), head.name);
  const clauses = head === undefined ? [] : readClauses(reading, found.get('clauses'), head.name, wordeds);
  const told = isReadable(doc) ? reading.findings : broken;
  return {
    pack: head && { ...head, requirements: wordeds.map((one) => requirementOf(one, head.title)), clauses },
    findings: told.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}

function readHead(
  reading: Reading,
  found: ReadonlyMap<string, Entry>,
  tree: Mapping,
): Pick<Pack, 'name' | 'title' | 'date' | 'sources'> | undefined {
  const top = tree.entries[0]?.key ?? { span: { start: 0, end: 0 } };
  const one = (key: string, isRight: (text: string) => boolean, says: string): Scalar | undefined => {
    const entry = found.get(key);
    const text = textOf(entry?.value);
    if (text !== undefined && isRight(text.value)) return text;
    const given = entry === undefined ? 'it is missing' : `here is ${kindOf(entry.value)}`;
    complain(
      reading,
      'invalid-value',
      entry?.value ?? entry?.key ?? top,
      `\`${key}\` of a rule pack is ${says}; ${given}.`,
    );
    return undefined;
  };
  one('apiVersion', (text) => text === packVersion, packVersion);
  const name = one(
    'name',
    (text) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text),
    'a short name in small letters such as acme',
  );
  const title = one('title', () => true, 'what reports call it, such as Acme house rules');
  const date = one('date', isDate, 'the day of its content, such as 2026-11-16');
  const sources = found.get('sources');
  const listed = sources === undefined ? [] : textsOf(reading, sources, 'a list of where the content comes from');
  if (sources === undefined)
    complain(reading, 'invalid-value', top, 'A rule pack names its `sources`; they are missing.');
  if (name === undefined) return undefined;
  return {
    name: name.value,
    title: title?.value ?? name.value,
    date: date?.value ?? '',
    sources: listed.map(({ value }) => value),
  };
}

function readRequirements(reading: Reading, entry: Entry | undefined, pack: string): readonly Worded[] {
  const holder = entry && mappingOf(reading, entry, 'a mapping of ids to requirements');
  const seen = new Set<string>();
  return (holder?.entries ?? []).flatMap((one) => {
    const id = `${pack}-${one.key.value}`;
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(one.key.value)) {
      const message = `${quoted(one.key.value)} cannot be the id of a requirement: small letters, digits and hyphens.`;
      complain(reading, 'invalid-value', one.key, message);
      return [];
    }
    if (ruleById(id) !== undefined) {
      complain(reading, 'invalid-value', one.key, `\`${id}\` is the name of a requirement that is built in.`);
      return [];
    }
    if (seen.has(id)) return [];
    seen.add(id);
    return readWorded(reading, one, id, readSeverity) ?? [];
  });
}

/** One severity, or one for each stage; a stage that is not named asks for nothing. */
function readSeverity(reading: Reading, entry: Entry | undefined): Severities {
  if (entry === undefined) return ['warning', 'warning', 'warning'];
  if (entry.value?.kind !== 'mapping') {
    const severity = wordOf(reading, entry, severities, 'A severity') ?? 'off';
    return [severity, severity, severity];
  }
  const given = new Map(
    entriesOf(reading, entry.value, stages, 'a stage').map((one) => [
      one.key.value,
      wordOf(reading, one, severities, 'A severity'),
    ]),
  );
  const at = (stage: Stage) => given.get(stage) ?? 'off';
  return [at('pilot'), at('pre-production'), at('production')];
}

function readClauses(
  reading: Reading,
  entry: Entry | undefined,
  pack: string,
  own: readonly Worded[],
): readonly Clause[] {
  const holder = entry && mappingOf(reading, entry, 'a mapping of clauses to their requirements');
  const builtIn = rules.filter((rule): rule is Requirement => rule.kind === 'requirement').map(({ id }) => id);
  const known = new Set([...own.map(({ id }) => id), ...builtIn]);
  return (holder?.entries ?? []).flatMap((one): Clause[] => {
    const value = mappingOf(reading, one, 'a mapping with `title` and `requirements`');
    if (value === undefined) return [];
    const parts = new Map(
      entriesOf(reading, value, ['title', 'requirements'], 'a part of a clause').map((part) => [part.key.value, part]),
    );
    const listed = parts.get('requirements');
    const named = listed === undefined ? [] : textsOf(reading, listed, 'a list of ids of requirements');
    const requirements = named.map((name) => {
      const full = [name.value, `${pack}-${name.value}`].find((id) => known.has(id));
      if (full !== undefined) return full;
      const guess = closest(name.value, [...known]);
      const hint = guess === undefined ? '' : ` Did you mean \`${guess}\`?`;
      const fix = guess === undefined ? undefined : mended(`Change to \`${guess}\``, replaceScalar(name, guess));
      complain(reading, 'undefined-id', name, `No requirement is called ${quoted(name.value)}.${hint}`, fix);
      return name.value;
    });
    return [{ id: one.key.value, title: textOf(parts.get('title')?.value)?.value ?? one.key.value, requirements }];
  });
}
