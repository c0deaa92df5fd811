import type { AnyNode, Mapping } from '../../yaml/tree.ts';
import { at, mappingsIn, placed, scalarsIn, textAt, type YamlPart, yamlDocuments } from '../formats/yaml-documents.ts';

/** Where Alertmanager sends what. */
export interface Routing {
  readonly root: Route;
  readonly receivers: ReadonlyMap<string, Receiver>;
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
    if (part.root?.kind !== 'mapping' || part.broken) continue;
    const isCustom = textAt(part.root, 'kind') === 'AlertmanagerConfig';
    const top = isCustom ? part.root.get('spec') : part.root;
    const route = at(top, 'route');
    const receivers = at(top, 'receivers');
    if (route?.kind !== 'mapping' || receivers?.kind !== 'sequence') continue;
    return { root: routeOf(part, route, undefined, 0), receivers: new Map(receiversOf(part, receivers)) };
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
    routes: below.map((one) => routeOf(part, one, receiver, depth + 1)),
  };
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

/** Whom an alert with these labels may reach; a label that the rule does not set may have any value. */
export function reached({ root, receivers }: Routing, labels: ReadonlyMap<string, string>): readonly Receiver[] {
  const names = new Set<string>();
  walk(root, labels, names);
  return [...names].map((name) => receivers.get(name) ?? { name, line: 0, ways: [] });
}

type Match = 'yes' | 'no' | 'maybe';

/** Adds the receivers of the routes that take it, and says whether some route surely does. */
function walk(route: Route, labels: ReadonlyMap<string, string>, names: Set<string>): void {
  let surely = false;
  for (const below of route.routes) {
    const matches = matchOf(below, labels);
    if (matches === 'no') continue;
    walk(below, labels, names);
    if (matches === 'maybe') continue;
    surely = true;
    if (!below.continues) return;
  }
  if (!surely && route.receiver !== undefined) names.add(route.receiver);
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
