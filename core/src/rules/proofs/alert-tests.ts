import { alertingSetup, testsOf } from '../../evidence/alerts/alerting-setup.ts';
import { type RuleTests, readRuleTests } from '../../evidence/alerts/promtool-tests.ts';
import { parsed } from '../../evidence/files.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import { find, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Whether a unit test makes the rule of an alert fire: the one that the spec names, or one that the repository has. */
export function testProof(context: Pick<Context, 'evidence'>, { value }: Subject<Alert>): Proof | undefined {
  const { evidence } = context;
  const rule = value.get('rule');
  if (evidence === undefined || rule === undefined) return undefined;
  const reference = evidence.reference(rule.value);
  const name =
    reference.kind === 'file' ? reference.selector?.slice(reference.selector.lastIndexOf('/') + 1) : undefined;
  const named = value.get('test');
  if (named !== undefined) return name === undefined ? isThere(context, named) : inNamed(context, named, name);
  if (reference.kind !== 'file' || name === undefined) return undefined;

  const { root, path } = reference.file;
  const setup = evidence.ask(alertingSetup(root));
  if (setup?.kind !== 'read') return undefined;
  const own = testsOf(setup.facts, path);
  const proofs = own.map((test) => shown(rule, { root, path: test.path }, test.facts, name));
  return proofs.find((proof) => proof?.state === 'proven') ?? proofs.find((proof) => proof !== undefined);
}

function inNamed(
  context: Pick<Context, 'evidence'>,
  named: { readonly span: Proof['at']['span']; readonly value: string },
  name: string,
): Proof | undefined {
  const there = isThere(context, named);
  if (there?.state !== 'linked' || there.facts?.[0]?.says.includes('folder')) return there;
  const found = find(context, named, (file) => parsed('rule tests', file, readRuleTests));
  if (found === undefined || 'proof' in found) return found?.proof;
  // A record of a drill, which people read.
  if (found.facts === undefined) return there;
  const { file } = found.reference;
  const reason = `${shownPath(file)} has no test of ${quoted(name)}.`;
  return shown(named, file, found.facts, name) ?? { at: named, state: 'contradicted', reason };
}

function shown(at: Proof['at'], file: ArtifactPath, { tried }: RuleTests, name: string): Proof | undefined {
  const own = tried.filter((one) => one.name === name);
  const test = own.find(({ fires }) => fires) ?? own[0];
  if (test === undefined) return undefined;
  const where = `${shownPath(file)}:${test.line}`;
  const says = test.fires ? `Makes ${name} fire.` : `Expects ${name} to stay silent.`;
  const facts = [{ file, line: test.line, says }];
  return test.fires
    ? { at, state: 'proven', reason: `${quoted(name)} is made to fire in ${where}.`, facts }
    : { at, state: 'linked', reason: `${quoted(name)} only stays silent in ${where}: no test makes it fire.`, facts };
}
