import type { State } from '../assessment.ts';
import { html } from './escape.ts';
import { type Box, type Line, layOut, lineHeight } from './layout.ts';
import type { SystemMap } from './map.ts';
import { looks } from './states.ts';

/**
 * The map as SVG, to stand in a page with `mapStyle`. Each box says its state in a word and by a shape of its own; a
 * broken border means that something is to be done. With `line`, which says where an offset stands, each box leads there.
 */
export function svg(map: SystemMap, title: string, id = 'map', line?: (offset: number) => number): string {
  const { width, height, boxes, lines } = layOut(map);
  return [
    `<svg class="map" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${line === undefined ? 'img' : 'group'}" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="${id}-title">${html(title)}</title>`,
    `<desc id="${id}-desc">The list below the map says the same in words.</desc>`,
    `<defs><marker id="${id}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" class="head"/></marker></defs>`,
    ...lines.map((one) => drawLine(one, id)),
    ...boxes.map((box) => (line === undefined ? drawBox(box) : linkedBox(box, line))),
    '</svg>',
  ].join('\n');
}

function drawLine({ link, points }: Line, id: string): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let before = first;
  let path = `M${first.x} ${first.y}`;
  for (const point of rest) {
    // Level at both ends, as if drawn from left to right in one go.
    const half = Math.round((before.x + point.x) / 2);
    path += `C${half} ${before.y} ${half} ${point.y} ${point.x} ${point.y}`;
    before = point;
  }
  return `<path class="line" d="${path}" marker-end="url(#${id}-arrow)"><title>${html(link.says)}</title></path>`;
}

/** Its name is what can be read in it. */
function linkedBox(box: Box, line: (offset: number) => number): string {
  const { span } = box.node;
  if (span === undefined) return drawBox(box);
  const at = line(span.start);
  return `<a href="#line-${at}" data-line="${at}">${drawBox(box)}</a>`;
}

function drawBox({ node, lines, x, y, width, height }: Box): string {
  const { kind, state } = node;
  const mood = state === undefined ? 'neutral' : looks[state].mood;
  const texts = [
    `<text class="name" x="12" y="${20 + lineHeight}">${html(lines.name)}</text>`,
    ...[lines.detail, lines.owner]
      .filter((line) => line !== undefined)
      .map((line, index) => `<text x="12" y="${20 + lineHeight * (2 + index)}">${html(line)}</text>`),
  ];
  return [
    `<g class="box ${mood}" transform="translate(${x} ${y})">`,
    `<rect width="${width}" height="${height}" rx="${kind === 'source' || kind === 'log' ? 14 : 5}"/>`,
    `<text class="kind" x="12" y="18">${kind}</text>`,
    state === undefined ? '' : badge(state, width),
    ...texts,
    '</g>',
  ].join(' ');
}

function badge(state: State, width: number): string {
  return `<g class="badge" transform="translate(${width - 20} 14)">${shapes[state]}<text class="state" x="-9" y="4" text-anchor="end">${state}</text></g>`;
}

/** Twelve pixels wide around their middle; as different as letters, so that no two need a colour to be told apart. */
const shapes: Readonly<Record<State, string>> = {
  contradicted: '<path class="stroke" d="M-5 -5L5 5M5 -5L-5 5"/>',
  missing: '<circle class="stroke" r="5" stroke-dasharray="2 2.2"/>',
  hollow: '<circle class="stroke" r="5"/>',
  stale: '<path class="stroke" d="M-5 -6H5L-5 6H5Z"/>',
  declared: '<path class="stroke" d="M-5 0L-1 4L6 -5"/>',
  unverifiable: '<path class="stroke" d="M0 -6L6 0L0 6L-6 0Z"/>',
  linked: '<circle class="stroke" r="5"/><path class="fill" d="M0 -5A5 5 0 0 1 0 5Z"/>',
  proven: '<circle class="fill" r="6"/>',
  waived: '<circle class="stroke" r="5"/><path class="stroke" d="M-3.5 3.5L3.5 -3.5"/>',
  'not-applicable': '<path class="stroke" d="M-5 0H5"/>',
};

/** For the page around it, which defines the colours: `--ink --faint --paper --line --bad --weak --good`. */
export const mapStyle = `
.map { font: 13px system-ui, sans-serif; max-width: none; display: block }
.map text { fill: var(--ink) }
.map .kind { fill: var(--faint); font-size: 11px; letter-spacing: .04em }
.map .name { font-weight: 600; font-size: 14px }
.map .state { font-size: 11px; font-weight: 600; fill: var(--mood) }
.map rect { fill: var(--paper); stroke: var(--mood); stroke-width: 1.5 }
.map .bad rect, .map .weak rect { stroke-dasharray: 6 4; stroke-width: 2 }
.map .line { fill: none; stroke: var(--line); stroke-width: 1.4 }
.map .head { fill: var(--line) }
.map .stroke { fill: none; stroke: var(--mood); stroke-width: 2; stroke-linecap: round }
.map .fill { fill: var(--mood) }
.map a { cursor: pointer; text-decoration: none } .map a:hover rect { stroke-width: 2.5 } .map a:focus-visible { outline: none } .map a:focus-visible rect { stroke: var(--link); stroke-width: 4; stroke-dasharray: none }
.map .box { --mood: var(--faint) } .map .bad { --mood: var(--bad) } .map .weak { --mood: var(--weak) } .map .good { --mood: var(--good) }
`;
