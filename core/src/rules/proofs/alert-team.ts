import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import { isLoud, type Receiver, type Routing } from '../../evidence/alerts/alertmanager.ts';
import type { Taking } from '../../evidence/alerts/routes.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Alert, Owner } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { each, type Subject } from '../subject.ts';
import { called } from './alert-labels.ts';

/**
 * An alert goes to a receiver whose names are those of somebody else than the spec notifies. Names are a hint and no
 * more: only where a receiver with the names of the owner is there, and does not get it, is that told as a finding.
 */
export function otherTeamProof(
  context: Context,
  alert: Subject<Alert>,
  rule: AlertRule,
  file: ArtifactPath,
  sending: readonly Taking[],
  { receivers }: Routing,
): Proof | undefined {
  const at = alert.value.get('notify');
  const owners = each(context, ['owners'], context.spec.get('owners'));
  const owner = owners.find(({ id }) => id === at?.value);
  if (at === undefined || owner === undefined) return undefined;
  const own = wordsOfOwner(owner);
  const isOwn = (receiver: Receiver) => wordsOfReceiver(receiver).some((word) => own.has(word));
  if (sending.some((one) => isOwn(one) || wordsOfReceiver(one).length === 0)) return undefined;

  const path = shownPath(file);
  const [first] = sending;
  const says = `${rule.name} goes to ${called(sending)} (${path}:${first?.line})`;
  const facts = [{ file, line: first?.line, says: `Sends it to ${called(sending)}.` }];
  const ownOnes = [...receivers.values()].filter((one) => one.ways.length > 0 && isOwn(one));
  const meant = ownOnes.find(isLoud) ?? ownOnes[0];
  const isPage = alert.value.get('severity')?.value === 'page' && sending.every(isLoud);
  if (meant !== undefined && isPage && isLoud(meant)) {
    const reason = `${says}, and not to ${called([meant])}, which has the name of ${quoted(owner.id)}.`;
    return { at, state: 'linked', reason, facts, lacks: `${path}#${called(sending)} for ${owner.id}` };
  }
  const other = owners.find((one) => {
    const words = wordsOfOwner(one);
    return one !== owner && sending.every((receiver) => wordsOfReceiver(receiver).some((word) => words.has(word)));
  });
  if (meant === undefined && other === undefined) return undefined;
  const whose =
    other === undefined
      ? `, which has no name of ${quoted(owner.id)}`
      : `, which has a name of ${quoted(other.id)} and none of ${quoted(owner.id)}`;
  return { at, state: 'linked', reach: 'linked', reason: `${says}${whose}.`, facts };
}

/** Words that say what a receiver is for, and not whose it is. */
const general =
  /^(?:a|the|of|and|for|to|team|teams|ops|operations|oncall|on|call|pager|pagerduty|opsgenie|victorops|slack|email|mail|webhook|alert|alerts|alerting|alertmanager|channel|default|fallback|main|primary|secondary|prod|production|live|critical|warning|page|pages|ticket|tickets|info|high|low|urgent|incident|incidents|notify|notifications?|receivers?|service|services|key|keys|url|api|token|secret|secrets|integration|routing|etc|run|conf|config|file|txt|\d+)$/;

function wordsIn(text: string): readonly string[] {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !general.test(word));
}

/** The id, the name of the team, and channels, of which the part behind the last slash is the own one. */
function wordsOfOwner({ id, value }: Subject<Owner>): ReadonlySet<string> {
  const contacts = (value.get('contact')?.items ?? []).flatMap((one) => one?.value ?? []);
  const named = contacts.map((one) => one.slice(one.indexOf(':') + 1).replace(/@.*$/, ''));
  const texts = [id, value.get('team')?.value ?? '', value.get('handle')?.value ?? '', ...named];
  return new Set(texts.flatMap((text) => wordsIn(text.slice(text.lastIndexOf('/') + 1))));
}

function wordsOfReceiver({ name, whom }: Receiver): readonly string[] {
  return [name, ...whom.map((one) => one.slice(one.lastIndexOf('/') + 1).replace(/@.*$/, ''))].flatMap(wordsIn);
}
