import { promDuration } from '../../dates.ts';
import { type AlertFacts, alertRules } from '../../evidence/alerts/alert-rules.ts';
import { alertingSetup, testsOf } from '../../evidence/alerts/alerting-setup.ts';
import type { Condition } from '../../evidence/alerts/promql.ts';
import { type RuleTests, readRuleTests, type TriedAlert } from '../../evidence/alerts/promtool-tests.ts';
import { parsed } from '../../evidence/files.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { clipped } from '../../shown.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import { find, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { duration } from './alert-units.ts';

/** Whether a unit test makes the rule of an alert fire: the one that the spec names, or one that the repository has. */
export function testProof(context: Pick<Context, 'evidence'>, { value }: Subject<Alert>): Proof | undefined {
  const { evidence } = context;
  const rule = value.get('rule');
  if (evidence === undefined || rule === undefined) return undefined;
  const reference = evidence.reference(rule.value);
  const name =
    reference.kind === 'file' ? reference.selector?.slice(reference.selector.lastIndexOf('/') + 1) : undefined;
  const named = value.get('test');
  if (named !== undefined)
    return name === undefined ? isThere(context, named) : inNamed(context, named, name, rulesFor(context, rule.value));
  if (reference.kind !== 'file' || name === undefined) return undefined;

  const { root, path } = reference.file;
  const setup = evidence.ask(alertingSetup(root));
  if (setup?.kind !== 'read') return undefined;
  const own = testsOf(setup.facts, path);
  const facts = rulesFor(context, rule.value);
  const proofs = own.map((test) => shown(rule, { root, path: test.path }, test.facts, name, facts));
  return proofs.find((proof) => proof?.state === 'proven') ?? proofs.find((proof) => proof !== undefined);
}

/** What the file of rules says that is tested; `undefined` where nobody has read it. */
function rulesFor({ evidence }: Pick<Context, 'evidence'>, rule: string): AlertFacts | undefined {
  const reference = evidence?.reference(rule);
  const answer = reference?.kind === 'file' ? evidence?.ask(alertRules(reference.file)) : undefined;
  return answer?.kind === 'read' ? answer.facts : undefined;
}

function inNamed(
  context: Pick<Context, 'evidence'>,
  named: { readonly span: Proof['at']['span']; readonly value: string },
  name: string,
  rules: AlertFacts | undefined,
): Proof | undefined {
  const there = isThere(context, named);
  if (there?.state !== 'linked' || there.facts?.[0]?.says.includes('folder')) return there;
  const found = find(context, named, (file) => parsed('rule tests', file, readRuleTests));
  if (found === undefined || 'proof' in found) return found?.proof;
  // A record of a drill, which people read.
  if (found.facts === undefined) return there;
  const { file } = found.reference;
  const reason = `${shownPath(file)} has no test of ${quoted(name)}.`;
  return shown(named, file, found.facts, name, rules) ?? { at: named, state: 'contradicted', reason };
}

function shown(
  at: Proof['at'],
  file: ArtifactPath,
  { tried, refused }: RuleTests,
  name: string,
  rules: AlertFacts | undefined,
): Proof | undefined {
  const own = tried.filter((one) => one.name === name);
  if (own.length === 0) return undefined;
  const path = shownPath(file);
  if (refused !== undefined) {
    const reason = `promtool runs none of ${path}: line ${refused.line} ${refused.value}.`;
    return { at, state: 'linked', reason, facts: [{ file, line: refused.line, says: `The line ${refused.value}.` }] };
  }
  const firing = own.filter(({ fires }) => fires).map((test) => ({ test, why: whyNot(test, rules) }));
  const { test, why } = firing.find((one) => one.why === undefined) ?? firing[0] ?? { test: own[0], why: undefined };
  if (test === undefined) return undefined;
  const where = `${path}:${test.line}`;
  const says = test.fires ? `Makes ${name} fire.` : `Expects ${name} to stay silent.`;
  const facts = [{ file, line: test.line, says }];
  if (why !== undefined)
    return { at, state: 'linked', reason: `${quoted(name)} cannot fire in ${where}: ${why}.`, facts: [] };
  return test.fires
    ? { at, state: 'proven', reason: `${quoted(name)} is made to fire in ${where}.`, facts }
    : { at, state: 'linked', reason: `${quoted(name)} only stays silent in ${where}: no test makes it fire.`, facts };
}

/** Why none of the rules of that name can fire on what the test gives, where that is sure: a clause. */
function whyNot(test: TriedAlert, rules: AlertFacts | undefined): string | undefined {
  const own = rules?.alerts.filter(({ name }) => name === test.name) ?? [];
  const reasons = own.map((rule) => {
    const wait = promDuration(rule.for?.value ?? '0s');
    if (wait !== undefined && test.after !== undefined && test.after < wait)
      return `it looks after ${duration(test.after)}, and the rule waits ${duration(wait)}`;
    const condition = rules?.conditions.get(rule);
    return condition?.whole && !condition.hasAlternatives ? outOfReach(test, condition, rules) : undefined;
  });
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

/** A bound that none of the given values lies beyond, whatever is taken of them. */
function outOfReach(
  { inputs }: TriedAlert,
  { comparisons }: Condition,
  rules: AlertFacts | undefined,
): string | undefined {
  for (const { operator, value, text, values, metrics } of comparisons) {
    const [name, another] = metrics;
    const isKept = values.steps.every(({ how }) => /^(?:min|max|avg|last|quantile|topk|bottomk)$/.test(how));
    if (values.kind !== 'signal' || name === undefined || another !== undefined || !isKept) continue;
    if (values.selectors.length !== 1 || rules?.records.some((record) => record.name === name)) continue;
    const own = inputs.filter((input) => input.name === name);
    if (own.length === 0) return `it is given no ${clipped(name)}`;
    if (own.some(({ range }) => range === undefined)) continue;
    const beyond = own.some(({ range: [lowest, highest] = [0, 0] }) => {
      if (operator === '>') return highest > value;
      if (operator === '>=') return highest >= value;
      if (operator === '<') return lowest < value;
      return operator === '<=' ? lowest <= value : true;
    });
    const side = operator.startsWith('>') ? 'above' : 'below';
    if (!beyond) return `none of the values of ${clipped(name)} there is ${side} ${clipped(text)}`;
  }
  return undefined;
}
