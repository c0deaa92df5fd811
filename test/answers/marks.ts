import { marked } from '../support/requirement.ts';

/** `source`, where each line that ends in ` <<` has carets of `id`: below its value, or its key where it has none. */
export function found(id: string, source: string): string {
  return source
    .split('\n')
    .map((line) => {
      if (!line.endsWith(' <<')) return line;
      const plain = line.slice(0, -3);
      const [, key, value] = /^ *(?:- )?(?:([^:]+):)?(?: ?(.*))$/.exec(plain) ?? [];
      return marked(plain, value || key || '', id);
    })
    .join('\n');
}
