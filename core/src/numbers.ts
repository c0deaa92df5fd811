/** A number that requirements hold answers against. A configuration may change it; no rule has one of its own. */
export interface DefaultNumber {
  readonly value: number;
  readonly unit: Unit;
  /** Which way a change makes the rule stricter. */
  readonly stricter: 'less' | 'more';
  /** What it decides, for a person who considers changing it. */
  readonly decides: string;
  /** Why this much. "Judgement" means that no source sets it. */
  readonly reason: string;
}

/** Days and minutes are written as durations (`30d`), shares as `10%`, the others as plain numbers. */
export type Unit = 'days' | 'minutes' | 'percent' | 'count' | 'score';

/** By area, in the order of the language. A configuration calls them by the same names in kebab-case. */
export const defaultNumbers = {
  // Any date, any duration
  farthestAhead: {
    value: 3653,
    unit: 'days',
    stricter: 'less',
    decides: 'How far ahead a date may lie, and how long a duration may be that is not about keeping something.',
    reason: 'Judgement: in ten years neither the team nor the system is the same.',
  },

  // Sources
  longestCopyAge: {
    value: 30,
    unit: 'days',
    stricter: 'less',
    decides: 'How old a copy of production data may be.',
    reason: 'Judgement: a month later the copy lacks a month of what users ask about.',
  },
  longestConnectorTestAge: {
    value: 180,
    unit: 'days',
    stricter: 'less',
    decides: 'How long the test of a connector counts.',
    reason: 'Judgement: half a year of releases on both sides of a connector.',
  },

  // Indexes
  longestIndexAge: {
    value: 30,
    unit: 'days',
    stricter: 'less',
    decides: 'How old the content of an index may be without a word why.',
    reason: 'Judgement: content that may be older than a month is a decision, and a decision has a reason.',
  },

  // Evaluation
  fewestCasesInPilot: {
    value: 30,
    unit: 'count',
    stricter: 'more',
    decides: 'How many cases the largest test set of a pilot has at least.',
    reason: 'Judgement: a score near 0.85 has a 95% margin of about 13 points at 30 cases.',
  },
  fewestCasesInPreProduction: {
    value: 100,
    unit: 'count',
    stricter: 'more',
    decides: 'How many cases the largest test set has at least in pre-production.',
    reason: 'Judgement: a score near 0.85 has a 95% margin of about 7 points at 100 cases.',
  },
  fewestCasesInProduction: {
    value: 200,
    unit: 'count',
    stricter: 'more',
    decides: 'How many cases the largest test set has at least in production.',
    reason: 'Judgement: a score near 0.85 has a 95% margin of about 5 points at 200 cases.',
  },
  longestTestWindowAge: {
    value: 180,
    unit: 'days',
    stricter: 'less',
    decides: 'How long ago the window may have ended from which test cases were sampled.',
    reason: 'Judgement: half a year brings new users, documents and seasons.',
  },
  smallestEdgeCaseShare: {
    value: 10,
    unit: 'percent',
    stricter: 'more',
    decides: 'Which share of a test set difficult cases make up at least, from pre-production on.',
    reason: 'Judgement: below a tenth of a hundred cases no kind turns up more than once or twice.',
  },
  fewestEdgeCaseKinds: {
    value: 3,
    unit: 'count',
    stricter: 'more',
    decides: 'How many kinds of difficult cases a test set holds at least.',
    reason: 'Judgement: one or two kinds are what somebody happened to think of.',
  },
  toolDefaultThreshold: {
    value: 0.5,
    unit: 'score',
    stricter: 'more',
    decides: 'Up to which score a threshold counts as one that nobody decided.',
    reason: 'The default of DeepEval.',
  },

  // Logging
  loggedCallsInProduction: {
    value: 100,
    unit: 'percent',
    stricter: 'more',
    decides: 'Which share of the calls production logs.',
    reason: 'The call that has to be explained later is never in the sample.',
  },

  // Operations
  successorNotice: {
    value: 90,
    unit: 'days',
    stricter: 'more',
    decides: 'How long before a model retires the version that follows it is named.',
    reason: 'Azure OpenAI announces a retirement at least 60 days ahead, and a successor takes weeks to evaluate.',
  },
  longestRollbackTestAge: {
    value: 180,
    unit: 'days',
    stricter: 'less',
    decides: 'How long a tried rollback counts.',
    reason: 'Judgement: half a year of releases changes what a rollback meets.',
  },
  longestPromptRollback: {
    value: 60,
    unit: 'minutes',
    stricter: 'less',
    decides: 'How long it may take to take a prompt back.',
    reason: 'Judgement: a prompt is a text, and wrong answers go out all the while.',
  },
  longestSwitchOff: {
    value: 15,
    unit: 'minutes',
    stricter: 'less',
    decides: 'How long it may take to turn the system off.',
    reason: 'Judgement: what takes longer is a deployment.',
  },
  longestDrillAge: {
    value: 365,
    unit: 'days',
    stricter: 'less',
    decides: 'How long ago an AI failure was last practised.',
    reason: 'Judgement: in a year people on duty change, and so does the system.',
  },
  longestObjectiveWindow: {
    value: 92,
    unit: 'days',
    stricter: 'less',
    decides: 'Over which window an objective may be judged before the system has run as long.',
    reason: 'Judgement: a quarter is the longest that objectives are usually judged over.',
  },

  // Waivers
  longestWaiver: {
    value: 90,
    unit: 'days',
    stricter: 'less',
    decides: 'How long a waiver lasts at most.',
    reason: 'Judgement: an exception that nobody looks at for a quarter is a habit.',
  },
  shortestReason: {
    value: 20,
    unit: 'count',
    stricter: 'more',
    decides: 'How many characters the reason of a waiver has at least.',
    reason: 'Judgement: shorter than this no reason can be told.',
  },
} as const satisfies Readonly<Record<string, DefaultNumber>>;

export type NumberName = keyof typeof defaultNumbers;

/** The numbers that count for one spec. */
export type Numbers = Readonly<Record<NumberName, number>>;

/** The defaults, but for what `configured` says. */
export function resolveNumbers(configured: Readonly<Partial<Numbers>> = {}): Numbers {
  const entries = Object.entries(defaultNumbers).map(([name, { value }]) => [name, value]);
  return { ...(Object.fromEntries(entries) as Numbers), ...configured };
}
