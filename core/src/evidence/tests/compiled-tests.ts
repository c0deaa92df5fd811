import { lineIndex } from '../../text.ts';
import { bracketsOf, codeOnly } from '../formats/code-text.ts';
import { doesNothing, type OneTest, skipped, type TestFile } from './test-file.ts';

/** `func TestX(t *testing.T)` of Go. */
export function readGoTests(text: string): TestFile {
  const code = codeOnly(text, 'plain');
  const pairs = bracketsOf(code);
  const index = lineIndex(text);
  const off = /^\s*\/\/(?:go:build|\s*\+build)\s+ignore\b/m.exec(text.slice(0, 2000));
  const tests: OneTest[] = [];
  for (const match of code.matchAll(/^func\s+((?:Test|Fuzz|Example)[A-Z_]?\w*)\s*\([^)\n]{0,200}\)\s*\{/gm)) {
    const start = match.index + match[0].length;
    const body = code.slice(start, pairs.get(start - 1) ?? start).trim();
    const line = index.position(match.index).line + 1;
    const does = idleBody(body, /^\w+\.Skip(?:f|Now)?\(/);
    const idle =
      off === null ? (does === undefined ? undefined : { line, says: does }) : { line: 1, says: 'is never built' };
    tests.push({ name: match[1] ?? '', line, idle });
  }
  return { tests, more: false, bare: tests.length === 0 && !/\bfunc\b/.test(code) };
}

const mark =
  /@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property|Theory)\b|\[\s*(?:Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)\b/g;
const off = /@(?:Disabled|Ignore)\b|\[\s*Ignore\b|\bSkip\s*=|@Test\s*\([^)]{0,200}\benabled\s*=\s*false|,\s*Ignore\b/;

/** Tests of Java, Kotlin and C#, which annotations tell. */
export function readAnnotatedTests(text: string): TestFile {
  const code = codeOnly(text, 'plain');
  const pairs = bracketsOf(code);
  const index = lineIndex(text);
  const lineAt = (offset: number) => index.position(offset).line + 1;
  const groups = [...code.matchAll(/\b(?:class|object|record)\s+\w+[^{};]{0,500}\{/g)].flatMap((match) => {
    const head = code.slice(Math.max(headFrom(code, match.index), 0), match.index);
    const found = off.exec(head);
    const open = match.index + match[0].length - 1;
    const close = pairs.get(open) ?? code.length;
    return found === null ? [] : [{ open, close, line: lineAt(match.index - head.length + found.index) }];
  });
  const tests: OneTest[] = [];
  /** The groups that are off and not yet closed; a group within one closes before it. */
  const around: (typeof groups)[number][] = [];
  let started = 0;
  let done = -1;
  for (const { index: at } of code.matchAll(mark)) {
    if (at < done) continue;
    // What a test without braces is has no sign at its end.
    const from = Math.max(headFrom(code, at), done);
    const until = headEnd(code, at, pairs);
    done = until;
    const head = code.slice(from, until);
    const own = off.exec(head);
    for (let next = groups[started]; next !== undefined && next.open < at; next = groups[started]) {
      around.push(next);
      started += 1;
    }
    while ((around.at(-1)?.close ?? at) < at) around.pop();
    const group = around.at(-1);
    const open = code[until] === '=' ? wrapped(code, until, pairs) : until;
    const body = code[open] === '{' ? code.slice(open + 1, pairs.get(open) ?? open + 1).trim() : undefined;
    const does =
      body === undefined
        ? undefined
        : idleBody(body, /^(?:Assert\.(?:Ignore|Inconclusive|Skip)|Skip\.|Assumptions\.abort)\b/);
    const line = lineAt(at);
    const idle =
      group !== undefined
        ? { line: group.line, says: skipped }
        : own !== null
          ? { line: lineAt(from + own.index), says: skipped }
          : does === undefined
            ? undefined
            : { line, says: does };
    // Of Kotlin it may be a sentence between back-quotes.
    const name = /(?:`[^`]*`|(?<!\w)\w+)(?=\s*\([^()]*\)?[^()]*$)/.exec(head);
    const named = name === null ? '' : text.slice(from + name.index, from + name.index + name[0].length);
    tests.push({ name: named.replaceAll('`', ''), line, idle });
  }
  return { tests, more: false, bare: tests.length === 0 && !/\(/.test(code) };
}

/** Where the body begins of what is annotated at a place, or its end; what annotations are given is passed over. */
function headEnd(code: string, from: number, pairs: ReadonlyMap<number, number>): number {
  const most = Math.min(code.length, from + 2000);
  for (let at = from; at < most; at += 1) {
    const sign = code[at];
    if (sign === '(') at = pairs.get(at) ?? at;
    else if (sign === '{' || sign === ';' || sign === '=') return at;
  }
  return most;
}

/** Of `fun a() = runTest { … }` where the braces open; of any other expression its own place. */
function wrapped(code: string, equals: number, pairs: ReadonlyMap<number, number>): number {
  const [whole] =
    /^=\s*(?:\w+\.)*(?:runTest|runBlocking|runBlockingTest|testApplication|withTestApplication)\b(?:<\w+>)?\s*/.exec(
      code.slice(equals, equals + 200),
    ) ?? [''];
  const given = equals + whole.length;
  const after = code[given] === '(' ? (pairs.get(given) ?? given) + 1 : given;
  const open = after + (/^\s*/.exec(code.slice(after, after + 100))?.[0].length ?? 0);
  return whole !== '' && code[open] === '{' ? open : equals;
}

/** Where the annotations before a place begin. */
function headFrom(code: string, at: number): number {
  const before = code.slice(Math.max(at - 2000, 0), at);
  const last = Math.max(before.lastIndexOf(';'), before.lastIndexOf('{'), before.lastIndexOf('}'));
  return at - before.length + last + 1;
}

function idleBody(body: string, skip: RegExp): string | undefined {
  if (body === '' || /^return[ \t]*(?:;|\n|$)/.test(body)) return doesNothing;
  return skip.test(body) ? skipped : undefined;
}
