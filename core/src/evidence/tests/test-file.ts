/** What a file of tests holds, as far as its text says; nothing is run. */
export interface TestFile {
  readonly tests: readonly OneTest[];
  /** Something in it may make tests that are not listed: it takes them from elsewhere, inherits or generates them. */
  readonly more: boolean;
  /** There are none, and nothing in it that would test anything by being run. */
  readonly bare: boolean;
}

export interface OneTest {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Why it passes whatever the system does: `says` completes "the test …". */
  readonly idle?: Idle;
}

export interface Idle {
  readonly line: number;
  readonly says: string;
}

export const skipped = 'is skipped';
export const doesNothing = 'does nothing';
export const failsAsExpected = 'is expected to fail';
export const noCases = 'has no case to run with';
