import { weakest } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import { type AlertFacts, alertRules } from '../../evidence/alerts/alert-rules.ts';
import { lineWith } from '../../evidence/alerts/templated-alerts.ts';
import { parsed } from '../../evidence/files.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { quoted } from '../../spec/words.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { type Watched, watchedAlerts } from '../alerts.ts';
import { once } from '../once.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { isEnough } from '../subject.ts';
import { compared, type Look } from './alert-compared.ts';

/** What the rule that an alert names shows of it, by the id of the alert. */
const looks = once((context: Context): ReadonlyMap<string, Look> => {
  return new Map(watchedAlerts(context).map((watched) => [watched.subject.id, look(context, watched)]));
});

export function alertProofs(context: Context, { subject }: Watched): readonly Proof[] {
  return looks(context).get(subject.id)?.proofs ?? [];
}

/** Whether something is wrong with the rule of an alert, which `alert-complete` tells; what follows from it nobody needs to. */
export function isRuleWrong(context: Context, id: string): boolean {
  return (
    looks(context)
      .get(id)
      ?.proofs.some((proof) => !isEnough(proof)) === true
  );
}

/**
 * How well the rule of an alert is known, for requirements that ask for an alert of some kind. What is wrong with it is
 * told once, by `alert-complete`.
 */
export function alertStanding(context: Context, watched: Watched): Proof | undefined {
  const proofs = alertProofs(context, watched);
  if (!proofs.every(isEnough)) return undefined;
  const state = proofs.length === 0 ? undefined : weakest(proofs.map((proof) => proof.state));
  const deciding = proofs.find((proof) => proof.state === state);
  return deciding && { ...deciding, facts: proofs.flatMap(({ facts = [] }) => facts) };
}

/** The strongest of them, for requirements to which one alert of a kind is enough. */
export function bestStanding(context: Context, alerts: readonly Watched[]): Proof | undefined {
  const known = alerts.map((alert) => alertStanding(context, alert));
  if (known.length === 0 || known.includes(undefined)) return known.find((proof) => proof?.state === 'proven');
  return (['proven', 'linked', 'unverifiable'] as const)
    .map((state) => known.find((proof) => proof?.state === state))
    .find((proof) => proof !== undefined);
}

/** The metrics of which an alert says that nothing emits them. */
export const neverEmitted = once((context: Context): ReadonlySet<string> => {
  const silent = watchedAlerts(context).filter(({ subject }) => looks(context).get(subject.id)?.neverEmitted === true);
  return new Set(silent.flatMap(({ metric }) => metric?.id ?? []));
});

function look(context: Context, watched: Watched): Look {
  const named = watched.subject.value.get('rule');
  const found = find(context, named, alertRules);
  if (found === undefined || named === undefined) return { proofs: [] };
  if ('proof' in found) return { proofs: [found.proof] };
  const { file, selector } = found.reference;
  if (selector === undefined) return { proofs: [] }; // That it names no alert is told already.
  const { facts } = found;
  if (facts.refused !== undefined) return { proofs: [refusedProof(named, file, facts)] };
  const rules = rulesNamed(facts, selector);
  const live = rules.filter(({ paused }) => paused === undefined);
  if (live.length === 0) {
    const [paused] = rules;
    return {
      proofs: [paused === undefined ? absent(context, named, file, selector, facts) : pausedProof(named, file, paused)],
    };
  }
  if (facts.format === 'templated' || facts.format === 'generated')
    return { proofs: [nameOnly(named, file, live[0], facts)] };
  return compared(context, watched, live, file, facts);
}

/** `Name`, `group/Name`, or the other name that some formats have. */
function rulesNamed({ alerts }: AlertFacts, selector: string): readonly AlertRule[] {
  const exact = alerts.filter(({ name }) => name === selector);
  if (exact.length > 0) return exact;
  const grouped = alerts.filter(({ group, name }) => group !== undefined && `${group}/${name}` === selector);
  return grouped.length > 0 ? grouped : alerts.filter(({ alias }) => alias === selector);
}

/** One wrong line, and no rule of the file is loaded; with a template in it nobody knows what the lines will be. */
function refusedProof(named: Scalar, file: ArtifactPath, { format, refused }: AlertFacts): Proof {
  const path = shownPath(file);
  const who = format === 'grafana' ? 'Grafana' : 'Prometheus';
  return {
    at: named,
    state: 'contradicted',
    reason: `${who} refuses all rules of ${path}: line ${refused?.line} ${refused?.value}.`,
    facts: [{ file, line: refused?.line, says: `The line ${refused?.value}.` }],
    lacks: path,
  };
}

function pausedProof(named: Scalar, file: ArtifactPath, { name, paused }: AlertRule): Proof {
  const fact = { file, line: paused, says: `${name} is paused.` };
  return {
    at: named,
    state: 'contradicted',
    reason: `${quoted(name)} is paused in ${shownPath(file)}:${paused}.`,
    facts: [fact],
  };
}

function nameOnly(named: Scalar, file: ArtifactPath, rule: AlertRule | undefined, { format }: AlertFacts): Proof {
  const what =
    format === 'templated'
      ? 'a template makes the rest of it, so that only its name is known'
      : 'it is made of an objective, so that only its name is known';
  return {
    at: named,
    state: 'linked',
    reach: 'linked',
    reason: `${quoted(rule?.name)} stands in ${shownPath(file)}:${rule?.line}; ${what}.`,
    facts: [{ file, line: rule?.line, says: `Alert ${quoted(rule?.name)}.` }],
  };
}

function absent(context: Context, named: Scalar, file: ArtifactPath, selector: string, facts: AlertFacts): Proof {
  const path = shownPath(file);
  const name = selector.slice(selector.lastIndexOf('/') + 1);
  if (facts.format === 'other') return inUnknown(context, named, name);
  const comment = facts.commentedOut.find(({ value }) => value === name);
  if (comment !== undefined) {
    const fact = { file, line: comment.line, says: `Alert ${quoted(name)} in a comment.` };
    return {
      at: named,
      state: 'contradicted',
      reason: `${quoted(name)} is commented out in ${path}:${comment.line}.`,
      facts: [fact],
    };
  }
  if (facts.namesAreMade) {
    return {
      at: named,
      state: 'unverifiable',
      reason: `A template makes some names of ${path}; ${quoted(name)} may be one of them.`,
    };
  }
  const guess = closest(
    name,
    facts.alerts.map((alert) => alert.name),
  );
  const meant = facts.alerts.find((alert) => alert.name === guess);
  const fact = meant && { file, line: meant.line, says: `Alert ${quoted(meant.name)}.` };
  const others = meant === undefined ? '' : ` Did you mean ${quoted(meant.name)}?`;
  const written = guess === undefined ? undefined : `${named.value.slice(0, named.value.indexOf('#'))}#${guess}`;
  return {
    at: named,
    state: 'contradicted',
    reason: `There is no alert ${quoted(name)} in ${path}.${others}`,
    facts: fact === undefined ? [] : [fact],
    fix:
      written === undefined
        ? undefined
        : () => ({
            title: `Use "${guess}" from ${path}`,
            kind: 'adopt',
            safe: false,
            edits: [replaceScalar(named, written)],
          }),
  };
}

/** Code, Terraform and the like: that the name stands there is all that is seen. */
function inUnknown(context: Context, named: Scalar, name: string): Proof {
  const found = find(context, named, (file) => parsed(`word ${name}`, file, (text) => lineWith(text, name) ?? 0));
  if (found !== undefined && 'facts' in found && found.facts > 0) {
    const { file } = found.reference;
    return {
      at: named,
      state: 'linked',
      reach: 'linked',
      reason: `${quoted(name)} stands in ${shownPath(file)}:${found.facts}; alerts of this kind of file are not read.`,
      facts: [{ file, line: found.facts, says: `The name ${quoted(name)}.` }],
    };
  }
  const path = found === undefined || 'proof' in found ? named.value : shownPath(found.reference.file);
  return { at: named, state: 'unverifiable', reason: `${path} holds no alerts in a form that is read.` };
}
