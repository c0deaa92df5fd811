import type { AnyNode } from '../../yaml/tree.ts';
import { entriesAt, inside, itemsAt, type Structured, textAt, textsAt } from '../formats/structured.ts';
import {
  type Alternative,
  type Api,
  followed,
  leadsAway,
  type Operation,
  type Scheme,
  type Security,
} from './described.ts';
import { schemeOf } from './openapi.ts';

/** AsyncAPI 2 and 3: an operation is a message that is sent or received on a channel. */
export function readAsyncapi({ root, line }: Structured): Api {
  const schemes = new Map<string, Scheme>(
    entriesAt(root, 'components', 'securitySchemes').map(({ key, value }) => {
      return [key.value, schemeOf(followed(root, value), line(key))];
    }),
  );
  const servers = entriesAt(root, 'servers').map(({ value }) => inside(followed(root, value), 'security'));
  const everywhere = servers.find((security) => security !== undefined);
  const securityOf = (node: AnyNode | undefined): Security => {
    const alternatives = itemsAt(node ?? everywhere).flatMap((item): Alternative[] => {
      const reference = textAt(item, '$ref');
      if (reference !== undefined) return [new Map([[reference.split('/').at(-1) ?? '', textsAt(item, 'scopes')]])];
      // In version 3 an item may be the scheme itself.
      const type = textAt(item, 'type');
      if (type !== undefined) {
        schemes.set(type, schemeOf(item, line(item)));
        return [new Map([[type, textsAt(item, 'scopes')]])];
      }
      const named: Alternative = new Map(entriesAt(item).map(({ key, value }) => [key.value, textsAt(value)]));
      return named.size === 0 ? [] : [named];
    });
    return alternatives.length === 0 ? { kind: 'silent' } : { kind: 'named', alternatives };
  };

  const inChannels = entriesAt(root, 'channels').flatMap(({ key, value }): Operation[] => {
    const channel = followed(root, value);
    const calls = ['publish', 'subscribe'].flatMap((verb): Operation[] => {
      const operation = inside(channel, verb);
      if (operation === undefined) return [];
      const security = securityOf(inside(operation, 'security'));
      const id = textAt(operation, 'operationId');
      return [{ name: `${verb} ${key.value}`, id, line: line(operation), security, deprecated: false }];
    });
    const address = textAt(channel, 'address');
    const itself = {
      name: key.value,
      id: address,
      line: line(key),
      security: securityOf(undefined),
      deprecated: false,
    };
    return [itself, ...calls];
  });
  const own = entriesAt(root, 'operations').map(({ key, value }): Operation => {
    const security = securityOf(inside(followed(root, value), 'security'));
    return { name: key.value, id: key.value, line: line(key), security, deprecated: false };
  });
  return {
    kind: 'asyncapi',
    title: textAt(root, 'info', 'title'),
    version: textAt(root, 'info', 'version'),
    versionLine: line(inside(root, 'info', 'version') ?? inside(root, 'info')),
    operations: [...inChannels, ...own],
    schemes,
    partial: [...entriesAt(root, 'channels'), ...entriesAt(root, 'operations')].some(({ value }) => leadsAway(value)),
  };
}
