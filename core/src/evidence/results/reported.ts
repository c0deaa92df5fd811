import type { Leaf } from '../formats/leaves.ts';
import type { Slip } from '../formats/slip.ts';
import type { Stated } from './report-stated.ts';

/** What a report of measured values says, or why nobody can tell. */
export type Report = ReadReport | ({ readonly kind: 'unclear' } & Unclear);

export interface Unclear {
  readonly why: string;
  /** Nothing can load the file. */
  readonly slip?: Slip;
}

export interface ReadReport extends Stated {
  readonly kind: 'report';
  /** How a message calls the kind of file. */
  readonly format: string;
  /** Every single value by its JSON pointer. */
  readonly leaves: ReadonlyMap<string, Leaf>;
  /** Measures by name, of formats that have them in a place of their own. */
  readonly metrics: readonly Metric[];
}

export interface Metric {
  readonly name: string;
  readonly value: number;
  /** The prompt and provider, or the suite, that it is a measure of, where the report has several. */
  readonly of?: string;
  readonly cases?: number;
  /** How many cases have no value. */
  readonly missing?: number;
  readonly line?: number;
}

/** What a format has in places of its own; the rest is found by the usual names. */
export type Special = Partial<Omit<ReadReport, 'kind' | 'leaves'>> & Pick<ReadReport, 'format'>;
