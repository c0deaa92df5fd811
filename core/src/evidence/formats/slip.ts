/** Where a file stops being what its name says, so that nothing can load it. */
export interface Slip {
  readonly format: 'JSON' | 'YAML' | 'XML';
  /** From 1. */
  readonly line: number;
  /** It is cut off in that line. */
  readonly ends?: boolean;
  /** The key that it has a second time, which strict readers refuse. */
  readonly twice?: string;
}
