import type { Fact } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Idle } from '../../evidence/tests/test-file.ts';
import { type TestsAt, testsAt } from '../../evidence/tests/tests-at.ts';
import { matchesGlob } from '../../glob.ts';
import type { Field } from '../../spec/fields.generated.ts';
import { find, type Named, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';

/** As many tests that test nothing are shown of one artifact. */
const mostShown = 3;

/** Whether what is named is meant as a test: by its field, or by how such a file is called. */
export function isTest(path: string, artifact: Field['artifact']): boolean {
  if (artifact === 'test') return true;
  return /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.(?:py|go)$|\.(?:test|spec)\.[mc]?[jt]sx?$/.test(
    path.replace(/[#:].*$/, ''),
  );
}

/** What speaks against a file or folder of tests, or what is to be known of it; nothing where nobody can tell. */
export function testProof(context: Pick<Context, 'evidence'>, named: Named): Proof | undefined {
  const found = find(context, named, (file, { glob }) =>
    testsAt(file, glob ? (path) => matchesGlob(file.path, path) : undefined),
  );
  // That there is none, or that it is empty, is told of every artifact.
  if (found === undefined || 'proof' in found) return undefined;
  const { facts, reference } = found;
  const { file, selector } = reference;
  const path = shownPath(file);
  const wrong = (reason: string, shown: readonly Fact[], lacks = path): Proof => {
    return { at: named, state: 'contradicted', reason, facts: shown, lacks };
  };

  const tests = facts.code.flatMap((one) => one.tests.map((test) => ({ ...test, file: one.file })));
  if (selector !== undefined && tests.length > 0) {
    const own = tests.filter(({ name }) => name === selector);
    const isWhole = !facts.unread && !facts.code.some(({ more }) => more);
    if (own.length === 0 && isWhole && /^test\w*$/i.test(selector)) {
      const near = closest(
        selector,
        tests.map(({ name }) => name),
      );
      const meant = tests.find(({ name }) => name === near);
      const reason = `No test in ${path} is called "${selector}"${meant === undefined ? '' : `; line ${meant.line} is "${near}"`}.`;
      return wrong(reason, [{ file, line: meant?.line, says: reason }], `${path}#${selector}`);
    }
  }
  const asked = tests.filter(({ name }) => selector === undefined || name === selector);
  const counted = asked.length === 0 ? tests : asked;
  const idle = counted.flatMap((test) => (test.idle === undefined ? [] : [{ ...test, idle: test.idle }]));
  if (counted.length === 0) return withoutTests(facts, path, wrong);
  if (idle.length === counted.length && !facts.unread && !facts.code.some(({ more }) => more)) {
    return wrong(
      allIdle(idle, path),
      idle.slice(0, mostShown).map((one) => factOf(one)),
    );
  }
  const empty = emptyCases(facts);
  if (empty !== undefined) return wrong(empty.reason, [empty.fact]);
  const count = `${counted.length} ${counted.length === 1 ? 'test' : 'tests'}`;
  const [first] = counted;
  const reason =
    idle.length === 0
      ? `"${path}" has ${count}.`
      : `"${path}" has ${count}, and ${idle.length === 1 ? '1 of them' : `${idle.length} of them`} tests nothing.`;
  return {
    at: named,
    state: 'linked',
    reach: 'linked',
    reason,
    facts: [
      { file: first?.file ?? file, line: first?.line, says: `There ${counted.length === 1 ? 'is' : 'are'} ${count}.` },
      ...idle.slice(0, mostShown).map((one) => factOf(one)),
    ],
  };
}

type IdleTest = { readonly name: string; readonly file: Fact['file']; readonly line: number; readonly idle: Idle };

function factOf({ name, file, idle }: IdleTest): Fact {
  return { file, line: idle.line, says: `${name === '' ? 'A test' : `"${name}"`} ${idle.says}.` };
}

function allIdle(idle: readonly IdleTest[], path: string): string {
  const [first] = idle;
  const where = first === undefined ? path : `${shownPath(first.file)}:${first.idle.line}`;
  if (idle.length === 1) return `The only test in ${path} ${first?.idle.says} (${where}).`;
  const same = idle.every((one) => one.idle.says === first?.idle.says);
  return same
    ? `Each of the ${idle.length} tests in ${path} ${first?.idle.says} (${where}).`
    : `None of the ${idle.length} tests in ${path} tests anything: "${first?.name}" ${first?.idle.says} (${where}).`;
}

function withoutTests(
  facts: TestsAt,
  path: string,
  wrong: (reason: string, shown: readonly Fact[]) => Proof,
): Proof | undefined {
  const [only] = facts.code;
  if (facts.code.length > 0 && !facts.unread && facts.code.every(({ bare }) => bare)) {
    if (facts.cases.some(({ count }) => count > 0) && facts.code.length > 1) return undefined;
    const reason =
      facts.code.length === 1
        ? `"${shownPath(only?.file ?? { root: '', path })}" has no test in it.`
        : `No file in "${path}" has a test in it.`;
    return wrong(reason, [{ file: only?.file ?? { root: '', path }, says: reason }]);
  }
  const empty = emptyCases(facts);
  return empty === undefined ? undefined : wrong(empty.reason, [empty.fact]);
}

/** Where every file of cases is empty, nothing is tried. */
function emptyCases({ cases }: TestsAt): { readonly reason: string; readonly fact: Fact } | undefined {
  // An empty one may be what a test is about.
  const meant = cases.filter(({ file }) => !/empty|blank|missing|invalid/i.test(file.path));
  const [first] = meant;
  if (first === undefined || meant.some(({ count }) => count > 0)) return undefined;
  const reason = `"${shownPath(first.file)}" holds no case.`;
  return { reason, fact: { file: first.file, line: first.line, says: reason } };
}
