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

  // System
  shortestPurpose: {
    value: 60,
    unit: 'count',
    stricter: 'more',
    decides: 'How many characters the purpose of a system has at least.',
    reason: 'Judgement: a user, a task and the data take half a line.',
  },
  longestPilotOverrun: {
    value: 30,
    unit: 'days',
    stricter: 'less',
    decides: 'How long after its end a pilot may still be one.',
    reason: 'Judgement: a month is enough to decide on what the pilot has shown.',
  },
  longestOutcomeInterval: {
    value: 365,
    unit: 'days',
    stricter: 'less',
    decides: 'How much time may pass between two looks at the outcome.',
    reason: 'Judgement: budgets are decided once a year, and the outcome is what they are decided by.',
  },
  longestReviewAge: {
    value: 180,
    unit: 'days',
    stricter: 'less',
    decides: 'How long a review of the spec counts before production.',
    reason: 'Judgement: Microsoft marks its own AI guidance for an update every 180 days.',
  },
  longestReviewAgeInProduction: {
    value: 90,
    unit: 'days',
    stricter: 'less',
    decides: 'How long a review of the spec counts in production.',
    reason: 'Judgement: a quarter brings a release of every part that the spec speaks of.',
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
  longestWait: {
    value: 1,
    unit: 'minutes',
    stricter: 'less',
    decides: 'How long a person waits at most for one source or model, all tries together.',
    reason: 'After 60 seconds nginx and the load balancer of AWS cut a request off, unless told otherwise.',
  },
  mostRetries: {
    value: 10,
    unit: 'count',
    stricter: 'less',
    decides: 'How often a failed call is repeated at most.',
    reason: 'Judgement: with waits that double, the tenth retry comes when everybody has gone.',
  },

  // Indexes
  longestIndexAge: {
    value: 30,
    unit: 'days',
    stricter: 'less',
    decides: 'How old the content of an index may be without a word why.',
    reason: 'Judgement: content that may be older than a month is a decision, and a decision has a reason.',
  },
  longestDeletion: {
    value: 30,
    unit: 'days',
    stricter: 'less',
    decides: 'How long personal data that was deleted in its source may still be found.',
    reason: 'GDPR Art. 12(3): within one month a person is told what was done about the request.',
  },

  // Tools
  mostAgentSteps: {
    value: 50,
    unit: 'count',
    stricter: 'less',
    decides: 'How many steps one run of an agent may take at most.',
    reason: 'Judgement: useful runs end within a dozen steps, and what goes on far beyond that repeats itself.',
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
  lopsidedBaseline: {
    value: 0.8,
    unit: 'score',
    stricter: 'less',
    decides: 'From which accuracy of the simple method on accuracy alone says nothing about a model.',
    reason: 'Judgement: where four of five cases are alike, always giving their answer is right four times of five.',
  },
  longestResultsAge: {
    value: 90,
    unit: 'days',
    stricter: 'less',
    decides: 'How long the results of an evaluation count.',
    reason: 'Judgement: within a quarter what users ask and what hosted models answer has moved.',
  },
  mostFailedRequests: {
    value: 1,
    unit: 'percent',
    stricter: 'less',
    decides: 'Which share of the requests of a load test may fail, where no availability is promised.',
    reason: 'The documentation of k6 has `http_req_failed: rate<0.01` as its first threshold.',
  },
  fewestJudgedCases: {
    value: 50,
    unit: 'count',
    stricter: 'more',
    decides: 'How many cases people and a judging model both score at least.',
    reason: 'Judgement: at 50 cases a kappa of 0.7 is still known to about 0.2 only.',
  },
  lowestJudgeAgreement: {
    value: 0.6,
    unit: 'score',
    stricter: 'more',
    decides: "From which Cohen's kappa with people on a judging model counts.",
    reason: 'Landis and Koch call 0.61 and more substantial; in practice 0.7 and more is asked for.',
  },
  longestAttackTestAge: {
    value: 180,
    unit: 'days',
    stricter: 'less',
    decides: 'How long an adversarial test counts.',
    reason: 'Judgement: half a year brings new attacks, and new models to try them on.',
  },

  // Logging
  loggedCallsInProduction: {
    value: 100,
    unit: 'percent',
    stricter: 'more',
    decides: 'Which share of the calls production logs.',
    reason: 'The call that has to be explained later is never in the sample.',
  },
  shortestRetention: {
    value: 30,
    unit: 'days',
    stricter: 'more',
    decides: 'How long the record of a call is kept at least.',
    reason: 'Judgement: a complaint often takes weeks to reach those who can look.',
  },
  shortestRetentionAtHighRisk: {
    value: 183,
    unit: 'days',
    stricter: 'more',
    decides: 'How long the record of a call is kept at least where the risk class is high.',
    reason: 'EU AI Act Art. 19 and 26(6): at least six months.',
  },
  longestRetentionOfPersonalData: {
    value: 3650,
    unit: 'days',
    stricter: 'less',
    decides: 'How long records may be kept where the data is personal.',
    reason: 'Judgement: beyond ten years records are kept because nobody deletes them.',
  },

  // Monitoring
  longestLabelDelay: {
    value: 30,
    unit: 'days',
    stricter: 'less',
    decides: 'How late true outcomes may come and still be the only measure of quality.',
    reason: 'Judgement: a month of wrong outputs is found by users first.',
  },
  fewestRowsForPsi: {
    value: 500,
    unit: 'count',
    stricter: 'more',
    decides: 'How many rows a window holds at least for a threshold on its population stability index.',
    reason:
      'Two samples of 500 rows of the same data, in 30 bins, differ by more than 0.17 in one of twenty comparisons: the index follows a chi-square over the rows.',
  },
  longestFeedbackInterval: {
    value: 30,
    unit: 'days',
    stricter: 'less',
    decides: 'How long feedback may lie before somebody reads it.',
    reason: 'Judgement: after a month nobody remembers the case, and whoever complained has stopped.',
  },
  longestAlertTestAge: {
    value: 180,
    unit: 'days',
    stricter: 'less',
    decides: 'How long the test of an alert counts.',
    reason: 'Judgement: half a year of renamed metrics, moved channels and new people on call.',
  },
  shortestObservedTime: {
    value: 14,
    unit: 'days',
    stricter: 'more',
    decides: 'How long before launch the log and the alerts are live.',
    reason: 'Judgement: two weekly cycles, so that there is a normal to compare the launch with.',
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
  longestRunbookAge: {
    value: 365,
    unit: 'days',
    stricter: 'less',
    decides: 'How long a runbook may stay unchanged.',
    reason: 'Judgement: in a year the people to call, the names of systems and the commands change.',
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

  // Governance
  reviewMinutesPerDay: {
    value: 360,
    unit: 'minutes',
    stricter: 'less',
    decides: 'How many minutes a day one person can really look at cases.',
    reason: 'Judgement: eight hours without breaks, meetings and the cases that need a call.',
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
