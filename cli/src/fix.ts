import { type CheckOptions, fixAll } from '../../core/src/index.ts';

const byteOrderMark = '\ufeff';

interface Mended {
  readonly text: string;
  readonly changed: boolean;
  readonly analysis: ReturnType<typeof fixAll>['analysis'];
}

/** Applies every safe fix. */
export function mend(text: string, options: CheckOptions): Mended {
  const { text: mended, analysis } = fixAll(text, options);
  return { text: mended, changed: mended !== text, analysis };
}

/** The bytes of a file: its text, and before it the mark that it may have begun with. */
export function encode(text: string, bom: boolean): Buffer {
  return Buffer.from(bom ? byteOrderMark + text : text);
}
