import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fixAll } from '../../core/src/index.ts';
import { faulty } from './faulty.ts';
import { asOf, folder } from './session.ts';

const command = resolve('bin/ai-system.cjs');
const version = /NVIM v(\d+\.\d+\.\d+)/.exec(spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
const skip = version === undefined ? 'Neovim is not installed' : false;

/** Nothing but what Neovim has built in: start a server, look at what it says, edit, fix, look again. */
const script = `
local env, seen = vim.env, {}
vim.cmd('edit ' .. vim.fn.fnameescape(env.SPEC))
vim.bo.filetype = 'yaml'
local id = vim.lsp.start_client({
  name = 'ai-system',
  cmd = { env.NODE, env.COMMAND, 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
  init_options = { asOf = env.AS_OF },
})
vim.lsp.buf_attach_client(0, id)

local function shown()
  local all = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local lsp = (d.user_data or {}).lsp or {}
    all[#all + 1] = {
      line = d.lnum, column = d.col, endLine = d.end_lnum, endColumn = d.end_col,
      severity = d.severity, source = d.source, message = d.message, rule = d.code or lsp.code,
    }
  end
  return all
end
local published = 0
local handler = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(...)
  handler(...)
  published = published + 1
end
local function look(name, at_least)
  vim.wait(20000, function() return published >= at_least end, 10)
  vim.wait(200, function() return false end, 10)
  seen[name] = { diagnostics = shown(), text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n') .. '\\n' }
end
look('opened', 1)

vim.api.nvim_buf_set_lines(0, 0, 0, false, { '# 😀 é', '' })
look('edited', 2)

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  return answers and answers[id] and answers[id].result
end
local start = { line = 0, character = 0 }
local actions = ask('textDocument/codeAction', {
  textDocument = { uri = vim.uri_from_bufnr(0) },
  range = { start = start, ['end'] = start },
  context = { diagnostics = vim.empty_dict(), only = { 'source.fixAll' } },
})
local before = published
local fix = actions[1].edit and actions[1] or ask('codeAction/resolve', actions[1])
vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
look('fixed', before + 1)

vim.lsp.stop_client(id)
seen.stopped = vim.wait(5000, function() return vim.lsp.client_is_stopped(id) end, 10)
vim.fn.writefile({ vim.json.encode(seen) }, env.OUT)
vim.cmd('qa!')
`;

interface Shown {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: number;
  readonly source: string;
  readonly message: string;
  readonly rule: string;
}

interface Seen {
  readonly diagnostics: readonly Shown[];
  readonly text: string;
}

interface CheckOutput {
  readonly specs: readonly {
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: 'error' | 'warning' | 'info';
      readonly message: string;
      readonly range: Record<'start' | 'end', { readonly line: number; readonly column: number }>;
    }[];
  }[];
}

/** What the command finds, in Neovim's way of counting: from 0, columns in bytes. */
function checked(text: string): readonly Shown[] {
  const arguments_ = [command, 'check', '--format', 'json', '--as-of', asOf, '--stdin-filename', 'ai-system.yaml', '-'];
  const { stdout, stderr } = spawnSync(process.execPath, arguments_, { input: text, encoding: 'utf8' });
  assert.notEqual(stdout, '', stderr);
  const lines = text.split('\n');
  const bytes = ({ line, column }: { line: number; column: number }) =>
    Buffer.byteLength(lines[line - 1]!.slice(0, column - 1));
  return (JSON.parse(stdout) as CheckOutput).specs[0]!.findings.map(
    ({ rule, severity, message, range: { start, end } }) => ({
      line: start.line - 1,
      column: bytes(start),
      endLine: end.line - 1,
      endColumn: bytes(end),
      severity: { error: 1, warning: 2, info: 3 }[severity],
      source: 'ai-system',
      message,
      rule,
    }),
  );
}

function sorted(all: readonly Shown[]): readonly string[] {
  return all.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort();
}

/** What is asked with Neovim's own commands: uses, symbols, a rename that works and one that is refused. */
const navigating = `
local env, seen = vim.env, {}
vim.cmd('edit ' .. vim.fn.fnameescape(env.SPEC))
local id = vim.lsp.start_client({
  name = 'ai-system',
  cmd = { env.NODE, env.COMMAND, 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
  init_options = { asOf = env.AS_OF },
})
vim.lsp.buf_attach_client(0, id)
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 10)

local function listed(items)
  local all = {}
  for _, item in ipairs(items) do all[#all + 1] = { line = item.lnum, text = item.text } end
  return all
end
local function quickfix(start)
  vim.fn.setqflist({}, 'r')
  start()
  vim.wait(10000, function() return #vim.fn.getqflist() > 0 end, 10)
  vim.cmd('cclose')
  return listed(vim.fn.getqflist())
end
vim.fn.search('owner: ops')
vim.cmd('normal! 7l')
seen.references = quickfix(function() vim.lsp.buf.references({ includeDeclaration = true }) end)
seen.uses = quickfix(function() vim.lsp.buf.references({ includeDeclaration = false }) end)
seen.symbols = {}
vim.lsp.handlers['textDocument/documentSymbol'] = function(_, result)
  local items = vim.lsp.util.symbols_to_items(result, 0)
  for _, item in ipairs(items) do table.insert(seen.symbols, { line = item.lnum, text = item.text }) end
end
vim.lsp.buf.document_symbol()
vim.wait(10000, function() return #seen.symbols > 0 end, 10)

local notes = {}
vim.notify = function(message) notes[#notes + 1] = message end
vim.fn.search('owner: ops', 'w')
vim.cmd('normal! 7l')
vim.lsp.buf.rename('claims-ops')
local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n') .. '\\n' end
vim.wait(10000, function() return text():find('claims-ops', 1, true) ~= nil end, 10)
seen.renamed = text()
vim.fn.search('build:', 'w')
vim.lsp.buf.rename('claims-ops')
vim.wait(5000, function() return #notes > 0 end, 10)
seen.notes = notes
vim.lsp.stop_client(id)
vim.fn.writefile({ vim.json.encode(seen) }, env.OUT)
vim.cmd('qa!')
`;

const named = `apiVersion: ai-system/v1
system:
  name: claims
  owner: ops
owners:
  ops:
    team: Claims
  build:
    team: Claims Build
`;

test(`Neovim ${version ?? ''} lists uses and symbols, and renames`, { skip, timeout: 120_000 }, (t) => {
  const seen = runNeovim<{
    references: { line: number }[];
    uses: { line: number }[];
    symbols: { line: number; text: string }[];
    renamed: string;
    notes: string[];
  }>(t, named, navigating);
  const lines = (items: readonly { line: number }[]) => items.map(({ line }) => line);
  assert.deepEqual(lines(seen.references), [4, 6]);
  assert.deepEqual(lines(seen.uses), [4]);
  assert.deepEqual(
    seen.symbols.map(({ line, text }) => `${line} ${text.replace(/^\[\w+\] /, '')}`),
    ['2 system', '5 owners', '6 ops', '8 build'],
  );
  assert.equal(seen.renamed, named.replace('owner: ops', 'owner: claims-ops').replace('  ops:', '  claims-ops:'));
  assert.match(seen.notes.join('\n'), /There is already an owner "claims-ops"\./);
});

test(`Neovim ${version ?? ''} shows what the command finds, while typing and after fixing`, {
  skip,
  timeout: 120_000,
}, (t) => {
  const seen = runNeovim<Record<string, Seen> & { stopped: boolean }>(t, faulty, script);

  assert.equal(seen.opened!.text, faulty);
  assert.equal(seen.edited!.text, `# 😀 é\n\n${faulty}`);
  assert.equal(seen.fixed!.text, fixAll(seen.edited!.text, { asOf }).text);
  assert.notEqual(seen.fixed!.text, seen.edited!.text);
  for (const when of ['opened', 'edited', 'fixed'] as const) {
    const { diagnostics, text } = seen[when]!;
    assert.ok(diagnostics.length > 0, when);
    assert.deepEqual(sorted(diagnostics), sorted(checked(text)), when);
  }
  assert.equal(seen.stopped, true);
});

/** What the script wrote down of its run on this spec. */
function runNeovim<T>(t: TestContext, spec: string, client: string): T {
  const root = folder(t, { 'ai-system.yaml': spec, 'client.lua': client, '.git/HEAD': '' });
  const out = join(root, 'seen.json');
  const env = {
    ...process.env,
    SPEC: 'ai-system.yaml',
    NODE: process.execPath,
    COMMAND: command,
    AS_OF: asOf,
    OUT: out,
  };
  const home = { XDG_STATE_HOME: root, XDG_CACHE_HOME: root, XDG_DATA_HOME: root, XDG_CONFIG_HOME: root };
  const run = ['--headless', '--clean', '-n', '-c', 'luafile client.lua', '-c', 'cquit'];
  execFileSync('nvim', run, { cwd: root, env: { ...env, ...home }, timeout: 100_000, stdio: 'pipe' });
  return JSON.parse(readFileSync(out, 'utf8'));
}
