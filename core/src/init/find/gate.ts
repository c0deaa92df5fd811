import { looksLikeEvaluation, type Strength, strengthOf } from '../../evidence/jobs/job-strength.ts';
import { isRunByName, readPipeline } from '../../evidence/jobs/pipeline.ts';
import type { Seen } from '../found.ts';
import { nameOf } from '../names.ts';
import type { Finder } from '../surveyed.ts';

interface Gate {
  readonly file: string;
  readonly reference: string;
  readonly line: number;
  readonly strength: Strength;
}

/** The workflow that evaluates each pull request; that it stops a merge is said only where nothing softens it. */
export const findGate: Finder = async (repository) => {
  const gates: Gate[] = [];
  const seen: Seen[] = [];
  for (const file of repository.paths.filter((path) => /(?:^|\/)\.github\/workflows\/[^/]+$/.test(path))) {
    const text = await repository.text(file);
    const pipeline = text === undefined ? undefined : readPipeline(file, text);
    if (pipeline?.kind !== 'github' || !isRunByName(file)) continue;
    const { triggers, jobs, refused } = pipeline.workflow;
    if (refused !== undefined) continue;
    const before = triggers.find(({ event }) => /^(?:pull_request|merge_group)$/.test(event));
    const [job] = jobs
      .filter(looksLikeEvaluation)
      .filter(({ id, name }) => /eval|promptfoo|deepeval|ragas/i.test(`${nameOf(file)} ${id} ${name ?? ''}`))
      .map((one) => ({ one, strength: strengthOf(one, before?.event ?? 'schedule') }))
      .toSorted((a, b) => Number(b.strength.kind === 'sound') - Number(a.strength.kind === 'sound'));
    if (job === undefined) continue;
    const { one, strength } = job;
    const reference = repository.reference(file);
    if (before === undefined || reference === undefined) {
      seen.push({ what: `an evaluation, \`${one.id}\`, that no pull request starts`, file, line: one.line });
    } else gates.push({ file, reference, line: one.line, strength });
  }
  const ranked = gates.filter(({ strength }) => strength.kind !== 'off');
  // What is called so is meant so, though others may be stronger.
  const byName = ranked.filter(({ file }) => /eval/i.test(nameOf(file)));
  const meant = byName.length > 0 ? byName : ranked;
  const sound = meant.filter(({ strength }) => strength.kind === 'sound');
  const [gate, another] = sound.length > 0 ? sound : meant;
  if (gate === undefined || another !== undefined) {
    for (const { file, line } of gates) seen.push({ what: 'an evaluation of pull requests', file, line });
    return { answers: [], seen };
  }
  for (const { file, line } of gates)
    if (file !== gate.file) seen.push({ what: 'another evaluation of pull requests', file, line });
  const { file, line, strength } = gate;
  const path = ['evaluation', 'gate'];
  const job = { path: [...path, 'job'], value: gate.reference, file, line };
  if (strength.kind !== 'sound') {
    seen.push({
      what: `an evaluation that may stop nothing: ${strength.remark.says}`,
      file,
      line: strength.remark.line,
    });
    return { answers: [job], seen };
  }
  return { answers: [job, { path: [...path, 'blocks'], value: 'merge', file, line }], seen };
};
