/** URIs that end in a path of folders, whatever their scheme. */

/** One spelling for the many ways of encoding the same. */
export function canonicalUri(uri: string): string {
  const [, scheme, authority, path] = /^([a-z][a-z0-9+.-]*:)((?:\/\/[^/?#]*)?)([^?#]*)/i.exec(uri) ?? [];
  if (scheme === undefined || authority === undefined || path === undefined) return uri;
  try {
    const parts = path.split('/').map((part) => encodeURIComponent(decodeURIComponent(part)));
    return scheme.toLowerCase() + authority + parts.join('/');
  } catch {
    return uri;
  }
}

/** What is at a path below a folder. The path is as people write it, and leads nowhere else. */
export function uriBelow(folder: string, path: string): string {
  const below = path.split('/').filter((part) => part !== '' && part !== '.');
  if (below.length === 0) return folder;
  return [folder.replace(/\/$/, ''), ...below.map(encodeURIComponent)].join('/');
}

/** The way from a folder down to what is in it, as people write it; undefined for what is elsewhere. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const home = `${folder.replace(/\/$/, '')}/`;
  if (`${uri.replace(/\/$/, '')}/` === home) return '';
  return uri.startsWith(home) ? uri.slice(home.length).split('/').map(decoded).join('/') : undefined;
}

/** The last part of a path, as people write it. */
export function baseName(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** A per cent sign may stand for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The folder that a file or a folder lies in; undefined at the top. */
export function parentUri(uri: string): string | undefined {
  const [, head, above] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)((?:\/[^/]+)*)\/[^/]+\/?$/i.exec(uri) ?? [];
  return head === undefined ? undefined : head + (above || '/');
}
