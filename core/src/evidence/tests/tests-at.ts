import type { Inquiry } from '../evidence.ts';
import { type Answer, type ArtifactHost, type ArtifactPath, mostBytes } from '../host.ts';
import { folderOfPattern, shownPath } from '../reference.ts';
import { type CaseList, readCaseList } from './case-list.ts';
import type { TestFile } from './test-file.ts';

/** The tests in a file, a folder, or the files of a pattern. */
export interface TestsAt {
  readonly code: readonly (TestFile & { readonly file: ArtifactPath })[];
  readonly cases: readonly (CaseList & { readonly file: ArtifactPath })[];
  /** There are files that nobody reads here, or more than are read. */
  readonly unread: boolean;
}

/** As many files of a folder are read. */
const mostFiles = 60;

export function testsAt(file: ArtifactPath, wants?: (path: string) => boolean): Inquiry<TestsAt> {
  const base = wants === undefined ? file : { root: file.root, path: folderOfPattern(file.path) };
  return {
    key: `tests ${shownPath(file)}`,
    about: [base],
    async answer(host) {
      const there = await host.look(base);
      if (there.kind === 'unread') return there;
      return there.facts === 'folder' ? inFolder(host, base, wants ?? (() => true)) : inFile(host, base);
    },
  };
}

async function inFile(host: ArtifactHost, file: ArtifactPath): Promise<Answer<TestsAt>> {
  const text = await host.text(file, mostBytes.text);
  if (text.kind === 'unread') return text;
  return { kind: 'read', facts: { code: [], cases: [], unread: true, ...(await readOne(text.facts, file)) } };
}

async function inFolder(
  host: ArtifactHost,
  folder: ArtifactPath,
  wants: (path: string) => boolean,
): Promise<Answer<TestsAt>> {
  const list = await host.list(
    folder,
    (path) => wants(path) && !/(?:^|\/)(?:__init__|conftest)\.py$|\.(?:md|rst|txt)$|(?:^|\/)\.[^/]*$/i.test(path),
    mostFiles,
  );
  if (list.kind === 'unread') return list;
  const all: TestsAt[] = [];
  for (const path of list.facts.paths) {
    const one = await inFile(host, { root: folder.root, path });
    all.push(one.kind === 'read' ? one.facts : { code: [], cases: [], unread: true });
  }
  return {
    kind: 'read',
    facts: {
      code: all.flatMap(({ code }) => code),
      cases: all.flatMap(({ cases }) => cases),
      unread: !list.facts.whole || all.some(({ unread }) => unread),
    },
  };
}

async function readOne(text: string, file: ArtifactPath): Promise<Partial<TestsAt>> {
  const ending = /\.([a-z]+)$/i.exec(file.path)?.[1]?.toLowerCase() ?? '';
  const read = await readerFor(ending, file.path);
  if (read !== undefined) return { code: [{ ...read(text), file }], unread: false };
  if (!/^(?:jsonl?|ndjson|ya?ml|csv|tsv)$/.test(ending)) return {};
  const cases = readCaseList(text, file.path);
  return cases === undefined ? {} : { cases: [{ ...cases, file }], unread: false };
}

async function readerFor(ending: string, path: string): Promise<((text: string) => TestFile) | undefined> {
  if (ending === 'py') return (await import('./python-tests.ts')).readPythonTests;
  if (/^[mc]?[jt]sx?$/.test(ending)) return (await import('./script-tests.ts')).readScriptTests;
  const compiled = await import('./compiled-tests.ts');
  if (ending === 'go' && path.endsWith('_test.go')) return compiled.readGoTests;
  return /^(?:java|kt|cs)$/.test(ending) ? compiled.readAnnotatedTests : undefined;
}
