import type { Receiver, Route, Routing } from './alertmanager.ts';
import { type Matcher, matched, wordsFor as wordsIn } from './matchers.ts';

/** A receiver to which a route gives an alert, and what may keep it from sending. */
export interface Taking extends Receiver {
  readonly muted?: Muted;
  /** It gets the alert only if this holds, which is not known. */
  readonly perhaps?: Doubt;
  /** An earlier route takes the alert away if this holds, which is not known. */
  readonly unless?: Doubt;
}

/** What a route asks for, where nobody knows whether an alert has it. */
export interface Doubt {
  readonly matcher: Matcher;
  /** Of the route. */
  readonly line: number;
}

interface Muted {
  readonly holds: 'always' | 'sometimes';
  /** The interval that says so. */
  readonly by: string;
  /** Of the route. */
  readonly line: number;
}

type Way = Pick<Taking, 'muted' | 'perhaps' | 'unless'>;

/** Whom an alert with these labels may reach; a label that the rule does not set may have any value. */
export function reached(routing: Routing, labels: ReadonlyMap<string, string>): readonly Taking[] {
  const taking = new Map<string, Way>();
  walk({ routing, labels, taking }, routing.root, {});
  return [...taking].map(([name, way]) => {
    const receiver = routing.receivers.get(name) ?? { name, line: 0, ways: [], whom: [] };
    return { ...receiver, ...way };
  });
}

interface Walk {
  readonly routing: Routing;
  readonly labels: ReadonlyMap<string, string>;
  readonly taking: Map<string, Way>;
}

/** Adds the receivers of the routes that take it; `doubts` are those of the way to this route. */
function walk(on: Walk, route: Route, doubts: Omit<Way, 'muted'>): void {
  let surely = false;
  let { unless } = doubts;
  for (const below of route.routes) {
    const { match, doubt } = matched(below.matchers, on.labels);
    if (match === 'no') continue;
    const own = doubt && { matcher: doubt, line: below.line };
    walk(on, below, { perhaps: doubts.perhaps ?? own, unless });
    if (own === undefined) surely = true;
    if (own === undefined && !below.continues) return;
    if (own !== undefined && !below.continues) unless ??= own;
  }
  if (surely || route.receiver === undefined) return;
  add(on, route.receiver, { ...doubts, unless, muted: mutedOn(route, on.routing) });
}

/** Of several ways to a receiver the surer one, and the one on which it is not muted, are enough. */
function add({ taking }: Walk, receiver: string, way: Way): void {
  const known = taking.get(receiver);
  if (known === undefined) {
    taking.set(receiver, way);
    return;
  }
  const isSure = ({ perhaps, unless }: Way) => perhaps === undefined && unless === undefined;
  // It gets it either way.
  const isBoth = known.unless === undefined && way.perhaps === undefined && known.perhaps === way.unless;
  const { perhaps, unless } = isBoth ? {} : isSure(known) ? known : way;
  const muted = known.muted === undefined || way.muted?.holds === 'always' ? known.muted : way.muted;
  taking.set(receiver, { perhaps, unless, muted });
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
    for (const word of wordsIn(route.matchers, label)) found.add(word);
    open.push(...route.routes);
  }
  return found;
}
