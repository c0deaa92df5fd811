import type { Fact } from '../../assessment.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { AlertFacts } from '../../evidence/alerts/alert-rules.ts';
import { type AlertingSetup, alertingSetup, loadedBy, nearest } from '../../evidence/alerts/alerting-setup.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Alert } from '../../spec/types.generated.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { unreadProof } from './alert-group.ts';
import { refusedBy, routed, type Shown } from './alert-receivers.ts';

/** Whom the alert reaches, and whether anything loads its rule, as far as the repository shows. */
export function onItsWay(
  context: Context,
  alert: Subject<Alert>,
  rule: AlertRule,
  file: ArtifactPath,
  facts: AlertFacts,
): { readonly proofs: readonly Proof[]; readonly facts: readonly Fact[] } {
  const answer = context.evidence?.ask(alertingSetup(file.root));
  if (answer?.kind !== 'read' || facts.format !== 'prometheus') return { proofs: [], facts: [] };
  const route = routed(context, alert, rule, file, facts, answer.facts);
  const loaded = facts.loadedByName ? loading(alert, rule, file, answer.facts) : {};
  return {
    proofs: [route.proof, loaded.proof].filter((proof) => proof !== undefined),
    facts: [route.fact, loaded.fact].filter((fact) => fact !== undefined),
  };
}

/** The paths of `rule_files` are those of a container, so that what they seem to leave out may be loaded all the same. */
function loading(alert: Subject<Alert>, rule: AlertRule, file: ArtifactPath, setup: AlertingSetup): Shown {
  const at = alert.value.get('rule');
  const [first, second] = nearest(setup.prometheus, file.path);
  if (first === undefined || at === undefined) return { proof: unreadProof(alert, rule, file, undefined) };
  const { refused } = first.facts;
  // Of several nobody knows which one is in use.
  if (refused !== undefined && second === undefined)
    return refusedBy('Prometheus', at, { root: file.root, path: first.path }, refused);
  const loaded = loadedBy(setup, file.path);
  if (loaded !== undefined) {
    const by = { root: file.root, path: loaded.path };
    return {
      fact: { file: by, line: loaded.facts, says: `Loads ${shownPath(file)}.` },
      proof: unreadProof(alert, rule, file, `${shownPath(by)}:${loaded.facts}`),
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
