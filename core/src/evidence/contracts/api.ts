import { inside, type Structured, structured } from '../formats/structured.ts';
import { readAsyncapi } from './asyncapi.ts';
import type { Api, Operation } from './described.ts';
import { readGraphql } from './graphql.ts';
import { readMcp } from './mcp.ts';
import { readOpenapi } from './openapi.ts';

/** Tells by the content what describes an interface, and reads it. */
export function readApi(text: string): Api {
  if (
    /^[\s\uFEFF]*(?:#|"""|(?:extend\s+)?(?:type|schema|interface|input|scalar|directive|enum|union)\b(?!\s*:))/.test(
      text,
    )
  ) {
    const api = readGraphql(text);
    if (api.operations.length > 0) return api;
  }
  const document = structured(text);
  return { ...readDocument(document), slip: document.slip(true) };
}

function readDocument(document: Structured): Api {
  const has = (key: string) => inside(document.root, key) !== undefined;
  if (has('openapi') || has('swagger')) return readOpenapi(document);
  if (has('asyncapi')) return readAsyncapi(document);
  return readMcp(document);
}

/** The operation that a selector names: by its id, as `METHOD /path`, or by its name. */
export function operationOf({ operations }: Api, selector: string): Operation | undefined {
  const wanted = plain(selector);
  return operations.find(({ id }) => id === selector) ?? operations.find(({ name }) => plain(name) === wanted);
}

/** `post  /claims/` is `POST /claims`. */
function plain(name: string): string {
  const [, method, path] = /^([a-z]+)\s+(\/\S*)$/i.exec(name.trim()) ?? [];
  if (method === undefined || path === undefined) return name.trim();
  return `${method.toUpperCase()} ${path.replace(/(?<=.)\/$/, '')}`;
}
