import type { Fact } from '../../assessment.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { AlertFacts } from '../../evidence/alerts/alert-rules.ts';
import { type AlertingSetup, nearest } from '../../evidence/alerts/alerting-setup.ts';
import { isLoud, type Routing } from '../../evidence/alerts/alertmanager.ts';
import { reached, type Taking, wordsFor } from '../../evidence/alerts/routes.ts';
import type { Placed } from '../../evidence/formats/yaml-documents.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { quoted, someOf } from '../../spec/words.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { inhibitedProof } from './alert-inhibition.ts';
import { alertLabels, called } from './alert-labels.ts';
import { meanings } from './alert-severity.ts';
import { otherTeamProof } from './alert-team.ts';

/** What a configuration shows of an alert. */
export interface Shown {
  readonly proof?: Proof;
  readonly fact?: Fact;
}

/** Whom the alert reaches, by the configuration of Alertmanager that stands next to the rules. */
export function routed(
  context: Context,
  alert: Subject<Alert>,
  rule: AlertRule,
  rules: ArtifactPath,
  facts: AlertFacts,
  setup: AlertingSetup,
): Shown {
  const [only, another] = nearest(setup.alertmanager, rules.path);
  // Of several nobody knows which one is in use.
  if (only === undefined || another !== undefined) return {};
  const file = { root: rules.root, path: only.path };
  const at = alert.value.get('notify') ?? alert.value.get('rule') ?? alert.at;
  const { refused } = only.facts;
  if (refused !== undefined) return refusedBy('Alertmanager', alert.value.get('rule') ?? alert.at, file, refused);
  const labels = alertLabels(rule);
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
        unpagedProof(alert, rule, file, sending, only.facts) ??
        unsureProof(alert, rule, file, receivers) ??
        inhibitedProof(alert, rule, file, only.facts, facts) ??
        otherTeamProof(context, alert, rule, file, sending, only.facts),
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
  const goes = (severity: string) => called(reached(routing, alertLabels(rule, severity)));
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
  return { at, state: 'linked', reason, facts, lacks: `${shownPath(file)}#${word} for ${given}` };
}

/** What is to wake somebody goes to a channel only, while others go to a pager. */
function unpagedProof(
  alert: Subject<Alert>,
  rule: AlertRule,
  file: ArtifactPath,
  sending: readonly Taking[],
  { receivers }: Routing,
): Proof | undefined {
  const own = alert.value.get('severity');
  if (own?.value !== 'page' || ![...receivers.values()].some(isLoud) || sending.some(isLoud)) return undefined;
  const reason = `${rule.name} is to page somebody, and ${shownPath(file)} gives it to ${called(sending)} only.`;
  const facts = [{ file, line: sending[0]?.line, says: `Sends it to ${called(sending)}.` }];
  return { at: own, state: 'linked', reason, facts, lacks: `${shownPath(file)}#${called(sending)}` };
}

/** Nobody knows whether an earlier route takes it away to where nobody hears of it. */
function unsureProof(
  alert: Subject<Alert>,
  rule: AlertRule,
  file: ArtifactPath,
  receivers: readonly Taking[],
): Proof | undefined {
  const own = alert.value.get('severity');
  const isHeard = (one: Taking) => (own?.value === 'page' ? isLoud(one) : one.ways.length > 0);
  const heard = receivers.filter(isHeard);
  if (heard.some(({ perhaps, unless }) => perhaps === undefined && unless === undefined)) return undefined;
  const doubt = heard.map(({ perhaps, unless }) => perhaps ?? unless).find((one) => one !== undefined);
  const instead = receivers.filter((one) => !isHeard(one));
  if (doubt === undefined || instead.length === 0) return undefined;
  const { matcher, line } = doubt;
  const asks = `asks for \`${matcher.label}\``;
  const why =
    rule.labels.has(matcher.label) || matcher.label === 'alertname'
      ? `${asks} by a pattern that is not read`
      : `${asks}, which the rule does not set`;
  const reason = `Whether ${rule.name} reaches ${called(heard)} or ${called(instead)} does not show: the route in ${shownPath(file)}:${line} ${why}.`;
  const facts = [{ file, line, says: `A route that ${asks}.` }];
  return { at: own ?? alert.at, state: 'linked', reach: 'linked', reason, facts };
}

/** Whoever loads a configuration that is no YAML, or says a key twice, loads nothing of it. */
export function refusedBy(who: string, at: Proof['at'], file: ArtifactPath, { value, line }: Placed): Shown {
  const path = shownPath(file);
  const facts = [{ file, line, says: `The line ${value}.` }];
  return {
    proof: { at, state: 'contradicted', reason: `${who} refuses ${path}: line ${line} ${value}.`, facts, lacks: path },
  };
}
