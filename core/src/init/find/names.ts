import { structured } from '../../evidence/formats/structured.ts';
import { catalogOf } from '../../evidence/owners/catalog.ts';
import type { Found } from '../found.ts';
import type { Finder, Surveyed } from '../surveyed.ts';
import { tomlEntries } from '../toml.ts';

/** What a package must be called to be the name of a system. */
const name = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The name of the system, of its package or its entry in a catalogue; and who owns it. */
export const findNames: Finder = async (repository) => {
  const { ofSystem, seen } = repository.owning;
  const answers: Found[] = [];
  const called = await nameIn(repository);
  if (called !== undefined) answers.push({ path: ['system', 'name'], ...called });
  if (ofSystem !== undefined) {
    const { id, file, line, entry } = ofSystem;
    answers.push({ path: ['system', 'owner'], value: id, file, line }, entry);
  }
  return { answers, seen };
};

async function nameIn(repository: Surveyed): Promise<Omit<Found, 'path'> | undefined> {
  const { folder } = repository;
  const below = folder === '' ? '' : `${folder}/`;
  const pyproject = await repository.text(`${below}pyproject.toml`);
  const project = tomlEntries(pyproject ?? '').find(
    ({ table, key }) => key === 'name' && (table === 'project' || table === 'tool.poetry'),
  );
  if (project !== undefined && name.test(project.value))
    return { value: project.value, file: `${below}pyproject.toml`, line: project.line };

  const manifest = structured((await repository.text(`${below}package.json`)) ?? '');
  const entry = manifest.root?.kind === 'mapping' ? manifest.root.entry('name') : undefined;
  const own = entry?.value?.kind === 'scalar' ? String(entry.value.value).replace(/^@[^/]*\//, '') : '';
  if (entry !== undefined && name.test(own))
    return { value: own, file: `${below}package.json`, line: manifest.line(entry.key) };

  const catalog = folder === '' ? await repository.answer(catalogOf('')) : undefined;
  const listed = catalog?.kind === 'read' ? catalog.facts : undefined;
  const [component, another] = (listed?.entries ?? []).filter(({ kind }) => /^(?:component|service)$/i.test(kind));
  if (listed === undefined || component === undefined || another !== undefined || !name.test(component.name))
    return undefined;
  const { path } = listed.file;
  const lines = (await repository.text(path))?.split('\n') ?? [];
  const line = lines.findIndex((text) => text.includes(component.name)) + 1;
  return { value: component.name, file: path, line: Math.max(line, 1) };
}
