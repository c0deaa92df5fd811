import type { Scalar } from '../yaml/tree.ts';
import { pointer, type SpecDocument } from './document.ts';
import type { Path, Place } from './place.ts';

/** What stands at an offset of a spec: a key or a scalar value, with its place. */
export interface Token {
  readonly place: Place;
  readonly kind: 'key' | 'value';
  readonly node: Scalar<string | number>;
}

/** The token that covers `offset`, its end included, as a cursor behind a word is still at the word. */
export function tokenAt(
  { tree, placesByEntry }: Pick<SpecDocument, 'tree' | 'placesByEntry'>,
  offset: number,
): Token | undefined {
  const covers = (node: Scalar<string | number> | undefined): node is Scalar<string | number> =>
    node !== undefined && node.span.start <= offset && offset <= node.span.end;
  const section = tree.entries.findLastIndex(({ key }) => key.span.start <= offset);
  for (const place of placesByEntry[section]?.all ?? []) {
    if (covers(place.key)) return { place, kind: 'key', node: place.key };
    if (place.node?.kind === 'scalar' && covers(place.node)) return { place, kind: 'value', node: place.node };
  }
  return undefined;
}

/** A value of the spec that names an artifact. */
export interface ReferencePlace {
  readonly path: Path;
  readonly node: Scalar<string>;
  readonly inFlow: boolean;
}

/** All values that name artifacts, placeholders left out. */
export function referencePlaces({ places }: Pick<SpecDocument, 'places'>): readonly ReferencePlace[] {
  return places.flatMap(({ path, node, field, placeholder, inFlow }) =>
    field?.artifact === undefined || node?.kind !== 'scalar' || placeholder
      ? []
      : [{ path, node: node as Scalar<string>, inFlow }],
  );
}

/** Whether what was judged at the pointer `subject` holds the place at `path`. */
export function isAbout(subject: string, path: Path): boolean {
  const own = pointer(path);
  return own === subject || own.startsWith(`${subject}/`);
}
