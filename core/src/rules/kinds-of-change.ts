import { once } from './once.ts';
import type { Context } from './rule.ts';
import { each } from './subject.ts';

/** A kind of change that the contents of the spec allow for, and what it would change. */
export interface KindOfChange {
  readonly kind: string;
  readonly because: string;
}

export const kindsOfChange = once((context: Context): readonly KindOfChange[] => {
  const { spec } = context;
  const connected = each(context, ['sources'], spec.get('sources')).filter(
    ({ value }) => (value.get('status')?.value ?? 'connected') === 'connected',
  );
  const via = (...ways: readonly string[]) =>
    connected.filter(({ value }) => ways.includes(value.get('via')?.value ?? '')).map(({ id }) => id);
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['prompt', each(context, ['prompts'], spec.get('prompts')).map(({ id }) => id)],
    ['model', each(context, ['models'], spec.get('models')).map(({ id }) => id)],
    ['index', each(context, ['indexes'], spec.get('indexes')).map(({ id }) => id)],
    ['connector', via('index', 'api')],
    ['tool', each(context, ['tools'], spec.get('tools')).map(({ id }) => id)],
    ['features', via('features')],
  ];
  return kinds.flatMap(([kind, ids]) => (ids.length === 0 ? [] : [{ kind, because: ids.join(', ') }]));
});
