import type { ArtifactPath } from './evidence/host.ts';
import type { Path } from './spec/place.ts';
import type { Fix, Span } from './text.ts';
import type { Draft } from './yaml/print.ts';

/** The stages a system goes through. `retired` stands outside their order. */
export const stages = ['pilot', 'pre-production', 'production'] as const;
export type Stage = (typeof stages)[number];
export type ClaimedStage = Stage | 'retired';

/** How strong an answer is. */
export type State =
  | 'contradicted'
  | 'missing'
  | 'hollow'
  | 'stale'
  | 'declared'
  | 'unverifiable'
  | 'linked'
  | 'proven'
  | 'waived'
  | 'not-applicable';

/** From weakest to strongest; `declared` and `unverifiable` weigh the same, and both may stand. */
const strength: Readonly<Record<State, number>> = {
  contradicted: 0,
  missing: 1,
  hollow: 2,
  stale: 3,
  declared: 4,
  unverifiable: 4,
  linked: 5,
  proven: 6,
  waived: 7,
  'not-applicable': 8,
};

export function weaker(a: State, b: State): boolean {
  return strength[a] < strength[b];
}

export function weakest(states: Iterable<State>): State {
  let result: State = 'not-applicable';
  for (const state of states) if (weaker(state, result)) result = state;
  return result;
}

/** The most a machine can show for a requirement: some proofs are for people only. */
export type Reach = 'declared' | 'linked' | 'proven';

/** What each stage asks: a pilot names it, pre-production wires it, production proves it. */
const asked: Readonly<Record<Stage, Reach>> = { pilot: 'declared', 'pre-production': 'linked', production: 'proven' };

/** Whether `state` is enough at `stage` for a requirement of that `reach`. */
export function meetsBar(state: State, stage: Stage, reach: Reach): boolean {
  if (state === 'unverifiable') return true;
  const bar = Math.min(strength[asked[stage]], strength[reach]);
  return strength[state] >= bar;
}

/** The least of what a requirement can be shown by and what could be shown of one subject. */
export function lesserReach(a: Reach, b: Reach): Reach {
  return strength[a] <= strength[b] ? a : b;
}

export function stageAtOrBelow(a: Stage, b: Stage): boolean {
  return stages.indexOf(a) <= stages.indexOf(b);
}

/** What a requirement says of one subject. */
export interface Assessment {
  readonly at: { readonly span: Span };
  /** JSON pointer to what was judged. */
  readonly subject: string;
  readonly state: State;
  /** What is wrong or what was found, in the words of the file. */
  readonly reason: string;
  /** The most that could be shown of this subject: `declared` unless artifacts were looked at. */
  readonly reach?: Reach;
  /** What was found in artifacts, good or bad. */
  readonly facts?: readonly Fact[];
  /** The path of the artifact that is not there, or is empty: whoever else names it lacks the same. */
  readonly lacks?: string;
  /** Where the bar is higher from some stage on. */
  readonly shortfalls?: readonly Shortfall[];
  /** What is to be written for it, as placeholders. */
  readonly insert?: readonly Insertion[];
  /** Any other fix. */
  readonly fix?: () => Fix | readonly Fix[] | undefined;
}

/** Something that an artifact says, and where. */
export interface Fact {
  readonly file: ArtifactPath;
  /** From 1; absent where it is said by the file as a whole. */
  readonly line?: number;
  /** A sentence, in the words of the artifact; never a secret. */
  readonly says: string;
  /** How many cases were counted in it, where that is what it says. */
  readonly cases?: number;
}

/** A place in the spec that is to be filled: an entry that is missing, or an item for a list that is there. */
export interface Insertion {
  readonly path: Path;
  readonly draft: Draft;
}

export interface Shortfall {
  readonly from: Stage;
  readonly state: State;
  readonly reason: string;
}
