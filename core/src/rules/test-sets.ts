import type { Dataset } from '../spec/types.generated.ts';
import type { Context } from './rule.ts';
import { each, type Subject } from './subject.ts';

export const dataSets = ['evaluation', 'datasets'] as const;

/** The data sets that are measured on; one that does not say what it is for is one of them. */
export function testSets(context: Context): Subject<Dataset>[] {
  const all = each(context, dataSets, context.spec.get('evaluation')?.get('datasets'));
  return all.filter(({ value }) => value.get('use')?.value !== 'tune');
}

/** Under which id a fix writes the first one. */
export const firstTestSet = [...dataSets, 'todo-data-set'] as const;

/** The kinds of difficult cases that a data set holds. */
export function kindsOf({ value }: Subject<Dataset>): string[] {
  return (value.get('edge_cases')?.get('kinds')?.items ?? []).flatMap((kind) => kind?.value ?? []);
}
