import * as vscode from 'vscode';
import type { ReadinessLine, ReadinessRow, SpecReadiness } from '../../../server/src/protocol.ts';

/** A shape for each state. What is written down or linked may be enough or not: that is for the colour and the words. */
const shapes: Readonly<Record<string, string>> = {
  contradicted: 'error',
  missing: 'circle-large-outline',
  hollow: 'issue-draft',
  stale: 'history',
  declared: 'edit',
  unverifiable: 'question',
  linked: 'link',
  proven: 'pass-filled',
  waived: 'circle-slash',
  'not-applicable': 'dash',
};

const colours: Readonly<Record<ReadinessLine['mood'], string | undefined>> = {
  bad: 'list.errorForeground',
  weak: 'list.warningForeground',
  good: 'testing.iconPassed',
  neutral: undefined,
};

function icon(shape: string, mood: ReadinessLine['mood']): vscode.ThemeIcon {
  const colour = colours[mood];
  return new vscode.ThemeIcon(shape, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}

/** How a spec, one of its lines or something open in it is shown: never by a colour alone. */
export function specItem(spec: SpecReadiness, path: string): Shown {
  const { name, headline, left, verdict, isReady, claimed, earned } = spec;
  const stages =
    claimed === earned ? `earned ${earned}` : `claims ${claimed ?? 'nothing'}, earned ${earned ?? 'nothing'}`;
  return {
    label: name,
    description: claimed === 'retired' || claimed === null ? left : `${left} · ${stages}`,
    icon: icon(isReady ? 'pass' : 'error', isReady ? 'good' : 'bad'),
    tooltip: `${path}\n${headline}. ${verdict}`,
    spoken: `${name}. ${headline}. ${verdict} ${path}`,
  };
}

export function lineItem({ id, label, title, standing, state, mood, rows, more }: ReadinessLine): Shown {
  const number = /^Q\d$/.test(id) ? `${id} ` : '';
  const count = rows.length + more;
  const word = standing === 'not asked' ? standing : `${standing}, ${state}`;
  return {
    label: `${number}${label}`,
    description: count === 0 ? word : `${word} · ${count}`,
    icon: icon(shapes[standing === 'not asked' ? 'not-applicable' : state] ?? 'circle-outline', mood),
    tooltip: `${title}\n${capital(word)}${count === 0 ? '' : `: ${count} ${count === 1 ? 'line' : 'lines'}`}.`,
    spoken: `${number}${label}: ${word}. ${title} ${count === 0 ? '' : `${count} open`}`,
  };
}

/** The side bar is narrow: what is asked comes first, and where. */
export function rowItem({ rule, message, state, blocks, range, toFix }: ReadinessRow): Shown {
  const line = `line ${range.start.line + 1}`;
  const weight = blocks ? ', blocks' : '';
  return {
    label: rule,
    description: `${line}${weight} · ${message}`,
    icon: icon(shapes[state ?? 'contradicted'] ?? 'circle-outline', blocks ? 'bad' : 'weak'),
    tooltip: [message, toFix, `${capital(state ?? 'error')}, ${line}${weight}.`].filter(Boolean).join('\n\n'),
    spoken: `${rule}, ${state ?? 'error'}, ${line}${weight}: ${message}`,
  };
}

export interface Shown {
  readonly label: string;
  readonly description: string;
  readonly icon: vscode.ThemeIcon;
  readonly tooltip: string;
  /** For screen readers. */
  readonly spoken: string;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
