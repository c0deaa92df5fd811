import { blackedOut } from '../secrets.ts';
import type { ArtifactHost } from './host.ts';

/**
 * The same host, whose texts have their secrets blacked out: what no reader sees nobody tells, whatever is made of it on
 * the way, such as a slug in small letters. Large tables go by line by line as they are; only counts are made of them.
 */
export function withoutSecrets(host: ArtifactHost): ArtifactHost {
  return {
    text: async (file, most) => {
      const answer = await host.text(file, most);
      return answer.kind === 'unread' ? answer : { kind: 'read', facts: blackedOut(answer.facts) };
    },
    lines: (file, most, visit) => host.lines(file, most, visit),
    bytes: (file, start, end) => host.bytes(file, start, end),
    look: (path) => host.look(path),
    list: (folder, wants, most) => host.list(folder, wants, most),
    lastChange: (root, paths, until) => host.lastChange(root, paths, until),
  };
}
