import { parentOf } from '../../evidence/reference.ts';
import { readCollector } from '../../evidence/telemetry/collector.ts';
import { readEmitter } from '../../evidence/telemetry/emitter.ts';
import type { Found, Seen } from '../found.ts';
import { nameOf } from '../names.ts';
import type { Finder, Surveyed } from '../surveyed.ts';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

/** Where calls of the model are recorded, and the collector that the records pass. */
export const findLogging: Finder = async (repository) => {
  const emitters = await emittersIn(repository);
  const collectors = await collectorsIn(repository);
  const answers: Found[] = [];
  const seen: Seen[] = [];
  const takeOne = (key: string, all: readonly Place[], chosen: Place | undefined) => {
    const reference = chosen && repository.reference(chosen.file);
    if (chosen !== undefined && reference !== undefined) {
      const { file, line } = chosen;
      answers.push({ path: ['logging', key], value: reference, file, line });
    }
    for (const one of all) if (one !== chosen || reference === undefined) seen.push(one);
  };
  takeOne('emitted_by', emitters, onlyOne(emitters));
  takeOne('collector', collectors, onlyOne(collectors) ?? baseOf(collectors));
  return { answers, seen };
};

const code = /\.(?:py|ts|tsx|js|mjs|cjs|go|java|kt|rb|cs)$/i;
const maybe =
  /Instrumentor|traceloop|openlit|logfire|langfuse|autolog|litellm|CallbackHandler|LangChainTracer|wrapOpenAI|wrap_openai|traceable|@observe|gen_ai\./i;
const setUp = /telemetry|observab|tracing|tracer|instrument|otel|langsmith|langfuse/i;
/** So many attributes of the convention make a record of a call. */
const fewestNames = 4;

async function emittersIn(repository: Surveyed): Promise<readonly Place[]> {
  const found: Place[] = [];
  for (const file of repository.paths.filter((path) => code.test(path))) {
    const text = await repository.text(file);
    if (text === undefined || !maybe.test(text)) continue;
    const { instrumentors, names } = readEmitter(text);
    const [first] = instrumentors.filter(
      ({ called }) => !/^(?:observe|traceable|NodeSDK|CallbackHandler|init_telemetry)$/.test(called),
    );
    if (first !== undefined) {
      found.push({ file, line: first.line, what: `${first.called} records calls` });
      continue;
    }
    const own = new Set([...text.matchAll(/["'`]gen_ai\.[a-z_.]+["'`]/g)].map(([name]) => name));
    const line = text.split(/\r?\n/).findIndex((one) => /["'`]gen_ai\./.test(one)) + 1;
    if (own.size >= fewestNames && names.size > 0) found.push({ file, line, what: `${own.size} attributes of a call` });
  }
  return found;
}

async function collectorsIn(repository: Surveyed): Promise<readonly Place[]> {
  const found: Place[] = [];
  for (const file of repository.paths.filter((path) => /\.ya?ml$/i.test(path))) {
    const text = await repository.text(file);
    if (text === undefined || !/\bpipelines\s*:/.test(text) || !/\bservice\s*:/.test(text)) continue;
    const pipelines = readCollector(text)?.pipelines ?? [];
    const [first] = pipelines;
    if (first !== undefined) found.push({ file, line: first.line, what: 'the configuration of a collector' });
  }
  return found;
}

/** The only one, or the only one whose name says that this is what it is for. */
function onlyOne(places: readonly Place[]): Place | undefined {
  if (places.length < 2) return places[0];
  const [told, another] = places.filter(({ file }) => code.test(file) && setUp.test(nameOf(file)));
  return another === undefined ? told : undefined;
}

/** Of `config.yml`, `config-extras.yml` in one folder the first is what the others are laid over. */
function baseOf(places: readonly Place[]): Place | undefined {
  const stem = ({ file }: Place) => file.replace(/\.ya?ml$/i, '');
  return places.find((base) =>
    places.every((one) => parentOf(one.file) === parentOf(base.file) && stem(one).startsWith(stem(base))),
  );
}
