import type { AnyNode, Mapping } from '../../yaml/tree.ts';
import {
  at,
  mappingsIn,
  type Placed,
  placed,
  refusal,
  scalarsIn,
  textAt,
  type YamlPart,
  yamlDocuments,
} from '../formats/yaml-documents.ts';
import { type Holds, intervalsOf } from './mute-times.ts';
import { mayBeTemplate } from './templated-alerts.ts';

/** Where Alertmanager sends what. */
export interface Routing {
  readonly root: Route;
  readonly receivers: ReadonlyMap<string, Receiver>;
  /** When the intervals hold that routes name. */
  readonly intervals: ReadonlyMap<string, Holds>;
  /** Why Alertmanager does not load it: what a line does, such as `is no YAML`. */
  readonly refused?: Placed;
}

export interface Receiver {
  readonly name: string;
  readonly line: number;
  /** How it sends: `slack`, `pagerduty`, `webhook`; empty where it sends nothing. */
  readonly ways: readonly string[];
}

export interface Route {
  readonly receiver: string | undefined;
  readonly line: number;
  readonly matchers: readonly Matcher[];
  readonly continues: boolean;
  /** Names of intervals in which it sends nothing, and of those outside of which it sends nothing. */
  readonly mutedIn: readonly string[];
  readonly activeIn: readonly string[];
  readonly routes: readonly Route[];
}

export interface Matcher {
  readonly label: string;
  readonly not: boolean;
  /** The values it accepts; `undefined` for a pattern that is more than a list of words. */
  readonly values: readonly string[] | undefined;
}

const deepest = 50;

/** Routes and receivers of a configuration of Alertmanager, or of an AlertmanagerConfig; `undefined` for any other text. */
export function readRouting(text: string): Routing | undefined {
  for (const part of yamlDocuments(text)) {
    if (part.root?.kind !== 'mapping' || (part.broken && mayBeTemplate(text))) continue;
    const isCustom = textAt(part.root, 'kind') === 'AlertmanagerConfig';
    const top = isCustom ? part.root.get('spec') : part.root;
    const route = at(top, 'route');
    const receivers = at(top, 'receivers');
    if (route?.kind !== 'mapping' || receivers?.kind !== 'sequence') continue;
    return {
      root: routeOf(part, route, undefined, 0),
      receivers: new Map(receiversOf(part, receivers)),
      intervals: intervalsOf(top),
      refused: refusal(part),
    };
  }
  return undefined;
}

function receiversOf(part: YamlPart, list: AnyNode): [string, Receiver][] {
  return mappingsIn(list).flatMap((one): [string, Receiver][] => {
    const name = placed(part, one.get('name'));
    if (name === undefined) return [];
    const ways = one.entries.flatMap(({ key, value }) => {
      const way = /^(.+?)_?[cC]onfigs$/.exec(key.value.slice(0, 100))?.[1];
      return way !== undefined && mappingsIn(value).length > 0 ? [way] : [];
    });
    return [[name.value, { name: name.value, line: name.line, ways }]];
  });
}

function routeOf(part: YamlPart, node: Mapping, inherited: string | undefined, depth: number): Route {
  const receiver = textAt(node, 'receiver') ?? inherited;
  const below = depth > deepest ? [] : mappingsIn(node.get('routes'));
  return {
    receiver,
    line: part.lineOf(node),
    matchers: [
      ...equal(node.get('match'), false),
      ...equal(node.get('match_re') ?? node.get('matchRe'), true),
      ...listed(node.get('matchers')),
    ],
    continues: textAt(node, 'continue') === 'true',
    mutedIn: texts(node.get('mute_time_intervals') ?? node.get('muteTimeIntervals')),
    activeIn: texts(node.get('active_time_intervals') ?? node.get('activeTimeIntervals')),
    routes: below.map((one) => routeOf(part, one, receiver, depth + 1)),
  };
}

function texts(list: AnyNode | undefined): readonly string[] {
  return scalarsIn(list).map(({ value }) => String(value));
}

function equal(node: AnyNode | undefined, isPattern: boolean): readonly Matcher[] {
  if (node?.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) => {
    if (value?.kind !== 'scalar') return [];
    const text = String(value.value);
    return [{ label: key.value, not: false, values: isPattern ? words(text) : [text] }];
  });
}

/** Lines such as `severity="page"` or `team=~"a|b"`, or mappings of the custom resource. */
function listed(node: AnyNode | undefined): readonly Matcher[] {
  const written = scalarsIn(node).flatMap(({ value }) => parts(String(value)));
  const mapped = mappingsIn(node).map((one): Matcher => {
    const type = textAt(one, 'matchType') ?? (textAt(one, 'regex') === 'true' ? '=~' : '=');
    const value = textAt(one, 'value') ?? '';
    return {
      label: textAt(one, 'name') ?? '',
      not: type.startsWith('!'),
      values: type.endsWith('~') ? words(value) : [value],
    };
  });
  return [...written, ...mapped];
}

function parts(text: string): readonly Matcher[] {
  const inner = text
    .slice(0, 5000)
    .trim()
    .replace(/^\{|\}$/g, '');
  return [...inner.matchAll(/([A-Za-z_][\w.]*)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^,"'\s]+))/g)].map(
    ([, label = '', operator = '=', double, single, plain]): Matcher => {
      const value = double ?? single ?? plain ?? '';
      return { label, not: operator.startsWith('!'), values: operator.endsWith('~') ? words(value) : [value] };
    },
  );
}

/** A pattern that is a list of words. Patterns of somebody else are not run. */
function words(pattern: string): readonly string[] | undefined {
  const inner = /^\^?(?:\((?:\?:)?([^()]*)\)|([^()]*))\$?$/.exec(pattern.slice(0, 5000));
  const text = inner?.[1] ?? inner?.[2];
  if (text === undefined || !/^[\w /:@-]*(?:\|[\w /:@-]*)*$/.test(text)) return undefined;
  return text.split('|');
}

/** A receiver to which a route gives an alert, and what may keep it from sending. */
export interface Taking extends Receiver {
  readonly muted?: Muted;
}

interface Muted {
  readonly holds: 'always' | 'sometimes';
  /** The interval that says so. */
  readonly by: string;
  /** Of the route. */
  readonly line: number;
}

/** Whom an alert with these labels may reach; a label that the rule does not set may have any value. */
export function reached(routing: Routing, labels: ReadonlyMap<string, string>): readonly Taking[] {
  const taking = new Map<string, Muted | undefined>();
  walk(routing, routing.root, labels, taking);
  return [...taking].map(([name, muted]) => {
    const receiver = routing.receivers.get(name) ?? { name, line: 0, ways: [] };
    return muted === undefined ? receiver : { ...receiver, muted };
  });
}

type Match = 'yes' | 'no' | 'maybe';

/** Adds the receivers of the routes that take it, and says whether some route surely does. */
function walk(
  routing: Routing,
  route: Route,
  labels: ReadonlyMap<string, string>,
  taking: Map<string, Muted | undefined>,
): void {
  let surely = false;
  for (const below of route.routes) {
    const matches = matchOf(below, labels);
    if (matches === 'no') continue;
    walk(routing, below, labels, taking);
    if (matches === 'maybe') continue;
    surely = true;
    if (!below.continues) return;
  }
  if (surely || route.receiver === undefined) return;
  // One way on which it is not muted is enough.
  const muted = mutedOn(route, routing);
  if (!taking.has(route.receiver)) taking.set(route.receiver, muted);
  else if (muted?.holds !== 'always' && taking.get(route.receiver) !== undefined) taking.set(route.receiver, muted);
}

/** Routes do not hand their intervals down. */
function mutedOn({ mutedIn, activeIn, line }: Route, { intervals }: Routing): Muted | undefined {
  const named = mutedIn.map((by) => ({ by, holds: intervals.get(by) ?? 'sometimes' }));
  const muting = named.find(({ holds }) => holds === 'always') ?? named.find(({ holds }) => holds === 'sometimes');
  if (muting?.holds === 'always') return { by: muting.by, holds: 'always', line };
  const active = activeIn.map((by) => ({ by, holds: intervals.get(by) ?? 'sometimes' }));
  const [first] = active;
  if (first !== undefined && active.every(({ holds }) => holds === 'never')) return { ...first, holds: 'always', line };
  const isNarrow = first !== undefined && active.every(({ holds }) => holds !== 'always');
  const by = muting?.by ?? (isNarrow ? first.by : undefined);
  return by === undefined ? undefined : { by, holds: 'sometimes', line };
}

/** The values by which routes tell alerts apart in this label, as they are written. */
export function wordsFor({ root }: Routing, label: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [root];
  for (let route = open.pop(); route !== undefined; route = open.pop()) {
    for (const one of route.matchers)
      if (one.label === label && !one.not) for (const value of one.values ?? []) found.add(value);
    open.push(...route.routes);
  }
  return found;
}

function matchOf({ matchers }: Route, labels: ReadonlyMap<string, string>): Match {
  let result: Match = 'yes';
  for (const { label, not, values } of matchers) {
    const value = labels.get(label);
    if (value === undefined || values === undefined || value.includes('{{')) {
      result = 'maybe';
      continue;
    }
    if (values.includes(value) === not) return 'no';
  }
  return result;
}
