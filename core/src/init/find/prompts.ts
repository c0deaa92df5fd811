import { frontMatterOf } from '../../evidence/documents/front-matter.ts';
import { parentOf } from '../../evidence/reference.ts';
import type { Found, Seen } from '../found.ts';
import { idOf, nameOf } from '../names.ts';
import type { Finder } from '../surveyed.ts';

const inFolder = /(?:^|\/)(?:system[_-])?prompts?\/.*\.(?:txt|md|prompt|prompty|j2|jinja2?|mustache|hbs|tmpl)$/i;
const byName = /(?:^|\/)(?:[^/]*\.prompt(?:y|\.md|\.txt)?|[^/]*[_-]prompt(?:[_-][^/]*)?\.(?:txt|md|j2|jinja2?))$/i;
const about = /^(?:readme|changelog|contributing|license|notice|index|agents|claude)\b/i;
/** Files that are versions of one prompt: `extraction/v1.1.0.txt`. */
const versioned = /^v?\d+(?:[._-]\d+)*\.[a-z0-9]+$/i;

const most = 20;

/** Files that are prompts, with the version in their front matter and the owner of their path. */
export const findPrompts: Finder = async (repository) => {
  const answers: Found[] = [];
  const seen: Seen[] = [];
  const files = repository.paths.filter(
    (path) => (inFolder.test(path) || byName.test(path)) && !about.test(nameOf(path)) && !/(?:^|\/)docs?\//.test(path),
  );
  const prompts = new Map<string, readonly string[]>();
  for (const path of files) {
    const key = versioned.test(nameOf(path)) ? `${parentOf(path)}/` : path;
    prompts.set(key, [...(prompts.get(key) ?? []), path]);
  }
  const ids = new Set<string>();
  for (const [key, versions] of prompts) {
    // Of several versions, which one runs is not said here: the folder holds it.
    const [file = key] = versions;
    const path = versions.length === 1 ? file : key;
    const reference = repository.reference(path);
    const base = idOf(nameOf(key.replace(/\/$/, '')).replace(/(?:\.[a-z0-9]+)+$/i, ''));
    const id = base !== undefined && ids.has(base) ? idOf(key.replace(/\.[a-z0-9]+$/i, '')) : base;
    if (reference === undefined || id === undefined || ids.has(id)) continue;
    if (ids.size >= most) {
      seen.push({ what: 'another prompt', file });
      continue;
    }
    ids.add(id);
    answers.push({ path: ['prompts', id, 'path'], value: reference, file, line: 1 });
    if (versions.length === 1) {
      const lines = (await repository.text(file))?.split(/\r?\n/) ?? [];
      const version = frontMatterOf(lines).entries.get('version');
      if (version !== undefined && version.value.length <= 60)
        answers.push({ path: ['prompts', id, 'version'], value: version.value, file, line: version.line });
    } else seen.push({ what: `${versions.length} versions of the prompt "${id}"`, file });
    const owner = repository.owning.of(file);
    if (owner !== undefined) {
      const { file: by, line } = owner;
      answers.push({ path: ['prompts', id, 'owner'], value: owner.id, file: by, line }, owner.entry);
    }
  }
  return { answers, seen };
};
