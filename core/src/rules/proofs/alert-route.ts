import type { AlertFile, AlertRule } from '../../evidence/alerts/alert-rules.ts';
import { type AlertingSetup, alertingSetup, loadedBy, nearest } from '../../evidence/alerts/alerting-setup.ts';
import { reached } from '../../evidence/alerts/alertmanager.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { quoted, someOf } from '../../spec/words.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Proof } from '../proof.ts';
import type { Context, Fact } from '../rule.ts';
import type { Subject } from '../subject.ts';

type Severity = 'page' | 'ticket' | 'info';

/** What people call each; other words are not judged. */
const meanings = new Map<string, Severity>(
  Object.entries({
    page: ['page', 'critical', 'crit', 'emergency', 'fatal', 'p0', 'p1', 'sev0', 'sev1', 'sev-0', 'sev-1'],
    ticket: ['ticket', 'warning', 'warn', 'p3', 'sev3', 'sev-3'],
    info: ['info', 'informational', 'notice', 'none', 'debug'],
  }).flatMap(([severity, words]) => words.map((word) => [word, severity as Severity] as const)),
);

/** The severity of a rule in the words of the spec, where it has one that everybody understands. */
export function severityOf({ labels }: AlertRule): Severity | undefined {
  return meanings.get(labels.get('severity')?.value.trim().toLowerCase() ?? '');
}

export function severityProof(alert: Subject<Alert>, rule: AlertRule, file: ArtifactPath): Proof | undefined {
  const own = alert.value.get('severity');
  const label = rule.labels.get('severity');
  const meant = severityOf(rule);
  if (own === undefined || label === undefined || meant === undefined || meant === own.value) return undefined;
  const where = `${shownPath(file)}:${label.line}`;
  return {
    at: own,
    state: 'contradicted',
    reason: `${quoted(alert.id)} is a matter for ${quoted(own.value)} here, but its rule in ${where} has the severity ${quoted(label.value)}.`,
    facts: [{ file, line: label.line, says: `Severity ${quoted(label.value)}.` }],
    fix: () => ({
      title: `Use "${meant}" from ${where}`,
      kind: 'adopt',
      safe: false,
      edits: [replaceScalar(own, meant)],
    }),
  };
}

/** Whom the alert reaches, and whether anything loads its rule, as far as the repository shows. */
export function onItsWay(
  context: Pick<Context, 'evidence'>,
  alert: Subject<Alert>,
  rule: AlertRule,
  file: ArtifactPath,
  facts: AlertFile,
): { readonly proofs: readonly Proof[]; readonly facts: readonly Fact[] } {
  const answer = context.evidence?.ask(alertingSetup(file.root));
  if (answer?.kind !== 'read' || facts.format !== 'prometheus') return { proofs: [], facts: [] };
  const route = routed(alert, rule, file, answer.facts);
  const loaded = facts.loadedByName ? loading(alert, file, answer.facts) : {};
  return {
    proofs: [route.proof, loaded.proof].filter((proof) => proof !== undefined),
    facts: [route.fact, loaded.fact].filter((fact) => fact !== undefined),
  };
}

interface Shown {
  readonly proof?: Proof;
  readonly fact?: Fact;
}

function routed(alert: Subject<Alert>, rule: AlertRule, rules: ArtifactPath, setup: AlertingSetup): Shown {
  const [only, another] = nearest(setup.alertmanager, rules.path);
  // Of several nobody knows which one is in use.
  if (only === undefined || another !== undefined) return {};
  const labels = new Map([...rule.labels].map(([name, { value }]) => [name, value]));
  const receivers = reached(only.facts, labels.set('alertname', rule.name));
  const sending = receivers.filter(({ ways }) => ways.length > 0);
  const file = { root: rules.root, path: only.path };
  const first = sending[0] ?? receivers[0];
  if (first === undefined) return {};
  const line = first.line === 0 ? undefined : first.line;
  if (sending.length > 0) {
    const names = someOf(sending.map(({ name, ways }) => `${quoted(name)} (${ways.join(', ')})`));
    return { fact: { file, line, says: `Sends it to ${names}.` } };
  }
  const names = someOf(receivers.map(({ name }) => quoted(name)));
  const reason = `${rule.name} reaches nobody: ${shownPath(file)}${line === undefined ? '' : `:${line}`} gives it to ${names}, which sends nothing.`;
  const at = alert.value.get('notify') ?? alert.value.get('rule') ?? alert.at;
  return {
    proof: {
      at,
      state: 'contradicted',
      reason,
      facts: [{ file, line, says: `Receiver ${names} has nothing to send with.` }],
    },
  };
}

/** The paths of `rule_files` are those of a container, so that what they seem to leave out may be loaded all the same. */
function loading(alert: Subject<Alert>, file: ArtifactPath, setup: AlertingSetup): Shown {
  const at = alert.value.get('rule');
  const [first] = nearest(setup.prometheus, file.path);
  if (first === undefined || at === undefined) return {};
  const loaded = loadedBy(setup, file.path);
  if (loaded !== undefined) {
    return {
      fact: { file: { root: file.root, path: loaded.path }, line: loaded.facts, says: `Loads ${shownPath(file)}.` },
    };
  }
  const config = { root: file.root, path: first.path };
  const says =
    first.facts.ruleFiles.length === 0
      ? 'There are no `rule_files`.'
      : `No entry of \`rule_files\` names ${shownPath(file)}.`;
  const reason = `The rule is there, but may never be loaded: no \`rule_files\` in ${shownPath(config)} names ${shownPath(file)}.`;
  return { proof: { at, state: 'linked', reach: 'linked', reason, facts: [{ file: config, says }] } };
}
