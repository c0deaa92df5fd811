import { mermaid as escaped } from './escape.ts';
import type { MapNode, NodeKind, SystemMap } from './map.ts';
import { looks } from './states.ts';

/** The map as a Mermaid flowchart, which GitHub and GitLab draw in Markdown. */
export function mermaid({ nodes, links }: SystemMap): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  return [
    'flowchart LR',
    ...nodes.map((node) => `  ${names.get(node.id)}${around(node.kind, label(node))}`),
    ...links.map(({ from, to, says }) => `  ${names.get(from)} -- "${escaped(says)}" --> ${names.get(to)}`),
    '',
  ].join('\n');
}

function label({ kind, name, detail, owner, state }: MapNode): string {
  return [
    kind === name ? name : `${kind}: ${name}`,
    detail ?? '',
    owner === undefined ? '' : `owner ${owner}`,
    state === undefined ? '' : `${looks[state].sign} ${state}`,
  ]
    .filter((line) => line !== '')
    .map(escaped)
    .join('<br>');
}

function around(kind: NodeKind, text: string): string {
  switch (kind) {
    case 'source':
    case 'log':
      return `[("${text}")]`;
    case 'users':
    case 'owner':
      return `(["${text}"])`;
    case 'alert':
      return `{{"${text}"}}`;
    default:
      return `["${text}"]`;
  }
}
