import { durationSeconds } from '../dates.ts';
import type { Model, Source } from '../spec/types.generated.ts';
import { liveMetrics } from './alerts.ts';
import { once } from './once.ts';
import type { Context } from './rule.ts';
import { each, type Subject } from './subject.ts';
import { isHosted } from './traits.ts';

/** What is called at run time and run by others: a source behind an API, or a hosted model. */
export interface Dependency extends Subject<Pick<Model, 'load' | 'limits' | 'resilience' | 'change_notice'>> {
  /** A judge scores afterwards, so nobody waits for it and not every request reaches it. */
  readonly judges: boolean;
}

/** A judge that only works in CI is no part of what runs. */
export const dependencies = once((context: Context): readonly Dependency[] => {
  const metrics = liveMetrics(context).map(({ value }) => value.get('by')?.value);
  return foreign(context).filter(({ id, judges }) => !judges || metrics.includes(id));
});

/** The same, with what is used before a release. */
export const foreign = once((context: Context): readonly Dependency[] => {
  const apis = sourcesInUse(context).filter(({ value }) => value.get('via')?.value === 'api');
  const models = each(context, ['models'], context.spec.get('models')).filter(({ value }) => isHosted(value));
  return [
    ...apis.map((source) => ({ ...(source as unknown as Subject<Model>), judges: false })),
    ...models.map((model) => ({ ...model, judges: model.value.get('role')?.value === 'judge' })),
  ];
});

/** Neither planned nor dropped: what is not there yet has no tests and no outages. */
export const sourcesInUse = once((context: Context): readonly Subject<Source>[] => {
  return each(context, ['sources'], context.spec.get('sources')).filter(
    ({ value }) => (value.get('status')?.value ?? 'connected') === 'connected',
  );
});

/** Whether somebody waits for the answer: by the latency that was promised, or else by who asks. */
export const isInteractive = once(({ spec, numbers }: Context): boolean => {
  const promised = durationSeconds(spec.get('operations')?.get('slo')?.get('p95_latency')?.value ?? '');
  if (promised !== undefined) return promised <= numbers.longestWait * 60;
  const system = spec.get('system');
  const type = system?.get('type')?.value;
  return type === 'rag' || type === 'agent' || (type === 'llm' && system?.get('users') !== undefined);
});
