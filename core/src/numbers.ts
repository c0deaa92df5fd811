import type { Stage } from './assessment.ts';

/*
 * Numbers that requirements hold answers against. "Judgement" means that no source sets them.
 */

// Sources

/** Judgement; a month later the copy lacks a month of what users ask about. */
export const longestCopyAgeDays = 30;
/** Judgement; half a year of releases on both sides of a connector. */
export const longestConnectorTestAgeDays = 180;

// Indexes

/** Judgement; content that may be older than a month is a decision, and a decision has a reason. */
export const longestIndexAgeDays = 30;

// Evaluation

/** Judgement; a score near 0.85 has a 95% margin of about 13, 7 and 5 points at these sizes. */
export const fewestCases: Readonly<Record<Stage, number>> = { pilot: 30, 'pre-production': 100, production: 200 };
/** Judgement; half a year brings new users, documents and seasons. */
export const longestTestWindowAgeDays = 180;
/** Judgement; below a tenth of a hundred rows no kind of case turns up more than once or twice. */
export const smallestEdgeCaseShare = 10;
/** Judgement; one or two kinds are what somebody happened to think of. */
export const fewestEdgeCaseKinds = 3;
/** The default of DeepEval; a threshold at or below it was not decided by anybody. */
export const toolDefaultThreshold = 0.5;

// Logging

/** In percent. The call that has to be explained later is never in the sample. */
export const loggedCallsInProduction = 100;
