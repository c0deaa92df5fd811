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
  const { name, headline, left, verdict, isReady, claimed } = spec;
  return {
    label: name,
    description: claimed === 'retired' || claimed === null ? left : `${left} · ${stagesOf(claimed, spec.earned)}`,
    icon: icon(isReady ? 'pass' : 'error', isReady ? 'good' : 'bad'),
    tooltip: `${path}\n${headline}. ${verdict}`,
    spoken: `${name}. ${headline}. ${verdict} ${path}`,
  };
}

function stagesOf(claimed: string, earned: string | null): string {
  if (earned === null) return vscode.l10n.t('claims {0}, earned no stage yet', claimed);
  if (claimed === earned) return vscode.l10n.t('earned {0}', earned);
  return vscode.l10n.t('claims {0}, earned {1}', claimed, earned);
}

const standings: Readonly<Record<ReadinessLine['standing'], string>> = {
  answered: vscode.l10n.t('answered'),
  open: vscode.l10n.t('open'),
  'not asked': vscode.l10n.t('not asked'),
};

export function lineItem({ id, label, title, standing, state, mood, rows, more }: ReadinessLine): Shown {
  const number = /^Q\d$/.test(id) ? `${id} ` : '';
  const count = rows.length + more;
  const word = standing === 'not asked' ? standings[standing] : `${standings[standing]}, ${state}`;
  const open = openSentence(count);
  return {
    label: `${number}${label}`,
    description: count === 0 ? word : `${word} · ${count}`,
    icon: icon(shapes[standing === 'not asked' ? 'not-applicable' : state] ?? 'circle-outline', mood),
    tooltip: `${title}\n${capital(word)}. ${open}`.trimEnd(),
    spoken: `${number}${label}: ${word}. ${title} ${open}`.trimEnd(),
  };
}

function openSentence(count: number): string {
  if (count === 0) return '';
  return count === 1 ? vscode.l10n.t('1 thing is open.') : vscode.l10n.t('{0} things are open.', count);
}

/** The side bar is narrow: what is asked comes first, and where. */
export function rowItem({ rule, message, state, blocks, range, toFix }: ReadinessRow): Shown {
  const at = range.start.line + 1;
  const line = blocks ? vscode.l10n.t('line {0}, blocks', at) : vscode.l10n.t('line {0}', at);
  const word = state ?? vscode.l10n.t('error');
  return {
    label: rule,
    description: `${line} · ${message}`,
    icon: icon(shapes[state ?? 'contradicted'] ?? 'circle-outline', blocks ? 'bad' : 'weak'),
    tooltip: [message, toFix, `${capital(word)}, ${line}.`].filter(Boolean).join('\n\n'),
    spoken: `${rule}, ${word}, ${line}: ${message}`,
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
