import type { AnyNode, Scalar } from '../yaml/tree.ts';
import type { Field } from './fields.generated.ts';

/** One value in the tree and what the language says of it. */
export interface Place {
  readonly path: Path;
  readonly key: Scalar | undefined;
  readonly node: AnyNode | undefined;
  readonly field: Field | undefined;
  /** Inside braces or brackets, where commas end a value. */
  readonly inFlow: boolean;
  readonly placeholder: boolean;
}

/** Keys and list indices from the top of the document. */
export type Path = readonly (string | number)[];
