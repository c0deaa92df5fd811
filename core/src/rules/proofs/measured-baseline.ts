import { type Leaf, numberIn } from '../../evidence/formats/leaves.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import { adopt } from './adopt.ts';
import { type Opened, placed, rounded } from './opened-report.ts';
import { plain } from './value-in-report.ts';

/** What the report says that the simple method reaches, where it is another value than the spec says. */
export function baselineProof(
  id: string,
  said: Scalar<number> | undefined,
  { said: { leaves }, reference, shown }: Opened,
): Proof | undefined {
  if (said === undefined) return undefined;
  const names = [id, reference.selector?.split('/').at(-1) ?? id].map(plain);
  const found = [...leaves.values()].flatMap((leaf) => {
    const number = isBaseline(leaf, names) ? numberIn(leaf.text)?.value : undefined;
    return number === undefined ? [] : [{ number, line: leaf.line }];
  });
  const [only, another] = found;
  // Of several simple methods any may be meant.
  if (only === undefined || found.some(({ number }) => isSame(said, number))) return undefined;
  if (another !== undefined) {
    const reason = `"${id}" is to beat ${said.value}, which is none of the ${found.length} baselines in ${shown}.`;
    return { at: said, state: 'linked', reach: 'linked', reason };
  }
  const facts = [{ file: reference.file, line: only.line, says: `The baseline of ${id} is ${rounded(only.number)}.` }];
  const reason = `The baseline is ${said.value} here, but ${rounded(only.number)} in ${placed(shown, only.line)}.`;
  return { at: said, state: 'contradicted', reason, facts, fix: adopt(said, String(only.number), shown) };
}

const method = /^(?:the )?(?:baselines?|reference|benchmark)(?: |$)|(?: )baselines?$/;

/** Below a key such as `baseline` by the name of the metric, or below the metric as its `baseline`. */
function isBaseline({ pointer }: Leaf, names: readonly string[]): boolean {
  const steps = pointer
    .split('/')
    .slice(1)
    .map(plain)
    .filter((step) => !/^(?:value|score|mean)$/.test(step));
  const last = steps.at(-1) ?? '';
  const above = steps.slice(0, -1);
  if (names.includes(last)) return above.some((step) => method.test(step));
  const isNamed = names.some((name) => last === `baseline ${name}` || last === `${name} baseline`);
  return isNamed || (/^baseline(?: value| score)?$/.test(last) && names.includes(above.at(-1) ?? ''));
}

/** To the digits that were written, and a share in percent as in parts of one. */
function isSame(said: Scalar<number>, number: number): boolean {
  const digits = String(said.value).split('.')[1]?.length ?? 0;
  const near = (value: number) => Math.abs(value - said.value) < 1 / 10 ** digits;
  return near(number) || near(number / 100) || near(number * 100);
}
