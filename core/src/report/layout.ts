import { Graph, layout } from '@dagrejs/dagre';
import type { MapLink, MapNode, SystemMap } from './map.ts';

/** A map with its places, in pixels from the top left corner. */
export interface LaidOut {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

export interface Box {
  readonly node: MapNode;
  readonly lines: BoxText;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BoxText {
  readonly name: string;
  readonly detail?: string;
  readonly owner?: string;
}

export interface Line {
  readonly link: MapLink;
  /** From the right side of one box to the left side of the other, by way of the gaps between the boxes passed. */
  readonly points: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From left to right: what is read, what answers, who uses it, who watches. */
export function layOut(map: SystemMap): LaidOut {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 64, marginx: 8, marginy: 8 });
  for (const node of map.nodes) {
    const text = textOf(node);
    graph.setNode(node.id, { width: widthOf(text, node), height: heightOf(text) });
  }
  for (const [index, { from, to }] of map.links.entries()) graph.setEdge(from, to, {}, String(index));
  layout(graph);

  const boxes = map.nodes.map((node): Box => {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(node.id);
    return {
      node,
      lines: textOf(node),
      x: round(x - width / 2),
      y: round(y - height / 2),
      width: round(width),
      height,
    };
  });
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes,
    lines: map.links.flatMap((link, index) => {
      const [from, to] = [byId.get(link.from), byId.get(link.to)];
      if (from === undefined || to === undefined) return [];
      const { points = [] } = graph.edge(link.from, link.to, String(index));
      const between = points.length > 3 ? points.slice(1, -1) : [];
      const way = between.map(({ x, y }: Point) => ({ x: round(x), y: round(y) }));
      return [{ link, points: [{ x: from.x + from.width, y: middle(from) }, ...way, { x: to.x, y: middle(to) }] }];
    }),
  };
}

function middle({ y, height }: Box): number {
  return round(y + height / 2);
}

/** As much of a line as a box can hold, in characters. */
const longest = 26;

function textOf({ name, detail, owner }: MapNode): BoxText {
  return {
    name: cut(name),
    ...(detail ? { detail: cut(detail) } : {}),
    ...(owner === undefined ? {} : { owner: cut(`owner ${owner}`) }),
  };
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Room for the kind and the state above, and for letters as wide as they mostly are. */
function widthOf({ name, detail = '', owner = '' }: BoxText, { kind, state }: MapNode): number {
  const above = kind.length + (state?.length ?? 0);
  return Math.max(above * 7 + 62, name.length * 8.8 + 24, Math.max(detail.length, owner.length) * 7.2 + 24);
}

export const lineHeight = 17;

function heightOf({ detail, owner }: BoxText): number {
  return 34 + lineHeight * (1 + (detail === undefined ? 0 : 1) + (owner === undefined ? 0 : 1));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
