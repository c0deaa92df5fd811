import { closest } from '../../closest.ts';
import { durationSeconds, promDuration } from '../../dates.ts';
import { type Objective, readObjectives, refusedObjectives } from '../../evidence/alerts/slo.ts';
import { parsed } from '../../evidence/files.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Spec } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import { liveMetrics } from '../alerts.ts';
import { find, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { adoptText } from './adopt.ts';
import { trimmed } from './precision.ts';

type Slo = NonNullable<NonNullable<Spec['operations']>['slo']>;

/** What the file that defines the objectives says of those that the spec promises. */
export function objectiveProofs(context: Context, slo: Mapping<Slo>): readonly Proof[] {
  const named = slo.get('definition');
  const found = find(context, named, (file) => parsed('objectives', file, readObjectives));
  if (found === undefined || named === undefined) return [];
  if ('proof' in found) return [found.proof];
  const { file, selector } = found.reference;
  if (found.facts.length === 0) return [isThere(context, named)].filter((proof) => proof !== undefined);
  const refused = find(context, named, (path) => parsed('refused objectives', path, refusedObjectives));
  if (refused !== undefined && 'facts' in refused && refused.facts !== undefined) {
    const { line, value } = refused.facts;
    const path = shownPath(file);
    const facts = [{ file, line, says: `The line ${value}.` }];
    return [
      {
        at: named,
        state: 'contradicted',
        reason: `Nobody can load ${path}: line ${line} ${value}.`,
        facts,
        lacks: path,
      },
    ];
  }
  const chosen = selector === undefined ? found.facts : found.facts.filter(({ name }) => name === selector);
  if (chosen.length === 0) return [noSuch(named, file, selector ?? '', found.facts)];

  const proofs = [
    availability(slo, chosen, file),
    quality(context, slo, found.facts, file),
    window(slo, chosen, file),
  ].filter((proof) => proof !== undefined);
  const first = chosen[0];
  return proofs.length > 0 || first === undefined ? proofs : [onlyThere(named, file, first)];
}

function onlyThere(named: Scalar, file: ArtifactPath, { name, line }: Objective): Proof {
  const facts = [{ file, line, says: `Objective ${quoted(name)}.` }];
  const reason = `${shownPath(file)} defines objectives; which of them is the availability it does not say.`;
  return { at: named, state: 'linked', reach: 'linked', reason, facts };
}

function noSuch(named: Scalar, file: ArtifactPath, selector: string, found: readonly Objective[]): Proof {
  const guess = closest(
    selector,
    found.map(({ name }) => name),
  );
  const written = `${named.value.slice(0, named.value.indexOf('#'))}#${guess}`;
  return {
    at: named,
    state: 'contradicted',
    reason: `There is no objective ${quoted(selector)} in ${shownPath(file)}.${guess === undefined ? '' : ` Did you mean ${quoted(guess)}?`}`,
    fix:
      guess === undefined
        ? undefined
        : () => ({
            title: `Use "${guess}" from ${shownPath(file)}`,
            kind: 'adopt',
            safe: false,
            edits: [replaceScalar(named, written)],
          }),
  };
}

/** The one that is called so, or the only one. */
function availability(slo: Mapping<Slo>, found: readonly Objective[], file: ArtifactPath): Proof | undefined {
  const at = slo.get('availability');
  if (at === undefined) return undefined;
  const targeted = found.filter(({ target }) => target !== undefined);
  const called = targeted.filter(({ name, about }) => /availab|uptime|success|error/i.test(`${name} ${about}`));
  const judged = targeted.length === 1 ? targeted : called;
  const wanted = Number(at.value.replace('%', '')) / 100;
  return compared(at, wanted, judged, file, (target) => `${trimmed(target * 100, 6)}%`, 'availability');
}

/** One that counts what the quality metric measures. */
function quality(
  context: Context,
  slo: Mapping<Slo>,
  found: readonly Objective[],
  file: ArtifactPath,
): Proof | undefined {
  const at = slo.get('quality')?.get('min');
  const id = slo.get('quality')?.get('metric')?.value;
  const metric = liveMetrics(context).find((one) => one.id === id);
  const series = metric?.value.get('emitted_as')?.value;
  if (at === undefined || id === undefined) return undefined;
  const judged = found.filter(
    ({ name, about }) => name.includes(id) || (series !== undefined && about.includes(series)),
  );
  // The share of time in which a value is good enough is not that value.
  const same = judged.find(({ target }) => target !== undefined && isClose(target.value, at.value));
  return same && compared(at, at.value, [same], file, (target) => trimmed(target, 6), 'quality');
}

function compared(
  at: Scalar<string | number>,
  wanted: number,
  judged: readonly Objective[],
  file: ArtifactPath,
  shown: (target: number) => string,
  what: string,
): Proof | undefined {
  const same = judged.find(({ target }) => target !== undefined && isClose(target.value, wanted));
  if (same?.target !== undefined) {
    const facts = [
      { file, line: same.target.line, says: `Objective ${quoted(same.name)}: ${shown(same.target.value)}.` },
    ];
    const reason = `${quoted(same.name)} in ${shownPath(file)}:${same.target.line} has ${shown(same.target.value)}, as it says here.`;
    return { at, state: 'proven', reason, facts };
  }
  const [only, another] = judged;
  if (only?.target === undefined || another !== undefined) return undefined;
  const { target, name } = only;
  const instead = shown(target.value);
  const where = `${shownPath(file)}:${target.line}`;
  return {
    at,
    state: 'contradicted',
    reason: `The ${what} is ${at.value} here, but ${instead} in ${where}.`,
    facts: [{ file, line: target.line, says: `Objective ${quoted(name)}: ${instead}.` }],
    fix: adoptText(at, instead, where),
  };
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-7;
}

function window(slo: Mapping<Slo>, found: readonly Objective[], file: ArtifactPath): Proof | undefined {
  const at = slo.get('window');
  const wanted = durationSeconds(at?.value ?? '');
  const given = found.flatMap((one) =>
    one.window === undefined ? [] : [{ ...one.window, seconds: promDuration(one.window.value) }],
  );
  const [first] = given;
  if (at === undefined || wanted === undefined || first?.seconds === undefined) return undefined;
  if (given.some(({ seconds }) => seconds === undefined || seconds === wanted)) return undefined;
  const where = `${shownPath(file)}:${first.line}`;
  const isOurs = durationSeconds(first.value) !== undefined;
  return {
    at,
    state: 'contradicted',
    reason: `The window is ${at.value} here, but ${first.value} in ${where}.`,
    facts: [{ file, line: first.line, says: `Window ${first.value}.` }],
    fix: isOurs ? adoptText(at, first.value, where) : undefined,
  };
}
