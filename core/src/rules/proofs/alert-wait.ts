import { durationSeconds, promDuration } from '../../dates.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { clipped } from '../../shown.ts';
import { quoted } from '../../spec/words.ts';
import type { Watched } from '../alerts.ts';
import type { Proof } from '../proof.ts';
import { adoptText } from './adopt.ts';

/** Whether a rule waits as long as the spec says before it fires; `undefined` where it does, or nothing is said. */
export function waitProof(subject: Watched['subject'], rule: AlertRule, file: ArtifactPath): Proof | undefined {
  return unreadableWait(subject, rule, file) ?? otherWait(subject, rule, file);
}

/** What Prometheus does not read as a duration, and VictoriaMetrics or a template may; for all others the file is refused. */
function unreadableWait({ value, at }: Watched['subject'], rule: AlertRule, file: ArtifactPath): Proof | undefined {
  if (rule.for === undefined || promDuration(rule.for.value) !== undefined) return undefined;
  const { value: text, line } = rule.for;
  return {
    at: value.get('for') ?? value.get('rule') ?? at,
    state: 'linked',
    reach: 'linked',
    reason: `\`for: ${clipped(text)}\` in ${shownPath(file)}:${line} is no duration that Prometheus reads.`,
    facts: [{ file, line, says: `Waits ${clipped(text)}.` }],
  };
}

function otherWait({ id, value }: Watched['subject'], rule: AlertRule, file: ArtifactPath): Proof | undefined {
  const own = value.get('for');
  const wanted = durationSeconds(own?.value ?? '');
  if (own === undefined || wanted === undefined || value.entry('each') !== undefined) return undefined;
  const given = rule.for === undefined ? 0 : promDuration(rule.for.value);
  if (given === undefined || given === wanted) return undefined;
  const line = rule.for?.line ?? rule.line;
  const where = `${shownPath(file)}:${line}`;
  const text = rule.for?.value ?? '0s';
  const instead = /^\d+(?:\.\d+)?(?:ms|s|m|h|d|w)$/.test(text) ? text : undefined;
  return {
    at: own,
    state: 'contradicted',
    reason:
      rule.for === undefined
        ? `${quoted(id)} waits ${own.value} here, but its rule in ${where} fires at once.`
        : `${quoted(id)} waits ${own.value} here, but ${text} in ${where}.`,
    facts: [{ file, line, says: rule.for === undefined ? `${rule.name} has no \`for\`.` : `For ${text}.` }],
    fix: instead === undefined ? undefined : adoptText(own, instead, where),
  };
}
