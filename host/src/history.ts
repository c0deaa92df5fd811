import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Answer } from '../../core/src/index.ts';

/** Milliseconds after which git is ended. */
const patience = 2_000;

/**
 * When a commit up to the end of the day `until` (UTC) last touched any of `paths` of the repository at `root`. A history
 * that is cut off, as CI services fetch it, would call everything changed in its oldest commit: it tells nothing.
 */
export async function lastChange(
  root: string,
  paths: readonly string[],
  until: string,
): Promise<Answer<string | undefined>> {
  const shallow = await git(root, ['rev-parse', '--is-shallow-repository']);
  if (shallow?.trim() !== 'false') return { kind: 'unread', why: 'no-history' };
  const wanted = paths.map((path) => (path === '' ? '.' : path));
  const logged = await git(root, ['log', '-1', '--format=%cI', `--until=${until}T23:59:59Z`, '--', ...wanted]);
  if (logged === undefined) return { kind: 'unread', why: 'no-history' };
  const moment = logged.trim();
  return { kind: 'read', facts: moment === '' ? undefined : new Date(moment).toISOString() };
}

/** Nothing that a repository configures may start a program or open a connection. */
const harmless = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never', 'log.showSignature=false'].flatMap(
    (setting) => ['-c', setting],
  ),
];

/** What git prints; `undefined` where there is no git, it refuses, or it takes too long. */
function git(root: string, args: readonly string[]): Promise<string | undefined> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  const env = { ...Object.fromEntries(inherited), GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return new Promise((resolve) => {
    // Not started in the repository: some systems look there for a program first.
    execFile(
      'git',
      ['-C', root, ...harmless, ...args],
      { cwd: tmpdir(), env, timeout: patience, killSignal: 'SIGKILL', maxBuffer: 64 * 1024, windowsHide: true },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    );
  });
}
