import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from 'vscode-languageserver';
import { capabilities } from './profiles.ts';
import { Session } from './session.ts';

/** As the command prints it: lines and columns from 1, columns in UTF-16 units. */
interface Flat {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

execFileSync('node', ['scripts/fixtures.mjs']);
const folder = resolve('out/fixtures');
/** The day for which the expected findings were made. */
const asOf = '2026-11-22';
const names = readdirSync(folder);
const text = (name: string) => readFileSync(join(folder, name, 'ai-system.yaml'), 'utf8').replace(/^\ufeff/, '');
const expected = (name: string) =>
  (JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Flat[]).map(line).sort();
/** What an editor makes of such text when it opens it is another text. */
const changedByEditors = (name: string) => /[\0-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)/.test(text(name));

test('there are fixtures, and most of them have findings', () => {
  assert.ok(names.length > 100, `${names.length}`);
  assert.ok(names.filter((name) => expected(name).length > 0).length > names.length / 2);
});

describe('over stdio, pulled, the server finds what the command finds', () => {
  test(`${names.length} fixtures`, async (t) => {
    const session = new Session(t);
    await session.initialize({ options: { asOf } });
    for (const name of names) {
      const uri = pathToFileURL(join(folder, name, 'ai-system.yaml')).href;
      session.open(uri, text(name));
      await settles(name, async () => (await session.pull(uri)).items);
      session.close(uri);
    }
  });
});

describe('over stdio, pushed, the server finds what the command finds', () => {
  test(`${names.length} fixtures`, async (t) => {
    const session = new Session(t);
    await session.initialize({
      capabilities: capabilities('neovim'),
      options: { asOf },
    });
    for (const name of names) {
      const uri = pathToFileURL(join(folder, name, 'ai-system.yaml')).href;
      session.open(uri, text(name));
      await session.publishedVersion(uri, 1);
      await settles(name, async () => session.published(uri).at(-1)?.diagnostics ?? []);
      session.close(uri);
    }
  });
});

/** What artifacts say follows what the text says; in the end it is what the command finds, which looks first. */
async function settles(name: string, shown: () => Promise<readonly Diagnostic[]>): Promise<void> {
  const wanted = expected(name);
  for (let tries = 0; tries < 500; tries += 1) {
    const now = (await shown()).map(flat).map(line).sort();
    if (isDeepStrictEqual(now, wanted)) return;
    if (tries === 499) assert.deepEqual(now, wanted, name);
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

const neovim = spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '';
const shownByNeovim = names.filter((name) => !changedByEditors(name) && text(name) !== '');

test(`Neovim shows what the command finds in ${shownByNeovim.length} fixtures`, {
  skip: neovim === '' ? 'Neovim is not installed' : false,
  timeout: 300_000,
}, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'ai-system-nvim-'));
  try {
    writeFileSync(join(scratch, 'client.lua'), lua);
    const messages = (name: string) => JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Flat[];
    const wanted = shownByNeovim.map((name) => [name, messages(name).map(({ message }) => message)]);
    writeFileSync(join(scratch, 'wanted.json'), JSON.stringify(Object.fromEntries(wanted)));
    const home = { XDG_STATE_HOME: scratch, XDG_CACHE_HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch };
    execFileSync(
      'nvim',
      ['--headless', '--clean', '-n', '-c', `luafile ${join(scratch, 'client.lua')}`, '-c', 'cquit'],
      {
        env: {
          ...process.env,
          ...home,
          NODE: process.execPath,
          COMMAND: resolve('bin/ai-system.cjs'),
          FOLDER: folder,
          AS_OF: asOf,
          NAMES: shownByNeovim.join('\n'),
          WANTED: join(scratch, 'wanted.json'),
          OUT: join(scratch, 'seen.json'),
        },
        stdio: 'pipe',
        timeout: 280_000,
      },
    );
    const seen = JSON.parse(readFileSync(join(scratch, 'seen.json'), 'utf8')) as Record<string, Diagnostic[]>;
    for (const name of shownByNeovim) {
      const shown = Array.isArray(seen[name]) ? seen[name] : []; // An empty table of Lua is an empty object.
      assert.deepEqual(shown.map(flat).map(line).sort(), expected(name), name);
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

/** Opens each fixture, waits until the server pushed what is wanted, and keeps the last as it came over the wire. */
const lua = `
local env, seen = vim.env, {}
local pushed = {}
local wanted = vim.json.decode(vim.fn.readfile(env.WANTED)[1])
local function is_wanted(name, file)
  if pushed[file] == nil then return false end
  local messages = vim.tbl_map(function(one) return one.message end, pushed[file])
  table.sort(messages)
  table.sort(wanted[name])
  return vim.deep_equal(messages, wanted[name])
end
local handler = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(err, result, ...)
  handler(err, result, ...)
  pushed[vim.uri_to_fname(result.uri)] = result.diagnostics
end
local id = vim.lsp.start_client({ name = 'ai-system', cmd = { env.NODE, env.COMMAND, 'lsp', '--stdio' }, root_dir = env.FOLDER, init_options = { asOf = env.AS_OF } })
for name in env.NAMES:gmatch('[^\\n]+') do
  local file = env.FOLDER .. '/' .. name .. '/ai-system.yaml'
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  vim.lsp.buf_attach_client(0, id)
  vim.wait(10000, function() return is_wanted(name, file) end, 5)
  seen[name] = pushed[file] or { 'nothing came' }
end
vim.fn.writefile({ vim.json.encode(seen) }, env.OUT)
vim.cmd('qa!')
`;

function flat({ code, severity, message, range: { start, end } }: Diagnostic): Flat {
  const word = ['', 'error', 'warning', 'info'][severity ?? 0] ?? '';
  return {
    rule: String(code),
    severity: word,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    message: String(message),
  };
}

function line({ rule, severity, line, column, endLine, endColumn, message }: Flat): string {
  return `${line}:${column}-${endLine}:${endColumn} ${severity} ${rule} ${message}`;
}
