import type { Assessment } from '../../assessment.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';

/** Copies a number or a day of an artifact into the spec. */
export function adopt(node: Scalar<string | number>, value: string, where: string): Assessment['fix'] {
  return adopting(node, value, value, where);
}

/** Copies a text of an artifact into the spec. */
export function adoptText(node: Scalar<string | number>, value: string, where: string): Assessment['fix'] {
  return adopting(node, value, `"${value}"`, where);
}

function adopting(node: Scalar<string | number>, value: string, named: string, where: string): Assessment['fix'] {
  return () => ({
    title: `Use ${named} from ${where}`,
    kind: 'adopt',
    safe: false,
    edits: [replaceScalar(node, value, 'flow')],
  });
}
