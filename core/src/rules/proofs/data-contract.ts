import type { Fact } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import { durationSeconds } from '../../dates.ts';
import { type Contract, readContract, type ServiceLevel } from '../../evidence/contracts/contract.ts';
import { parsed } from '../../evidence/files.ts';
import { type ArtifactPath, mostBytes } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Source } from '../../spec/types.generated.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import { find, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { each, type Subject, sentence } from '../subject.ts';
import { adoptText } from './adopt.ts';
import { broken } from './broken-file.ts';
import { counted } from './interfaces.ts';

interface Contracted {
  readonly named: Scalar<string>;
  readonly contract: Contract;
  readonly file: ArtifactPath;
  readonly shown: string;
  readonly selector?: string;
}

/** What `quality` of a source names; `undefined` where there is nothing, or nobody may look. */
function contracted(context: Context, source: Mapping<Source>): Contracted | { readonly proof: Proof } | undefined {
  const named = source.get('quality');
  const reference = named && context.evidence?.reference(named.value);
  if (reference?.kind === 'file' && reference.folder) {
    const there = isThere(context, named);
    return there && { proof: there };
  }
  const found = find(context, named, (file) => parsed('contract', file, readContract, mostBytes.text));
  if (found === undefined || named === undefined) return undefined;
  if ('proof' in found) return found;
  const { file, selector } = found.reference;
  if (found.facts.slip !== undefined) return { proof: broken(named, file, found.facts.slip) };
  return { named, contract: found.facts, file, shown: shownPath(file), selector };
}

/** That the contract of a source is in force, can be run, and promises what the spec builds on. */
export function contractProofs(context: Context, source: Subject<Source>): readonly Proof[] {
  const found = contracted(context, source.value);
  if (found === undefined) return [];
  if ('proof' in found) return [found.proof];
  const { named, contract, file, shown, selector } = found;
  if (contract.kind === 'unknown') {
    const reason = `"${shown}" is there; its checks are of a kind that is not read here.`;
    return [{ at: named, state: 'linked', reach: 'linked', reason, facts: [{ file, says: reason }] }];
  }
  const lost = lostPart(found, selector);
  if (lost !== undefined) return [lost];
  const facts = factsOf(found);
  const proofs = [status(found, facts), tooOld(context, source, found)].filter((proof) => proof !== undefined);
  if (contract.checks === 0) {
    const reason = `${shown} holds no check that a machine can run.`;
    return [...proofs, { at: named, state: 'linked', reason, facts }];
  }
  if (proofs.length > 0) return proofs;
  const version = contract.version === undefined ? '' : ` ${contract.version}`;
  const state = contract.status === undefined ? '' : `, ${contract.status.text}`;
  const reason = `${shown}, ${contract.called}${version}${state}, holds ${counted(contract.checks, 'check')} that a machine can run.`;
  return [{ at: named, state: 'proven', reason, facts }];
}

function factsOf({ contract, file }: Contracted): Fact[] {
  const { status, checks, checksLine, promises, called, id } = contract;
  return [
    { file, line: status?.line, says: `${id ?? called}${status === undefined ? '' : ` is ${status.text}`}.` },
    { file, line: checksLine, says: `${counted(checks, 'check')} that a machine can run.` },
    ...promises.map(({ kind, written, line }) => ({ file, line, says: `${words[kind]} ${written}.` })),
  ];
}

const words: Readonly<Record<ServiceLevel['kind'], string>> = {
  age: 'Data is at most so old:',
  interval: 'Data is renewed every',
  retention: 'Data is kept for',
  availability: 'Availability is',
};

function lostPart({ named, contract, file, shown }: Contracted, selector: string | undefined): Proof | undefined {
  if (selector === undefined || contract.parts.length === 0) return undefined;
  const names = contract.parts.map(({ name }) => name);
  if (names.some((name) => name === selector || name.endsWith(`.${selector}`))) return undefined;
  const guess = closest(selector, names);
  const path = named.value.slice(0, named.value.indexOf('#'));
  return {
    at: named,
    state: 'contradicted',
    reason: `${shown} has no "${selector}"${guess === undefined ? `, only ${names.slice(0, 5).join(', ')}` : `, but "${guess}"`}.`,
    facts: contract.parts.slice(0, 5).map(({ name, line }) => ({ file, line, says: `"${name}" is here.` })),
    fix:
      guess === undefined
        ? undefined
        : () => ({
            title: `Use "${guess}" from ${shown}`,
            kind: 'adopt',
            safe: false,
            edits: [replaceScalar(named, `${path}#${guess}`, 'flow')],
          }),
  };
}

/** A draft binds nobody, and what is deprecated will not bind for long. */
function status({ named, contract, shown }: Contracted, facts: readonly Fact[]): Proof | undefined {
  const { status: its } = contract;
  if (
    its === undefined ||
    !/^(?:draft|proposed|proposal|in development|deprecated|retired|archived|test)$/i.test(its.text)
  )
    return undefined;
  const reason = `The contract is ${its.text} in ${shown}:${its.line}; production needs one that is in force.`;
  return { at: named, state: 'contradicted', reason, facts, from: 'production' };
}

/** What an index promises to its readers it cannot keep with data that is older when it arrives. */
function tooOld(
  context: Context,
  source: Subject<Source>,
  { named, contract, file, shown }: Contracted,
): Proof | undefined {
  const oldest = contract.promises
    .filter(({ kind }) => kind === 'age' || kind === 'interval')
    .reduce<ServiceLevel | undefined>((a, b) => (a === undefined || b.value > a.value ? b : a), undefined);
  if (oldest === undefined) return undefined;
  for (const index of each(context, ['indexes'], context.spec.get('indexes'))) {
    const reads = (index.value.get('from')?.items ?? []).some((one) => one?.value === source.id);
    const promised = index.value.get('max_age')?.value;
    const seconds = durationSeconds(promised ?? '');
    if (!reads || seconds === undefined || oldest.value <= seconds) continue;
    const how = oldest.kind === 'age' ? `may be ${oldest.written} old` : `is renewed every ${oldest.written}`;
    return {
      at: named,
      state: 'contradicted',
      reason: `${sentence(index.name)} promises that a change is found after ${promised}, but by ${shown}:${oldest.line} the data ${how}.`,
      facts: [{ file, line: oldest.line, says: `The data ${how}.` }],
    };
  }
  return undefined;
}

/** The availability that the contract of a source promises, against the one that the spec counts on. */
export function availabilityProofs(context: Context, id: string): readonly Proof[] {
  const source = context.spec.get('sources')?.get(id);
  const declared = source?.get('limits')?.get('availability');
  const percent = Number(declared?.value.replace('%', ''));
  const found = source === undefined ? undefined : contracted(context, source);
  // That there is no such contract is said by `source-quality`.
  if (declared === undefined || found === undefined || 'proof' in found) return [];
  const { contract, file, shown } = found;
  const promised = contract.promises.find(({ kind }) => kind === 'availability');
  if (promised === undefined || !Number.isFinite(percent)) return [];
  const { written, value, line } = promised;
  const facts = [{ file, line, says: `Availability is ${written}.` }];
  if (value < percent) {
    return [
      {
        at: declared,
        state: 'contradicted',
        reason: `The spec counts on ${declared.value}, but ${shown}:${line} promises ${written}.`,
        facts,
        fix: adoptText(declared, written, shown),
      },
    ];
  }
  const reason = `${shown}:${line} promises an availability of ${written}; what rate the source takes, it does not say.`;
  return [{ at: declared, state: 'linked', reach: 'linked', reason, facts }];
}
