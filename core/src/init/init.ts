import type { ArtifactHost } from '../evidence/host.ts';
import type { SpecFolder } from '../evidence/reference.ts';
import { fieldAt } from '../spec/field-tree.ts';
import { draft, type FirstSpec, type Given } from './draft.ts';
import { findType } from './find/type.ts';
import type { Found } from './found.ts';
import { type Survey, survey } from './survey.ts';
import { look } from './surveyed.ts';

export type Initial = FirstSpec & Pick<Survey, 'seen' | 'files' | 'whole'>;

/**
 * A first spec for the system in `folder`, made of what the files of the repository say. Nothing is answered that no
 * file says, but for type and stage where they are given; a spec without a stage would be judged by none, so it is a pilot.
 */
export async function initialSpec(host: ArtifactHost, folder: SpecFolder, given: Given): Promise<Initial> {
  const { answers, seen, files, whole } = await survey(host, folder);
  const own = given.type === undefined ? answers : answers.filter(({ path }) => path.join('.') !== 'system.type');
  return { ...draft(own, given), seen, files, whole };
}

/** The type of the system in `folder`, with the place that shows it; nothing but this is looked for. */
export async function shownType(host: ArtifactHost, folder: SpecFolder): Promise<Found | undefined> {
  const { answers } = await findType(await look(host, folder));
  return answers[0];
}

/** Those that a spec can have. */
export function systemTypes(): readonly string[] {
  return fieldAt(['system', 'type'])?.field?.values ?? [];
}

/** One line for each answer, by section, with the place it was read; then what was seen and not used. */
export function foundTable({ answers, seen, files, whole }: Initial): string {
  const rows = answers.map(({ path, value, file, line }) => ({
    section: path[0] ?? '',
    group: path[1] ?? '',
    cells: [path.join('.'), typeof value === 'string' ? value : value.join(', '), `← ${file}:${line}`] as const,
  }));
  const width = (at: 0 | 1) => Math.min(56, Math.max(0, ...rows.map(({ cells }) => cells[at].length)));
  const [first, second] = [width(0), width(1)];
  const lines = rows
    .toSorted((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section) || order(a.group, b.group))
    .map(({ cells: [path, value, place] }) => `  ${path.padEnd(first)}  ${value.padEnd(second)}  ${place}`);
  const found = lines.length === 0 ? [] : ['Found:', ...lines, ''];
  const unused = seen.slice(0, mostSeen).map(({ what, file, line }) => {
    return `  ${what}  ${line === undefined ? file : `${file}:${line}`}`;
  });
  const more = seen.length > mostSeen ? [`  and ${seen.length - mostSeen} more`] : [];
  const left = unused.length === 0 ? [] : ['Seen and not used, for you to judge:', ...unused, ...more, ''];
  const budget = whole ? [] : [`There are more files than the ${files} that were looked at.`, ''];
  return [...found, ...left, ...budget].join('\n');
}

/** What alerts watch stands before them; the rest as it was found. */
function order(a: string, b: string): number {
  return a === b ? 0 : Number(b === 'metrics') - Number(a === 'metrics');
}

const mostSeen = 40;

const sections = [
  'system',
  'owners',
  'sources',
  'models',
  'prompts',
  'indexes',
  'tools',
  'evaluation',
  'logging',
  'monitoring',
  'operations',
  'governance',
];

/** `12 answers found in this repository, 40 to fill in, of which 9 block pilot` */
export function foundSummary({ answers, open, blocking, stage }: Omit<FirstSpec, 'text'>): string {
  const found = answers.length === 1 ? '1 answer' : `${answers.length} answers`;
  const stops = blocking.length === 1 ? '1 blocks' : `${blocking.length} block`;
  const which = blocking.length === 0 ? '' : `, of which ${stops} ${stage}`;
  return `${found} found in this repository, ${open.length} to fill in${which}`;
}
