import { assigned, compared, optionsOf, type ShellOptions, type State, type Status, statusOf } from './shell-status.ts';
import type { ShellCommand, ShellNode } from './shell-syntax.ts';
import { said, wordsOf } from './shell-words.ts';

/** What a script makes of the failure of one of its commands. */
export type Fate =
  /** The script fails too. */
  | { readonly kind: 'fails' }
  /** It ends well; `by` in the words of the script. */
  | { readonly kind: 'lost'; readonly by: string }
  /** It depends on what cannot be told from the text, or the command may not be reached. */
  | { readonly kind: 'unsure'; readonly by: string };

interface Way {
  /** The command that fails, and what it ends with. */
  readonly id: number;
  readonly status: Status;
  readonly functions: Map<string, ShellNode>;
  fuel: number;
}

/** Where a command stands: an error does not stop the script there; what it ends with is asked for there. */
interface Place {
  readonly quiet: boolean;
  readonly asked: boolean;
}

/** Commands that are there to be asked. */
const asking = /^(?:\[\[?\s|\(\(|(?:test|e?grep|fgrep|rg|diff|cmp|which|pgrep)\s|command -v\s|git diff\s)/;

const goesOn = 'its shell goes on after an error';

const mostStates = 32;
const mostSteps = 20_000;

/** What the failure of the command `id` does; of a comparison, that it comes out the way that counts. */
export function fateOf(
  root: ShellNode,
  command: { readonly id: number; readonly text: string },
  options: ShellOptions,
): Fate {
  const failing = fateWith(root, command.id, 1, options);
  if (failing.kind === 'fails' || !asking.test(command.text)) return failing;
  const holding = fateWith(root, command.id, 0, options);
  return holding.kind === 'fails' ? holding : failing;
}

/** Of a command behind `exit 0`, `false &&` and the like. */
export const neverReached = 'the command is never reached';

function fateWith(root: ShellNode, id: number, status: Status, options: ShellOptions): Fate {
  const way: Way = { id, status, functions: new Map(), fuel: mostSteps };
  const start: State = { ...options, goesOn, status: 0, pipe: 0, background: 0, variables: new Map(), hit: false };
  const ends = run(root, [start], way, { quiet: false, asked: false });
  const results = ends.map((end) => ({ ...end, result: end.out ?? end.back ?? end.status }));
  if (way.fuel <= 0) return { kind: 'unsure', by: 'the script is too long to follow' };
  const hit = results.filter((end) => end.hit);
  // A function may be called by what nobody looks into.
  if (hit.length === 0)
    return way.functions.size > 0
      ? { kind: 'unsure', by: 'the command may not be reached' }
      : { kind: 'lost', by: neverReached };
  const lost = hit.find(({ result }) => result === 0);
  const by = lost?.lost ?? hit.find((end) => end.lost !== undefined)?.lost ?? 'what stands around it is not followed';
  if (hit.every(({ result }) => result === 0)) return { kind: 'lost', by };
  if (hit.some(({ result }) => result !== 1)) return { kind: 'unsure', by };
  return results.every(({ result }) => result === 1)
    ? { kind: 'fails' }
    : { kind: 'unsure', by: 'the script may end before the command' };
}

function run(node: ShellNode, states: readonly State[], way: Way, place: Place): readonly State[] {
  const seen = new Map<string, State>();
  for (const state of states) {
    way.fuel -= 1;
    const next = way.fuel <= 0 || isOver(state) ? [state] : runOne(node, state, way, place);
    for (const one of next) seen.set(JSON.stringify([one, [...one.variables]]), one);
    if (seen.size > mostStates) way.fuel = 0;
  }
  return [...seen.values()];
}

function isOver({ out, back }: State): boolean {
  return out !== undefined || back !== undefined;
}

function runOne(node: ShellNode, state: State, way: Way, place: Place): readonly State[] {
  switch (node.kind) {
    case 'simple':
    case 'opaque':
      return command(node, state, way, place).map((one) => checked(one, place));
    case 'list': {
      let states: readonly State[] = [state];
      for (const { node: item, background } of node.items) {
        states = background ? states.flatMap((one) => behind(item, one, way)) : run(item, states, way, place);
      }
      return states;
    }
    case 'chain':
      return chain(node, state, way, place);
    case 'pipe':
      return pipe(node, state, way, place);
    case 'if':
      return branch(node, state, way, place);
    case 'loop':
      return loop(node, state, way, place);
    case 'subshell':
      return run(
        node.body,
        [{ ...state, ...node.options, goesOn: node.options ? goesOn : state.goesOn }],
        way,
        place,
      ).map((one) => checked(left(one, state), place));
    case 'function':
      way.functions.set(node.name, node.body);
      return [{ ...state, status: 0 }];
  }
}

/** Back from a subshell, whose variables and options stay behind. */
function left(inner: State, outer: State): State {
  return { ...outer, status: inner.out ?? inner.back ?? inner.status, hit: inner.hit, lost: inner.lost };
}

/** `set -e` at work. */
function checked(state: State, { quiet }: Place): State {
  if (isOver(state) || quiet) return state;
  if (state.errexit) return state.status === 1 ? { ...state, out: 1 } : { ...state, status: 0 };
  return state.status === 1 && state.hit && state.lost === undefined ? { ...state, lost: state.goesOn } : state;
}

function behind(node: ShellNode, state: State, way: Way): readonly State[] {
  if (isOver(state)) return [state];
  return run(node, [state], way, { quiet: false, asked: false }).map((inner) => {
    const after = left(inner, state);
    const isLost = inner.hit && !state.hit;
    return {
      ...after,
      status: 0,
      background: after.status === 0 ? state.background : after.status,
      lost: isLost ? (inner.lost ?? '`&`') : inner.lost,
    };
  });
}

function chain(node: Extract<ShellNode, { kind: 'chain' }>, state: State, way: Way, place: Place): readonly State[] {
  const asked = node.rest[0]?.op === '||';
  let states = run(node.first, [state], way, { quiet: true, asked });
  for (const [index, { op, node: next }] of node.rest.entries()) {
    const isLast = index === node.rest.length - 1;
    const inner = isLast ? place : { quiet: true, asked: node.rest[index + 1]?.op === '||' };
    states = states.flatMap((one) => {
      if (isOver(one)) return [one];
      const lost = one.lost ?? (one.hit && one.status === 1 ? said(op, next) : undefined);
      const goes: State = { ...one, lost };
      const runs = op === '&&' ? one.status !== 1 : one.status !== 0;
      const skips = op === '&&' ? one.status !== 0 : one.status !== 1;
      return [
        ...(runs
          ? run(next, [{ ...goes, status: one.status === 2 ? (op === '&&' ? 0 : 1) : one.status }], way, inner)
          : []),
        ...(skips ? [{ ...goes, status: op === '&&' ? (1 as const) : (0 as const) }] : []),
      ];
    });
  }
  return states;
}

function pipe(node: Extract<ShellNode, { kind: 'pipe' }>, state: State, way: Way, place: Place): readonly State[] {
  const [only] = node.parts;
  const inner = { quiet: place.quiet || node.not, asked: place.asked || node.not };
  if (node.parts.length === 1 && only !== undefined)
    return run(only, [state], way, inner).map((one) => {
      if (isOver(one)) return one;
      const isHere = one.hit && !state.hit && one.status === 1 && !place.quiet;
      const lost = isHere ? (one.lost ?? '`!`') : one.lost;
      return { ...one, lost, status: one.status === 2 ? 2 : one.status === 1 ? 0 : 1 };
    });
  let ends: readonly { readonly statuses: readonly Status[]; readonly hit: boolean; readonly lost?: string }[] = [
    { statuses: [], hit: state.hit, lost: state.lost },
  ];
  for (const part of node.parts) {
    ends = ends.slice(0, mostStates).flatMap(({ statuses, hit, lost }) =>
      run(part, [{ ...state, hit, lost }], way, inner).map((one) => ({
        statuses: [...statuses, one.out ?? one.back ?? one.status],
        hit: one.hit,
        lost: one.lost,
      })),
    );
  }
  return ends.map(({ statuses, hit, lost }) => {
    const last = statuses.at(-1) ?? 0;
    const any: Status = statuses.includes(1) ? 1 : statuses.includes(2) ? 2 : 0;
    const result = state.pipefail ? any : last;
    const swallowed = hit && !state.hit && any === 1 && result !== 1;
    const status: Status = node.not && result !== 2 ? (result === 1 ? 0 : 1) : result;
    const by = `\`| ${wordsOf(node.parts.at(-1))}\` without pipefail`;
    const after: State = { ...state, status, pipe: statuses[0] ?? 0, hit, lost: lost ?? (swallowed ? by : undefined) };
    return node.not ? after : checked(after, place);
  });
}

function branch(node: Extract<ShellNode, { kind: 'if' }>, state: State, way: Way, place: Place): readonly State[] {
  let open: readonly State[] = [state];
  const done: State[] = [];
  for (const { test, body } of node.arms) {
    const asked = open.flatMap((before) =>
      run(test, [before], way, { quiet: true, asked: true }).map((one): State => {
        const isHere = one.hit && !before.hit && one.lost === undefined;
        return isHere ? { ...one, lost: `\`if ${wordsOf(test)} …\`` } : one;
      }),
    );
    done.push(...asked.filter(isOver));
    const going = asked.filter((one) => !isOver(one));
    done.push(...going.flatMap((one) => (one.status === 1 ? [] : run(body, [{ ...one, status: 0 }], way, place))));
    open = going.filter(({ status }) => status !== 0);
  }
  const rest = open.map((one): State => ({ ...one, status: node.arms.length === 0 ? one.status : 0 }));
  return [...done, ...(node.otherwise === undefined ? rest : run(node.otherwise, rest, way, place))];
}

function loop(
  { how, test, body }: Extract<ShellNode, { kind: 'loop' }>,
  state: State,
  way: Way,
  place: Place,
): readonly State[] {
  if (how === 'for') {
    // Without `set -e` only its last round counts.
    return run(body, [state], way, place).map((one) =>
      !isOver(one) && one.hit && !state.hit && one.status === 1
        ? { ...one, status: 2, lost: one.lost ?? 'a loop' }
        : one,
    );
  }
  return run(test, [state], way, { quiet: true, asked: true }).flatMap((one) => {
    if (isOver(one)) return [one];
    if (one.hit && !state.hit) return [{ ...one, status: 2 as const, out: 2 as const, lost: `\`${how}\`` }];
    return [{ ...one, status: 0 as const }, ...run(body, [{ ...one, status: 0 }], way, place)];
  });
}

/** What a command substitutes runs before it; only where it does nothing but give it to a variable, its end counts. */
function command(node: ShellCommand, state: State, way: Way, place: Place): readonly State[] {
  let states: readonly State[] = [state];
  for (const script of node.within) {
    // bash leaves `set -e` behind in a substitution, unless it is told otherwise.
    const inner = states.map((one): State => ({ ...one, errexit: false }));
    states = inner.flatMap((one) =>
      run(script, [one], way, { quiet: true, asked: place.asked }).map((end) => left(end, state)),
    );
  }
  return states.flatMap((inner): readonly State[] => {
    const isHere = inner.hit && !state.hit && inner.lost === undefined;
    if (node.assigns && node.within.length > 0 && node.id !== way.id) {
      const lost = isHere && inner.status === 0 ? '`$(…)`' : inner.lost;
      return [{ ...assigned(node.text.trim(), inner), status: inner.status, lost }];
    }
    const after = isHere ? { ...inner, lost: `\`${wordsOf(node)} …$(…)\`` } : inner;
    return simple(node, { ...after, status: state.status }, way, place);
  });
}

function simple(node: ShellCommand, state: State, way: Way, { quiet, asked }: Place): readonly State[] {
  const text = node.text.trim();
  if (node.id === way.id) {
    if (node.kind === 'opaque') return [{ ...state, hit: true, status: 2, out: 2, lost: '`case`' }];
    return [{ ...state, hit: true, status: way.status }];
  }
  const [, ends, what = ''] = /^(exit|return)(?:\s+(\S+))?(?:\s|$)/.exec(text) ?? [];
  if (ends !== undefined) {
    const status = what === '' ? state.status : statusOf(what, state);
    return [ends === 'exit' ? { ...state, out: status } : { ...state, back: status }];
  }
  if (/^set\s/.test(text)) return [{ ...state, ...optionsOf(text, state), goesOn: '`set +e`', status: 0 }];
  // What it runs at the end may end it otherwise.
  if (/^trap\s.*\bexit\b/s.test(text)) return [{ ...state, out: 2, hit: true, lost: '`trap`' }];
  if (/^wait\s+\S/.test(text) && state.background !== 0)
    return [0 as const, 1 as const].map((status) => ({ ...state, status, lost: status === 0 ? '`wait`' : state.lost }));
  if (/^(?:true|:|echo|printf|cd|mkdir|export|local|declare|readonly|typeset|sleep)(?:\s|$)/.test(text))
    return [{ ...state, status: 0 }];
  if (/^false(?:\s|$)/.test(text)) return [{ ...state, status: 1 }];
  if (/^[A-Za-z_]\w*\+?=(?:\S*$|["'$])/.test(text)) return [assigned(text, state)];
  if (/^\(\(\s*\w+\s*(?:\+\+|\+=)/.test(text))
    return [{ ...state, status: 0, variables: new Map([...state.variables, [/\w+/.exec(text)?.[0] ?? '', 1]]) }];
  if (asking.test(text)) return [{ ...state, status: compared(text, state) }];
  const body = way.functions.get(text.split(/\s/)[0] ?? '');
  if (body !== undefined) {
    return run(body, [state], way, { quiet, asked: false }).map(({ back, ...one }) =>
      back === undefined ? one : { ...one, status: back },
    );
  }
  return [{ ...state, status: asked ? 2 : 0 }];
}
