import { dateIn } from '../../dates.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Described } from './interfaces.ts';
import { toldVersion } from './told-version.ts';

/** The version in the path is the one that the system was built for; the document is of another one. */
export function otherVersion(named: Scalar<string>, { api, file, shown }: Described): Proof | undefined {
  const path = named.value.split('#')[0] ?? '';
  const { version, versionLine } = api;
  const said = version === undefined ? undefined : versionSaid(path, version);
  if (version === undefined || said === undefined) return undefined;
  // The version in addresses is often counted by itself: /v1 of version 2.3.
  if ((api.served ?? []).some((address) => new RegExp(`/v${said.major}(?:[/.]|$)`, 'i').test(address)))
    return undefined;
  const place = versionLine === undefined ? shown : `${shown}:${versionLine}`;
  return {
    at: named,
    state: 'contradicted',
    reason: `By its path "${path}" is of ${said.words}, but ${place} says ${toldVersion(version)}.`,
    facts: [
      { file, line: versionLine, says: `${api.title ?? 'The interface'} is in version ${toldVersion(version)}.` },
    ],
  };
}

/** What the path says, where it is another version. */
function versionSaid(path: string, version: string): { readonly major?: string; readonly words: string } | undefined {
  const [day, its] = [dateIn(path), dateIn(version)];
  if (day !== undefined && its !== undefined) return day === its ? undefined : { words: day };
  const said = versionIn(path);
  const stands = /^v?(\d{1,4}(?:\.\d+){0,3})(?![\d.])/i.exec(version)?.[1]?.split('.');
  // Before 1.0 a version says nothing of what it keeps compatible.
  if (said === undefined || stands === undefined || stands[0] === '0' || its !== undefined) return undefined;
  const isOther = said.some((part, index) => stands[index] !== undefined && Number(stands[index]) !== Number(part));
  return isOther ? { major: said[0], words: `version ${said.join('.')}` } : undefined;
}

/** `claims-core-v3.yaml`, `core/v3/api.yaml`, `claims-3.4.yaml`; that of OpenAPI itself is no version of the interface. */
function versionIn(path: string): readonly string[] | undefined {
  const bare = path.replace(/\.(?:ya?ml|json)$/i, '');
  const found = [...bare.matchAll(/(?<=^|[-_./])(?:v(\d+(?:[._]\d+){0,2})|(\d+\.\d+(?:\.\d+)?))(?=$|[-_./])/gi)];
  const own = found.filter(
    ({ index }) => !/(?:openapi|swagger|oas|asyncapi|mcp|schema)[-_./]$/i.test(bare.slice(0, index)),
  );
  const last = own.at(-1);
  return (last?.[1] ?? last?.[2])?.split(/[._]/);
}
