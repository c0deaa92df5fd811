import { alertRules } from '../evidence/alerts/alert-rules.ts';
import { dataSet } from '../evidence/cases/dataset.ts';
import { readApi } from '../evidence/contracts/api.ts';
import { document } from '../evidence/documents/document.ts';
import type { Evidence, Inquiry } from '../evidence/evidence.ts';
import { parsed } from '../evidence/files.ts';
import { numberIn } from '../evidence/formats/leaves.ts';
import { schedulesIn } from '../evidence/jobs/schedules.ts';
import { type Reference, shownPath } from '../evidence/reference.ts';
import { report } from '../evidence/results/report.ts';
import type { Artifact } from '../spec/fields.generated.ts';

type File = Extract<Reference, { kind: 'file' }>;

/** Something in a file that can stand behind `#`. */
export interface Selector {
  readonly text: string;
  /** What it is, in a few words. */
  readonly says: string;
}

const most = 500;

/** What is in the file that `reference` names, of the kind that is meant; nothing where that is not known yet. */
export function selectorsIn(artifact: Artifact, reference: File, evidence: Evidence): readonly Selector[] {
  const read = <F>(inquiry: Inquiry<F>): F | undefined => {
    const answer = evidence.ask(inquiry);
    return answer?.kind === 'read' ? answer.facts : undefined;
  };
  return (readers[artifact]?.(reference, read) ?? []).slice(0, most);
}

type Read = <F>(inquiry: Inquiry<F>) => F | undefined;

const headings = ({ file }: File, read: Read): Selector[] | undefined => {
  const found = read(document(file));
  if (found?.kind !== 'prose') return undefined;
  return found.prose.headings.map(({ slug, text }) => ({ text: slug, says: text }));
};

const schedules = ({ file }: File, read: Read): Selector[] | undefined =>
  read(schedulesIn(file))?.schedules?.map(({ id, timing }) => {
    return { text: id, says: 'text' in timing ? timing.text : 'schedule' };
  });

const pointers = ({ file }: File, read: Read): Selector[] | undefined => {
  const found = read(report(file));
  if (found?.kind !== 'report') return undefined;
  const metrics = found.metrics.map(({ name, value }) => ({ text: name, says: String(value) }));
  // Numbers only: a pointer leads to what was measured.
  const leaves = [...found.leaves.values()].flatMap(({ pointer, text }) =>
    numberIn(text) === undefined ? [] : [{ text: pointer, says: text }],
  );
  return [...metrics, ...leaves];
};

const readers: Readonly<Partial<Record<Artifact, (reference: File, read: Read) => Selector[] | undefined>>> = {
  alert: ({ file }, read) =>
    read(alertRules(file))?.alerts.map(({ name, group }) => ({ text: name, says: group ?? 'alert' })),
  api: ({ file }, read) =>
    read(parsed('api', file, readApi))?.operations.map(({ id, name }) => ({ text: id ?? name, says: name })),
  dataset: (reference, read) => {
    const found = read(dataSet({ ...reference, selector: undefined }, []));
    if (found?.kind !== 'counted') return undefined;
    return [...found.fields].flatMap(([field, { counts = [] }]) =>
      counts.flatMap(({ values, cases }) =>
        values.map((value) => ({ text: `${field}=${value}`, says: cases === 1 ? '1 case' : `${cases} cases` })),
      ),
    );
  },
  'decision-record': headings,
  document: headings,
  result: pointers,
  runbook: headings,
  schedule: schedules,
};

/** As a spec writes it: the file as it is written there, and what is meant in it. */
export function withSelector(written: string, { file }: File, text: string): string {
  const hash = written.indexOf('#');
  return `${hash === -1 ? shownPath(file) : written.slice(0, hash)}#${text}`;
}
