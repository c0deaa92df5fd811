import type { ArtifactPath } from '../../evidence/host.ts';
import { type Carrying, carrying, type Layer, leadingOut, type Processor } from '../../evidence/telemetry/collector.ts';

/** A processor that works in a pipeline with records; what is only defined does nothing. */
export interface Worker {
  readonly id: string;
  readonly pipeline: string;
  readonly file: ArtifactPath;
  readonly processor: Processor;
}

/** The processors that work in pipelines with records. */
export function working(layers: readonly Layer[]): readonly Worker[] {
  return carrying(layers).flatMap((one) => workersIn(one, layers));
}

/** A way by which records reach a place where they stay, and all that works on them before. */
export interface Route extends Carrying {
  readonly workers: readonly Worker[];
}

export function routesOf(layers: readonly Layer[]): readonly Route[] {
  return carrying(layers)
    .filter(({ pipeline }) => leadingOut(pipeline, layers).length > 0)
    .map((one) => ({ ...one, workers: through(one, layers, new Set()) }));
}

/** Also of the pipelines that lead into this one by a connector. */
function through(one: Carrying, layers: readonly Layer[], known: Set<string>): readonly Worker[] {
  const { id, receivers } = one.pipeline;
  if (known.has(id)) return [];
  known.add(id);
  // A receiver and an exporter may have one name, as `otlp` has, and be no connector.
  const joining = receivers.filter((name) => layers.some(({ collector }) => collector.connectors.has(name)));
  const before = carrying(layers).filter(({ pipeline }) => pipeline.exporters.some((name) => joining.includes(name)));
  return [...before.flatMap((other) => through(other, layers, known)), ...workersIn(one, layers)];
}

function workersIn({ pipeline }: Carrying, layers: readonly Layer[]): readonly Worker[] {
  return pipeline.processors.flatMap((id) => {
    // Of what several files define the last one loaded counts.
    const layer = layers.findLast(({ collector }) => collector.processors.has(id));
    const processor = layer?.collector.processors.get(id);
    return layer === undefined || processor === undefined
      ? []
      : [{ id, pipeline: pipeline.id, file: layer.file, processor }];
  });
}
