import { daysOf } from '../../evidence/documents/days.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { adoptText } from './adopt.ts';
import { findDocument } from './document-proof.ts';
import { settingsOf } from './settings-compared.ts';

/** What the front matter of a document says under `key`, and where. */
interface Noted {
  readonly value: string;
  readonly line: number;
  readonly file: NonNullable<Proof['facts']>[number]['file'];
}

/**
 * Whether the record of an event bears its day, in the `date` of its front matter or in its text. One that is older than
 * the event records another one; one that is younger was written down later.
 */
export function datedRecord(
  context: Context,
  record: Scalar | undefined,
  day: Scalar | undefined,
  event: string,
): Proof | undefined {
  const noted = frontMatter(context, record, 'date');
  const date = /^\d{4}-\d{2}-\d{2}/.exec(noted?.value ?? '')?.[0];
  if (day === undefined) return undefined;
  if (noted === undefined || date === undefined) return toldDay(context, record, day, event);
  const where = `${shownPath(noted.file)}:${noted.line}`;
  const facts = [{ file: noted.file, line: noted.line, says: `The record is of ${date}.` }];
  if (date === day.value) return { at: day, state: 'proven', reason: `${where} records ${event} of that day.`, facts };
  if (date > day.value) {
    return { at: day, state: 'linked', reach: 'linked', reason: `${where} was written on ${date}.`, facts };
  }
  const reason = `${where} is of ${date}: it does not record ${event} of ${day.value}.`;
  return { at: day, state: 'stale', reason, facts, fix: adoptText(day, date, where) };
}

/**
 * The same of a record without front matter, by the days that it names. One that names the day may tell of others as
 * well; one that does not, and is of an earlier day, is about something else.
 */
function toldDay(context: Context, record: Scalar | undefined, day: Scalar, event: string): Proof | undefined {
  const found = findDocument(context, record);
  if (found === undefined || 'proof' in found || found.facts.kind !== 'prose') return undefined;
  const { file } = found.reference;
  const { all, event: told, latest } = daysOf(found.facts.prose);
  const proof = (line: number, state: Proof['state'], says: string, fix?: Proof['fix']): Proof => {
    const reason = `${shownPath(file)}:${line} ${says}`;
    return { at: day, state, reach: 'linked', reason, facts: [{ file, line, says: reason }], fix };
  };
  const same = all.find((one) => one.day === day.value);
  if (same !== undefined) return proof(same.line, 'linked', `names ${day.value}.`);
  const own = told ?? latest;
  if (own === undefined) return undefined;
  if (own.day > String(day.value))
    return proof(own.line, 'linked', `is of ${own.day}, and does not name ${day.value}.`);
  const where = `${shownPath(file)}:${own.line}`;
  const is = own === told ? `is of ${own.day}` : `is the last entry, of ${own.day}`;
  return proof(
    own.line,
    'contradicted',
    `${is}: it does not record ${event} of ${day.value}.`,
    adoptText(day, own.day, where),
  );
}

/** Whether a text that bears a version bears the one that the spec says. */
export function sameVersion(
  context: Context,
  path: Scalar | undefined,
  version: Scalar | undefined,
): Proof | undefined {
  const noted = frontMatter(context, path, 'version') ?? topSetting(context, path, 'version');
  if (noted === undefined || version === undefined) return undefined;
  const where = `${shownPath(noted.file)}:${noted.line}`;
  const facts = [{ file: noted.file, line: noted.line, says: `The version is ${noted.value}.` }];
  const plain = (text: string) => text.replace(/^v(?=\d)/i, '');
  if (plain(noted.value) === plain(version.value)) {
    return { at: version, state: 'proven', reason: `${where} is ${noted.value}.`, facts };
  }
  const reason = `The spec says ${version.value}, but ${where} is ${noted.value}.`;
  return { at: version, state: 'contradicted', reason, facts, fix: adoptText(version, noted.value, where) };
}

/** Whether a text that names the model it was written for names the one that uses it. */
export function sameModel(
  context: Context,
  path: Scalar | undefined,
  usedBy: Scalar<string> | undefined,
): Proof | undefined {
  const noted = frontMatter(context, path, 'model') ?? topSetting(context, path, 'model');
  const models = context.spec.get('models');
  const version = usedBy && models?.get(usedBy.value)?.get('version')?.value;
  if (noted === undefined || usedBy === undefined || version === undefined) return undefined;
  const where = `${shownPath(noted.file)}:${noted.line}`;
  const facts = [{ file: noted.file, line: noted.line, says: `The model is ${noted.value}.` }];
  const isOf = (id: string, one: string) =>
    noted.value === id || isFamilyOf(noted.value, one) || isFamilyOf(one, noted.value);
  if (isOf(usedBy.value, String(version))) {
    return { at: usedBy, state: 'proven', reason: `${where} is for ${noted.value}.`, facts };
  }
  const other = models?.entries.find(({ key, value }) => isOf(key.value, String(value?.get('version')?.value ?? '')));
  if (other === undefined && !modelName.test(noted.value)) {
    const reason = `${where} is for ${noted.value}; whether that is ${version} is not said here.`;
    return { at: usedBy, state: 'linked', reach: 'linked', reason, facts };
  }
  const reason = `\`${usedBy.value}\` is ${version}, but ${where} is for ${noted.value}.`;
  const fix = other && adoptText(usedBy, other.key.value, where);
  return { at: usedBy, state: 'contradicted', reason, facts, fix };
}

/** As providers call their models; any other name may be that of a deployment. */
const modelName =
  /^(?:[\w.-]+\/)?(?:gpt|o\d|claude|gemini|gemma|llama|mistral|mixtral|command|qwen|deepseek|phi|titan|nova|grok)[-\w.:@]*$/i;

/** `gpt-4.1` of `gpt-4.1-2025-04-14`, whoever provides it. */
function isFamilyOf(name: string, version: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/^(?:.*\/|[a-z-]+:(?:chat:)?(?=[a-z]))/, '');
  const [family, one] = [bare(name), bare(version)];
  return (
    family !== '' &&
    (one === family || /^[-@](?:\d|latest|v\d)/.test(one.startsWith(family) ? one.slice(family.length) : ''))
  );
}

/** The same of a prompt in YAML or JSON, which has it at its top. */
function topSetting(context: Context, path: Scalar | undefined, key: string): Noted | undefined {
  const settings =
    path !== undefined && /\.(?:ya?ml|json|toml)$/i.test(String(path.value))
      ? settingsOf(context, { ...path, value: String(path.value) })
      : undefined;
  const entry = settings?.all.find((one) => one.path.length === 1 && one.path[0] === key);
  return settings && entry && { value: entry.text, line: entry.line, file: settings.file };
}

function frontMatter(context: Context, path: Scalar | undefined, key: string): Noted | undefined {
  const found = findDocument(context, path);
  if (found === undefined || 'proof' in found || found.facts.kind !== 'prose') return undefined;
  const entry = found.facts.prose.frontMatter.get(key);
  return entry && { ...entry, file: found.reference.file };
}
