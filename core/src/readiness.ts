import { meetsBar, type Stage, type State, weakest } from './assessment.ts';
import type { Judged } from './judge.ts';
import type { Question } from './rules/rule.ts';

/** The answer to one question of the checklist, at the stage that was judged. */
export interface QuestionLine {
  readonly id: Question;
  readonly title: string;
  /** The weakest of its requirements: strength in one does not pay for a hole in another. */
  readonly state: State;
  readonly answered: boolean;
  /** What is open first. */
  readonly next?: string;
}

const titles: Readonly<Record<Question, string>> = {
  Q1: 'Are all production sources connected and tested on real data?',
  Q2: 'Is quality measured on cases that are like production?',
  Q3: 'Is every call logged with enough context to investigate it?',
  Q4: 'Do alerts fire on falling quality, failing retrieval and odd usage?',
  Q5: 'Is the refresh of indexes and models automated and documented?',
  Q6: 'Does somebody own prompts, models and the running system?',
  Q7: 'Does incident response cover the ways in which AI fails?',
};

export function questionLines(judged: readonly Judged[], stage: Stage | 'retired'): QuestionLine[] {
  const at = stage === 'retired' ? 'pilot' : stage;
  return (Object.keys(titles) as Question[]).map((id) => {
    const rows = judged.filter(({ requirement }) => requirement.questions.includes(id));
    const open = rows.filter(({ requirement, state }) => !meetsBar(state, at, requirement.reach));
    const state = weakest(rows.map((row) => row.state));
    const next = open.find((row) => row.severity === 'error') ?? open[0];
    return { id, title: titles[id], state, answered: rows.length > 0 && open.length === 0, next: next?.reason };
  });
}
