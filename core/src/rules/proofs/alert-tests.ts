import { type AlertFacts, alertRules } from '../../evidence/alerts/alert-rules.ts';
import { type AlertingSetup, alertingSetup, nearest, testsOf } from '../../evidence/alerts/alerting-setup.ts';
import { type RuleTests, readRuleTests, type TriedAlert } from '../../evidence/alerts/promtool-tests.ts';
import { parsed, thereIs } from '../../evidence/files.ts';
import type { Placed } from '../../evidence/formats/yaml-documents.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { normal, shownPath } from '../../evidence/reference.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { quoted, someOf } from '../../spec/words.ts';
import { find, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { whyFails } from './alert-expected.ts';
import { whySilent } from './alert-firing.ts';

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
    return name === undefined || reference.kind !== 'file'
      ? isThere(context, named)
      : inNamed(context, named, name, reference.file);
  if (reference.kind !== 'file' || name === undefined) return undefined;

  const { root, path } = reference.file;
  const setup = evidence.ask(alertingSetup(root));
  if (setup?.kind !== 'read') return undefined;
  const own = testsOf(setup.facts, path);
  const facts = rulesOf(context, reference.file);
  const proofs = own.map((test) => shown(rule, { root, path: test.path }, test.facts, name, facts));
  return (
    proofs.find((proof) => proof?.state === 'proven') ??
    proofs.find((proof) => proof !== undefined) ??
    strayProof(context, rule, reference.file, setup.facts, name)
  );
}

/** A test of an alert of that name, whose rules are not there: promtool warns, goes on, and the test fails. */
function strayProof(
  context: Pick<Context, 'evidence'>,
  at: Proof['at'],
  rules: ArtifactPath,
  { tests }: AlertingSetup,
  name: string,
): Proof | undefined {
  for (const { path, facts } of nearest(tests, rules.path)) {
    const file = { root: rules.root, path };
    const test = facts.tried.find((one) => one.name === name);
    const gone = test && absentRules(context, file, facts);
    if (gone === undefined) continue;
    const reason = `${quoted(name)} is tested in ${shownPath(file)}:${test?.line} by the rules of ${quoted(gone.value)}, and there is no such file.`;
    const says = `Reads the rules of ${gone.value}.`;
    return {
      at,
      state: 'linked',
      reason,
      facts: [{ file, line: gone.line, says }],
      lacks: `${shownPath(file)}#${gone.value}`,
    };
  }
  return undefined;
}

/** The first entry of `rule_files`, where nothing that it names is there; a pattern may name anything. */
function absentRules(
  { evidence }: Pick<Context, 'evidence'>,
  { root, path }: ArtifactPath,
  { ruleFiles }: RuleTests,
): Placed | undefined {
  const isGone = ({ value }: Placed) => {
    const named = /[*?[{]/.test(value) ? undefined : normal(`${folderOf(path)}${value}`);
    const answer = named === undefined ? undefined : evidence?.ask(thereIs({ root, path: named }));
    return answer?.kind === 'unread' && answer.why === 'absent';
  };
  return ruleFiles.every(isGone) ? ruleFiles[0] : undefined;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** What the file of rules says that is tested; `undefined` where nobody has read it. */
function rulesOf({ evidence }: Pick<Context, 'evidence'>, file: ArtifactPath): AlertFacts | undefined {
  const answer = evidence?.ask(alertRules(file));
  return answer?.kind === 'read' ? answer.facts : undefined;
}

function inNamed(
  context: Pick<Context, 'evidence'>,
  named: { readonly span: Proof['at']['span']; readonly value: string },
  name: string,
  rules: ArtifactPath,
): Proof | undefined {
  const there = isThere(context, named);
  if (there?.state !== 'linked' || there.facts?.[0]?.says.includes('folder')) return there;
  const found = find(context, named, (file) => parsed('rule tests', file, readRuleTests));
  if (found === undefined || 'proof' in found) return found?.proof;
  // A record of a drill, which people read.
  if (found.facts === undefined) return there;
  const { file } = found.reference;
  const reason = `${shownPath(file)} has no test of ${quoted(name)}.`;
  const proof = shown(named, file, found.facts, name, rulesOf(context, rules));
  if (proof === undefined) return { at: named, state: 'contradicted', reason };
  const isOfRules =
    file.root !== rules.root || testsOf({ tests: [{ path: file.path, facts: found.facts }] }, rules.path).length > 0;
  if (isOfRules || proof.state !== 'proven') return proof;
  // What promtool reads is sometimes made of the rules before it runs.
  const [first] = found.facts.ruleFiles;
  const other = `${shownPath(file)}${first === undefined ? '' : `:${first.line}`} tests the rules of ${someOf(found.facts.ruleFiles.map(({ value }) => quoted(value)))}`;
  return { ...proof, state: 'linked', reach: 'linked', reason: `${other}, and not those of ${shownPath(rules)}.` };
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
  const firing = own
    .filter(({ expected }) => expected.length > 0)
    .map((test) => ({ test, why: whyNot(test, rules, `${path}:${test.line}`) }));
  const { test, why } = firing.find((one) => one.why === undefined) ?? firing[0] ?? { test: own[0], why: undefined };
  if (test === undefined) return undefined;
  const where = `${path}:${test.line}`;
  const fires = test.expected.length > 0;
  const says = fires ? `Makes ${name} fire.` : `Expects ${name} to stay silent.`;
  const facts = [{ file, line: test.line, says }];
  if (why !== undefined) return { at, state: 'linked', reason: `${why}.`, facts: [] };
  return fires
    ? { at, state: 'proven', reason: `${quoted(name)} is made to fire in ${where}.`, facts }
    : { at, state: 'linked', reason: `${quoted(name)} only stays silent in ${where}: no test makes it fire.`, facts };
}

/** Why a test cannot succeed with any of the rules of that name, where that is sure: a sentence without its end. */
function whyNot(test: TriedAlert, rules: AlertFacts | undefined, where: string): string | undefined {
  if (rules === undefined) return undefined;
  const own = rules.alerts.filter(({ name }) => name === test.name);
  const reasons = own.map((rule) => {
    const silent = whySilent(test, rule, rules);
    if (silent !== undefined) return `${quoted(test.name)} cannot fire in ${where}: ${silent}`;
    const fails = whyFails(test, rule);
    return fails && `The test of ${quoted(test.name)} in ${where} fails: ${fails}`;
  });
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}
