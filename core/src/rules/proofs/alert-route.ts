import type { Fact } from '../../assessment.ts';
import type { AlertFile, AlertRule } from '../../evidence/alerts/alert-file.ts';
import { type AlertingSetup, alertingSetup, loadedBy, nearest } from '../../evidence/alerts/alerting-setup.ts';
import { type Routing, reached, type Taking, wordsFor } from '../../evidence/alerts/alertmanager.ts';
import type { Placed } from '../../evidence/formats/yaml-documents.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { quoted, someOf } from '../../spec/words.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
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
  const file = { root: rules.root, path: only.path };
  const at = alert.value.get('notify') ?? alert.value.get('rule') ?? alert.at;
  const { refused } = only.facts;
  if (refused !== undefined) return refusedBy('Alertmanager', alert.value.get('rule') ?? alert.at, file, refused);
  const labels = labelsOf(rule);
  const receivers = reached(only.facts, labels);
  const sending = receivers.filter(({ ways }) => ways.length > 0);
  const first = sending[0] ?? receivers[0];
  if (first === undefined) return {};
  const line = first.line === 0 ? undefined : first.line;
  if (sending.length > 0) {
    const fact = { file, line, says: `Sends it to ${called(sending)}.` };
    return {
      fact,
      proof:
        mutedProof(at, rule, file, sending) ??
        elsewhereProof(alert, rule, file, only.facts) ??
        unpagedProof(alert, rule, file, sending, only.facts),
    };
  }
  const names = someOf(receivers.map(({ name }) => quoted(name)));
  const reason = `${rule.name} reaches nobody: ${shownPath(file)}${line === undefined ? '' : `:${line}`} gives it to ${names}, which sends nothing.`;
  return {
    proof: {
      at,
      state: 'contradicted',
      reason,
      facts: [{ file, line, says: `Receiver ${names} has nothing to send with.` }],
      lacks: `${shownPath(file)}#${names}`,
    },
  };
}

function labelsOf(rule: AlertRule, severity?: string): ReadonlyMap<string, string> {
  const labels = new Map([...rule.labels].map(([name, { value }]) => [name, value]));
  if (severity !== undefined) labels.set('severity', severity);
  return labels.set('alertname', rule.name);
}

function called(receivers: readonly Taking[]): string {
  return someOf(receivers.map(({ name, ways }) => `${quoted(name)} (${ways.join(', ')})`));
}

/** Nobody hears of it at any time, or at some times only. */
function mutedProof(
  at: Proof['at'],
  rule: AlertRule,
  file: ArtifactPath,
  sending: readonly Taking[],
): Proof | undefined {
  const muted = sending.flatMap((one) => one.muted ?? []);
  const [first] = muted;
  if (first === undefined || muted.length < sending.length) return undefined;
  const always = muted.every(({ holds }) => holds === 'always');
  const { by, line } = muted.find(({ holds }) => holds === 'sometimes') ?? first;
  const where = `${shownPath(file)}:${line}`;
  const facts = [{ file, line, says: `Sends nothing ${always ? 'at any time' : 'at some times'}, by ${quoted(by)}.` }];
  return always
    ? {
        at,
        state: 'contradicted',
        reason: `${rule.name} reaches nobody: ${quoted(by)} mutes its route in ${where} at any time.`,
        facts,
        lacks: `${shownPath(file)}#${by}`,
      }
    : {
        at,
        state: 'linked',
        reach: 'linked',
        reason: `${rule.name} reaches somebody only at times: ${quoted(by)} limits its route in ${where}.`,
        facts,
      };
}

/**
 * Routes tell alerts apart by the very word of their severity. A rule with another word for the same, or with none, goes
 * where alerts of that severity do not go.
 */
function elsewhereProof(
  alert: Subject<Alert>,
  rule: AlertRule,
  file: ArtifactPath,
  routing: Routing,
): Proof | undefined {
  const own = alert.value.get('severity');
  if (own === undefined) return undefined;
  const words = wordsFor(routing, 'severity');
  const wanted = [...words].filter((word) => meanings.get(word.toLowerCase()) === own.value);
  const label = rule.labels.get('severity');
  const given = label?.value ?? '';
  const [word] = wanted;
  if (word === undefined || words.has(given)) return undefined;
  const goes = (severity: string) => called(reached(routing, labelsOf(rule, severity)));
  const [there, here] = [goes(word), goes(given)];
  const line = label?.line ?? rule.line;
  const at = own;
  const facts = [{ file, says: `Takes severity="${word}" to ${there}.` }];
  if (given.includes('{{')) {
    const reason = `Whether ${rule.name} reaches ${there} does not show: a template makes its severity (line ${line} of its file).`;
    return { at, state: 'linked', reach: 'linked', reason, facts };
  }
  if (there === here) return undefined;
  const has = label === undefined ? 'its rule has no severity' : `its rule has ${quoted(given)} (line ${line})`;
  const reason = `${rule.name} goes to ${here}, and not to ${there}: ${shownPath(file)} asks for severity="${word}", and ${has}.`;
  return { at, state: 'linked', reason, facts };
}

/** Ways of sending that wake nobody. */
const quiet = /^(?:slack|email|msteams|msteamsv2|discord|webex|mattermost|rocketchat)$/;

/** What is to wake somebody goes to a channel only, while others go to a pager. */
function unpagedProof(
  alert: Subject<Alert>,
  rule: AlertRule,
  file: ArtifactPath,
  sending: readonly Taking[],
  { receivers }: Routing,
): Proof | undefined {
  const own = alert.value.get('severity');
  const hasPager = [...receivers.values()].some(({ ways }) => ways.some((way) => !quiet.test(way)));
  if (own?.value !== 'page' || !hasPager || !sending.every(({ ways }) => ways.every((way) => quiet.test(way))))
    return undefined;
  const reason = `${rule.name} is to page somebody, and ${shownPath(file)} gives it to ${called(sending)} only.`;
  return { at: own, state: 'linked', reason, facts: [{ file, says: `Sends it to ${called(sending)}.` }] };
}

/** Whoever loads a configuration that is no YAML, or says a key twice, loads nothing of it. */
function refusedBy(who: string, at: Proof['at'], file: ArtifactPath, { value, line }: Placed): Shown {
  const path = shownPath(file);
  const facts = [{ file, line, says: `The line ${value}.` }];
  return {
    proof: { at, state: 'contradicted', reason: `${who} refuses ${path}: line ${line} ${value}.`, facts, lacks: path },
  };
}

/** The paths of `rule_files` are those of a container, so that what they seem to leave out may be loaded all the same. */
function loading(alert: Subject<Alert>, file: ArtifactPath, setup: AlertingSetup): Shown {
  const at = alert.value.get('rule');
  const [first, second] = nearest(setup.prometheus, file.path);
  if (first === undefined || at === undefined) return {};
  const { refused } = first.facts;
  // Of several nobody knows which one is in use.
  if (refused !== undefined && second === undefined)
    return refusedBy('Prometheus', at, { root: file.root, path: first.path }, refused);
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
