import { type State, weaker } from '../assessment.ts';
import type { Analysis, JudgedAssessment } from '../check.ts';
import { hiding } from '../conceal.ts';
import { pointer } from '../spec/document.ts';
import type { Model, Spec } from '../spec/types.generated.ts';
import type { Span } from '../text.ts';
import type { Mapping } from '../yaml/tree.ts';

/** The system as its spec draws it: what it reads, what answers, who uses it, and who hears of it when it fails. */
export interface SystemMap {
  readonly nodes: readonly MapNode[];
  readonly links: readonly MapLink[];
}

export interface MapNode {
  /** Unique in the map; the JSON pointer of what it stands for, where it stands for something in the spec. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** A few more words: the type, the stage, how often. */
  readonly detail?: string;
  readonly owner?: string;
  /** The weakest of what is asked of it; absent where nothing is. */
  readonly state?: State;
  readonly span?: Span;
}

export type NodeKind = 'source' | 'index' | 'tool' | 'model' | 'system' | 'users' | 'log' | 'alert' | 'owner';

export interface MapLink {
  readonly from: string;
  readonly to: string;
  /** What goes along it. */
  readonly says: string;
}

/** Draws the accepted view: what has no form yet is not there. */
export function systemMap(analysis: Pick<Analysis, 'doc' | 'assessments' | 'secrets'>): SystemMap {
  const { doc, assessments } = analysis;
  const { spec } = doc;
  const states = statesByPlace(assessments);
  const nodes = [...dependencies(spec), ...centre(spec), ...watch(spec)];
  const links = linksOf(spec, new Set(nodes.map(({ id }) => id)));
  const told = new Set(links.map(({ to }) => to));
  const owners = entriesOf(spec.get('owners')).filter(([id]) => told.has(pointer(['owners', id])));
  const drawn = [...nodes, ...owners.map(([id, , span]) => owner(spec, id, span))];
  const hide = hiding(doc.text, analysis.secrets);
  return {
    nodes: drawn.map((node) => {
      const { name, detail, owner } = node;
      return {
        ...node,
        name: hide(name),
        detail: detail && hide(detail),
        owner: owner && hide(owner),
        state: states.get(node.id),
      };
    }),
    links: links.map((link) => ({ ...link, says: hide(link.says) })),
  };
}

type Drawn = Omit<MapNode, 'state'>;

/** What the system reads, asks and calls. */
function dependencies(spec: Mapping<Spec>): Drawn[] {
  return [
    ...entriesOf(spec.get('sources')).map(([id, source, span]) => {
      const detail =
        source.get('status')?.value === 'connected' ? source.get('system')?.value : source.get('status')?.value;
      return {
        id: pointer(['sources', id]),
        kind: 'source',
        name: id,
        detail,
        owner: source.get('owner')?.value,
        span,
      } as const;
    }),
    ...entriesOf(spec.get('indexes')).map(([id, index, span]) => {
      const age = index.get('max_age')?.value;
      const detail = age === undefined ? undefined : `at most ${age} old`;
      return {
        id: pointer(['indexes', id]),
        kind: 'index',
        name: id,
        detail,
        owner: index.get('refresh')?.get('owner')?.value,
        span,
      } as const;
    }),
    ...entriesOf(spec.get('models')).map(([id, model, span]) => {
      const detail = model.get('version')?.value;
      return {
        id: pointer(['models', id]),
        kind: 'model',
        name: id,
        detail,
        owner: model.get('owner')?.value,
        span,
      } as const;
    }),
    ...entriesOf(spec.get('tools')).map(([id, tool, span]) => {
      const detail = tool.get('effect')?.value;
      return {
        id: pointer(['tools', id]),
        kind: 'tool',
        name: id,
        detail,
        owner: tool.get('owner')?.value,
        span,
      } as const;
    }),
  ];
}

function centre(spec: Mapping<Spec>): Drawn[] {
  const system = spec.get('system');
  const users = system?.get('users');
  const said = (...words: readonly unknown[]) => words.filter((word) => word !== undefined).join(', ');
  return [
    {
      id: systemId,
      kind: 'system',
      name: system?.get('name')?.value ?? 'the system',
      detail: said(system?.get('type')?.value, system?.get('stage')?.value),
      owner: spec.get('operations')?.get('run_owner')?.value ?? system?.get('owner')?.value,
      span: spec.entry('system')?.key.span,
    },
    {
      id: usersId,
      kind: 'users',
      name: 'users',
      detail: said(users?.get('count')?.value, users?.get('exposure')?.value),
      span: system?.entry('users')?.key.span,
    },
  ];
}

/** What tells that something is wrong. */
function watch(spec: Mapping<Spec>): Drawn[] {
  const calls = spec.get('logging')?.get('calls')?.value;
  const detail = calls === undefined ? undefined : `${calls} of calls`;
  const log: Drawn = { id: logId, kind: 'log', name: 'call log', detail, span: spec.entry('logging')?.key.span };
  const alerts = entriesOf(spec.get('monitoring')?.get('alerts')).map(([id, alert, span]): Drawn => {
    return {
      id: pointer(['monitoring', 'alerts', id]),
      kind: 'alert',
      name: id,
      detail: alert.get('severity')?.value,
      span,
    };
  });
  return spec.get('logging') === undefined ? alerts : [log, ...alerts];
}

function owner(spec: Mapping<Spec>, name: string, span: Span): Drawn {
  const detail = spec.get('owners')?.get(name)?.get('team')?.value;
  return { id: pointer(['owners', name]), kind: 'owner', name, detail, span };
}

const systemId = '/system';
const usersId = '/system/users';
const logId = '/logging';

function linksOf(spec: Mapping<Spec>, drawn: ReadonlySet<string>): MapLink[] {
  const links: MapLink[] = [];
  const link = (from: string, to: string, says: string) => links.push({ from, to, says });

  for (const [id, source] of entriesOf(spec.get('sources'))) {
    const via = source.get('via')?.value;
    if (via === 'index' || source.get('status')?.value === 'dropped') continue;
    const trained =
      via === 'training' ? entriesOf(spec.get('models')).filter(([, model]) => learnsFrom(model, id)) : [];
    for (const [model] of trained) link(pointer(['sources', id]), pointer(['models', model]), 'trains');
    if (trained.length === 0) link(pointer(['sources', id]), systemId, via ?? 'read by');
  }
  for (const [id, index] of entriesOf(spec.get('indexes'))) {
    for (const from of index.get('from')?.items ?? []) {
      if (from !== undefined) link(pointer(['sources', from.value]), pointer(['indexes', id]), 'indexed in');
    }
    link(pointer(['indexes', id]), systemId, 'searched by');
  }
  for (const [id, model] of entriesOf(spec.get('models'))) {
    const serves = entriesOf(spec.get('indexes')).filter(([, index]) => index.get('embedding')?.value === id);
    for (const [index] of serves) link(pointer(['models', id]), pointer(['indexes', index]), 'embeds for');
    const role = model.get('role')?.value;
    if (serves.length === 0) link(pointer(['models', id]), systemId, role === undefined ? 'serves' : `${role}s for`);
  }
  for (const [id] of entriesOf(spec.get('tools'))) link(systemId, pointer(['tools', id]), 'calls');
  link(systemId, usersId, 'answers');
  if (drawn.has(logId)) link(systemId, logId, 'logged in');
  for (const [id, alert] of entriesOf(spec.get('monitoring')?.get('alerts'))) {
    link(
      drawn.has(logId) ? logId : systemId,
      pointer(['monitoring', 'alerts', id]),
      alert.get('metric')?.value ?? 'watched by',
    );
    const notify = alert.get('notify')?.value;
    if (notify !== undefined)
      link(pointer(['monitoring', 'alerts', id]), pointer(['owners', notify]), alert.get('severity')?.value ?? 'tells');
  }
  const owners = new Set(entriesOf(spec.get('owners')).map(([id]) => pointer(['owners', id])));
  const known = (id: string) => drawn.has(id) || owners.has(id);
  return links.filter(({ from, to }) => known(from) && known(to));
}

function learnsFrom(model: Mapping<Model>, source: string): boolean {
  return (
    model
      .get('training')
      ?.get('from')
      ?.items.some((from) => from?.value === source) ?? false
  );
}

/** The weakest state of what is asked of a place or of a part of it, by JSON pointer. */
function statesByPlace(assessments: readonly JudgedAssessment[]): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const { subject, state } of assessments) {
    for (let place = subject; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
      const known = states.get(place);
      if (known === undefined || weaker(state, known)) states.set(place, state);
    }
  }
  return states;
}

/** Entries of a map that hold something, with the span of their keys. */
function entriesOf<T extends object>(
  map: Mapping<{ readonly [id: string]: T }> | undefined,
): readonly (readonly [id: string, value: Mapping<T>, span: Span])[] {
  return (map?.entries ?? []).flatMap(({ key, value }) =>
    value === undefined ? [] : [[key.value, value as unknown as Mapping<T>, key.span] as const],
  );
}
