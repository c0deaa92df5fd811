/** A file of the survey by its name alone. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** An id for a spec, made of a name; `undefined` where nothing of it is left. */
export function idOf(name: string): string | undefined {
  const parts = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2');
  const id = parts
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  return id === '' ? undefined : id;
}
