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
import { equal, listed, type Matcher } from './matchers.ts';
import { type Holds, intervalsOf } from './mute-times.ts';
import { mayBeTemplate } from './templated-alerts.ts';

/** Where Alertmanager sends what. */
export interface Routing {
  readonly root: Route;
  readonly receivers: ReadonlyMap<string, Receiver>;
  /** When the intervals hold that routes name. */
  readonly intervals: ReadonlyMap<string, Holds>;
  readonly inhibitions: readonly Inhibition[];
  /** Why Alertmanager does not load it: what a line does, such as `is no YAML`. */
  readonly refused?: Placed;
}

export interface Receiver {
  readonly name: string;
  readonly line: number;
  /** How it sends: `slack`, `pagerduty`, `webhook`; empty where it sends nothing. */
  readonly ways: readonly string[];
  /** Channels, mail addresses, names of teams and files of keys: whom it sends to, as far as that stands there. */
  readonly whom: readonly string[];
}

/** While an alert that fits `sources` fires, those that fit `targets` are not sent. */
export interface Inhibition {
  readonly line: number;
  readonly sources: readonly Matcher[];
  readonly targets: readonly Matcher[];
  /** Labels that must be the same on both. */
  readonly equal: readonly string[];
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
      inhibitions: inhibitionsOf(part, at(top, 'inhibit_rules') ?? at(top, 'inhibitRules')),
      refused: refusal(part),
    };
  }
  return undefined;
}

/** Ways of sending that wake nobody. */
const quiet = /^(?:slack|email|msteams|msteamsv2|discord|webex|mattermost|rocketchat)$/;

/** Whether some way of a receiver may wake somebody. */
export function isLoud({ ways }: Pick<Receiver, 'ways'>): boolean {
  return ways.some((way) => !quiet.test(way));
}

function receiversOf(part: YamlPart, list: AnyNode): [string, Receiver][] {
  return mappingsIn(list).flatMap((one): [string, Receiver][] => {
    const name = placed(part, one.get('name'));
    if (name === undefined) return [];
    const ways = one.entries.flatMap(({ key, value }) => {
      const way = /^(.+?)_?[cC]onfigs$/.exec(key.value.slice(0, 100))?.[1];
      return way !== undefined && mappingsIn(value).length > 0 ? [way] : [];
    });
    return [[name.value, { name: name.value, line: name.line, ways, whom: whomOf(one) }]];
  });
}

const longestName = 200;

function whomOf(receiver: Mapping): readonly string[] {
  return receiver.entries.flatMap(({ value }) =>
    mappingsIn(value).flatMap((way) => [
      ...way.entries.flatMap(({ key, value: its }) =>
        its?.kind === 'scalar' && /^(?:channel|to|.*_(?:file|path))$/.test(key.value)
          ? [String(its.value).slice(0, longestName)]
          : [],
      ),
      ...mappingsIn(way.get('responders')).flatMap((one) => textAt(one, 'name')?.slice(0, longestName) ?? []),
    ]),
  );
}

function inhibitionsOf(part: YamlPart, list: AnyNode | undefined): readonly Inhibition[] {
  return mappingsIn(list).map((one) => ({
    line: part.lineOf(one),
    sources: sideOf(one, 'source'),
    targets: sideOf(one, 'target'),
    equal: texts(one.get('equal')),
  }));
}

function sideOf(inhibition: Mapping, side: 'source' | 'target'): readonly Matcher[] {
  return [
    ...equal(inhibition.get(`${side}_match`), false),
    ...equal(inhibition.get(`${side}_match_re`), true),
    ...listed(inhibition.get(`${side}_matchers`) ?? inhibition.get(`${side}Match`)),
  ];
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
