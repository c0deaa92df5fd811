import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';

/** The command as it ships. Tests run from the root of the repository. */
export const command = resolve(process.env.AI_SYSTEM_COMMAND ?? 'bin/ai-system.cjs');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface How {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

export function run(args: readonly string[], how: How = {}): Outcome {
  return execute(process.execPath, [command, ...args], how);
}

/** Through a shell, where the command is called `$ai`. */
export function shell(script: string, how: How = {}): Outcome {
  const env = { ...how.env, ai: command, node: process.execPath };
  return execute('bash', ['-c', `ai() { "$node" "$ai" "$@"; }\n${script}`], { ...how, env });
}

function execute(program: string, args: readonly string[], { cwd, input, env }: How): Outcome {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    input: input ?? '',
    env: { ...plainEnvironment(), ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

/** Without what would change colours or formats. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR, FORCE_COLOR, GITHUB_ACTIONS, TF_BUILD, TERM, NODE_OPTIONS, NODE_EXTRA_CA_CERTS, ...rest } =
    process.env;
  return rest;
}

export type Files = Readonly<Record<string, string | Buffer>>;

/** A folder with these files, gone after the test. */
export function folder(t: TestContext, files: Files = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'ai-system-cli-')));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) put(path, name, content);
  return path;
}

export function put(at: string, name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(at, name)), { recursive: true });
  writeFileSync(join(at, name), content);
}

export function text(at: string, name: string): string {
  return readFileSync(join(at, name), 'utf8');
}

/** What a run may not leave behind. */
export function leftovers(at: string): readonly string[] {
  return readdirSync(at).filter((name) => name.endsWith('.tmp'));
}

/** Whether a program can be run here: tests that need it say so where they are skipped. */
export function has(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
