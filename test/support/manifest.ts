import { readFileSync } from 'node:fs';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What stands in package.json. */
// biome-ignore lint/suspicious/noExplicitAny: as JSON.parse gives it; each test knows its part.
export const rawManifest: any = JSON.parse(readFileSync('package.json', 'utf8'));

export function texts(language: 'en' | 'de'): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(language === 'en' ? 'package.nls.json' : 'package.nls.de.json', 'utf8'));
}

/** package.json as VS Code reads it: with the English texts in their places. */
export const manifest: typeof rawManifest = filled(rawManifest, texts('en'));

function filled(value: Json, by: Readonly<Record<string, string>>): Json {
  if (typeof value === 'string') return by[/^%(.+)%$/.exec(value)?.[1] ?? ''] ?? value;
  if (Array.isArray(value)) return value.map((one) => filled(one, by));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, by)]));
}
