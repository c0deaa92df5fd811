import { mermaid as escaped } from './escape.ts';
import type { MapNode, NodeKind, SystemMap } from './map.ts';
import { looks } from './states.ts';

/** The map as a Mermaid flowchart, which GitHub and GitLab draw in Markdown. */
export function mermaid({ nodes, links }: SystemMap): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  return [
    'flowchart LR',
    ...nodes.map((node) => `  ${names.get(node.id)}${around(node.kind, label(node))}`),
    ...marked(nodes, names),
    ...links.map(({ from, to, says }) => `  ${names.get(from)} -- "${escaped(says)}" --> ${names.get(to)}`),
    '',
  ].join('\n');
}

/** What calls for work has another border, in whatever colours the page has: as in the picture, dashes. */
function marked(nodes: readonly MapNode[], names: ReadonlyMap<string, string>): string[] {
  const short = nodes.filter(({ state }) => state !== undefined && /^(?:bad|weak)$/.test(looks[state].mood));
  if (short.length === 0) return [];
  const ids = short.map(({ id }) => names.get(id)).join(',');
  return ['  classDef short stroke-width:2px,stroke-dasharray:6 4', `  class ${ids} short`];
}

function label({ kind, name, detail, owner, state }: MapNode): string {
  return [
    kind === name || kind === 'log' ? name : `${kind}: ${name}`,
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
