import type { Fact } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import { numberIn } from '../../evidence/formats/leaves.ts';
import type { ReadReport } from '../../evidence/results/reported.ts';
import type { Evaluation } from '../../spec/types.generated.ts';
import { oneOf } from '../../spec/words.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { testSets } from '../test-sets.ts';
import { adopt } from './adopt.ts';
import { casesIn, fieldCalled } from './counted-cases.ts';
import { unseen } from './kinds-in-cases.ts';
import { openReport, placed, rounded } from './opened-report.ts';
import { dimensionProofs, type Sliced } from './slice-dimensions.ts';

type Slices = Subject<NonNullable<Evaluation['slices']>>;

/** That the cases have the fields by which they are split, and that the worst slice in the report is good enough. */
export function sliceProofs(context: Context, slices: Slices): Proof[] {
  const fields = fieldProofs(context, slices);
  const values = valueProofs(context, slices);
  if (values.length > 0 || fields.length === 0) return [...fields, ...values];
  // Without the values of a report the fields alone show nothing of how the slices do.
  return fields.map((proof) => (proof.state === 'proven' ? { ...proof, state: 'linked', reach: 'linked' } : proof));
}

function fieldProofs(context: Context, { value }: Slices): Proof[] {
  const held = testSets(context).flatMap((set) => casesIn(context, set) ?? []);
  const sets = held.flatMap((one) => ('proof' in one ? [] : [one]));
  const by = (value.get('by')?.items ?? []).filter((one) => one !== undefined);
  const [first] = by;
  if (first === undefined || held.length === 0) return [];
  const refused = held.find((one) => 'proof' in one);
  if (refused !== undefined && 'proof' in refused) return [unseen(refused.proof, first)];
  const unread = sets.find(({ cases }) => cases.unread !== undefined);
  if (unread !== undefined) {
    return [
      {
        at: first,
        state: 'unverifiable',
        reason: `The fields of "${unread.shown}" were not looked at: ${unread.cases.unread}.`,
      },
    ];
  }
  const absent = by.filter((one) => !sets.some(({ cases }) => fieldCalled(cases, one.value) !== undefined));
  if (absent.length > 0) {
    const names = [...new Set(sets.flatMap(({ cases }) => [...cases.fields.keys()]))];
    const shown = oneOf(sets.map((one) => one.shown));
    return absent.map((one): Proof => {
      const near = closest(one.value, names);
      const fix = near === undefined ? undefined : adopt(one, near, shown);
      return { at: one, state: 'contradicted', reason: `No case of ${shown} has a field "${one.value}".`, fix };
    });
  }
  const facts = sets
    .slice(0, 1)
    .map(({ file }): Fact => ({ file, says: `The cases have ${by.map((one) => `"${one.value}"`).join(', ')}.` }));
  return [{ at: first, state: 'proven', reason: 'The cases have the fields by which they are split.', facts }];
}

interface SliceValue extends Sliced {
  readonly name: string;
  readonly value: number;
  readonly line: number;
  /** By what was split, where the report has several ways. */
  readonly group: string;
}

function valueProofs(context: Context, { value }: Slices): Proof[] {
  const measured = value.get('measured');
  const opened = openReport(context, measured);
  if (opened === undefined || measured === undefined) return [];
  if ('proof' in opened) return [opened.proof];
  const { said, reference, shown } = opened;
  const pointer = reference.selector ?? '';
  const found = slicesBelow(said, pointer, value.get('metric')?.value);
  if (found.length === 0) {
    const reason = `No values by slice stand at ${pointer === '' ? 'the top' : pointer} in ${shown}.`;
    return [{ at: measured, state: 'contradicted', reason }];
  }
  const scale = Math.max(...found.map((one) => Math.abs(one.value))) > 1 && (value.get('worst_min')?.value ?? 0) <= 1;
  if (scale)
    return [
      {
        at: measured,
        state: 'unverifiable',
        reason: `The values at ${pointer} in ${shown} are on another scale than the ones here.`,
      },
    ];
  const worst = found.reduce((a, b) => (b.value < a.value ? b : a));
  const facts: Fact[] = [
    {
      file: reference.file,
      line: worst.line,
      says: `The worst of ${found.length} slices is ${worst.name} with ${rounded(worst.value)}.`,
    },
  ];
  const proofs: Proof[] = [];
  const least = value.get('worst_min');
  if (least !== undefined && worst.value < least.value - 1e-9) {
    const reason = `${least.value} is the least here, but ${placed(shown, worst.line)} says ${rounded(worst.value)} for ${worst.name}.`;
    proofs.push({ at: least, state: 'contradicted', reason, facts });
  }
  const most = value.get('largest_gap');
  const gap = largestGap(found);
  if (most !== undefined && gap !== undefined && gap.size > most.value + 1e-9) {
    const reason = `A gap of ${most.value} is the most here, but ${shown} has ${rounded(gap.size)} between ${gap.high} and ${gap.low}.`;
    proofs.push({ at: most, state: 'contradicted', reason, facts });
  }
  const by = (value.get('by')?.items ?? []).filter((one) => one !== undefined);
  const held = testSets(context).flatMap((set) => casesIn(context, set) ?? []);
  proofs.push(...dimensionProofs(by, found, held, { said, shown, pointer }));
  if (proofs.length > 0) return proofs;
  return [
    {
      at: measured,
      state: 'proven',
      reason: `The worst slice in ${placed(shown, worst.line)} is ${worst.name} with ${rounded(worst.value)}.`,
      facts,
    },
  ];
}

const counts = /^(?:n|cases|count|counts|size|support|num_\w+|total|rows|share|weight)$/i;
const scores = /^(?:score|value|mean|metric|result)$/i;

/** Values below a pointer: of each slice one, by the name of the metric or as the only score it has. */
function slicesBelow({ leaves }: ReadReport, pointer: string, metric: string | undefined): SliceValue[] {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ');
  const found = new Map<string, SliceValue & { readonly rank: number }>();
  for (const { pointer: place, text, line } of leaves.values()) {
    if (!place.startsWith(`${pointer}/`)) continue;
    const number = numberIn(text);
    const steps = place
      .slice(pointer.length + 1)
      .split('/')
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = steps.at(-1) ?? '';
    if (number === undefined || counts.test(last)) continue;
    const rank = metric !== undefined && plain(last) === plain(metric) ? 3 : scores.test(last) ? 2 : 1;
    const path = rank === 1 ? steps : steps.slice(0, -1);
    const name = path.join(' ');
    const known = found.get(name);
    if (known === undefined || known.rank < rank) {
      found.set(name, { name, steps: path, value: number.value, line, group: path.slice(0, -1).join(' '), rank });
    }
  }
  const best = Math.max(0, ...[...found.values()].map(({ rank }) => rank));
  return [...found.values()].filter(({ rank }) => rank === best);
}

/** Between two slices of one way of splitting. */
function largestGap(
  values: readonly SliceValue[],
): { readonly size: number; readonly high: string; readonly low: string } | undefined {
  let widest: { size: number; high: string; low: string } | undefined;
  for (const group of new Set(values.map((one) => one.group))) {
    const own = values.filter((one) => one.group === group).sort((a, b) => a.value - b.value);
    const [low, high] = [own[0], own.at(-1)];
    if (low === undefined || high === undefined || low === high) continue;
    const size = high.value - low.value;
    if (widest === undefined || size > widest.size) widest = { size, high: high.name, low: low.name };
  }
  return widest;
}
