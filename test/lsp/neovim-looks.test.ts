import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { asOf, folder } from './session.ts';

const version = /NVIM v(\d+\.\d+\.\d+)/.exec(spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
const skip = version === undefined ? 'Neovim is not installed' : false;

/** Nothing but what Neovim has built in: hover over an owner, read the popup, format. */
const script = `
local env, seen = vim.env, {}
vim.cmd('edit ai-system.yaml')
vim.bo.shiftwidth = 2
vim.bo.expandtab = true
local id = vim.lsp.start_client({
  name = 'ai-system',
  cmd = { env.NODE, env.COMMAND, 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
  init_options = { asOf = env.AS_OF },
})
vim.lsp.buf_attach_client(0, id)
vim.wait(20000, function() return vim.lsp.get_client_by_id(id) and vim.lsp.get_client_by_id(id).initialized end, 10)

vim.api.nvim_win_set_cursor(0, { 3, 15 })
vim.lsp.buf.hover()
local function popup()
  for _, win in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(win).relative ~= '' then return win end
  end
end
vim.wait(20000, function() return popup() ~= nil end, 10)
seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(popup()), 0, -1, false), '\\n')
vim.api.nvim_win_close(popup(), true)

if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 20000 }) else vim.lsp.buf.formatting_sync({}, 20000) end
seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n') .. '\\n'
vim.fn.writefile({ vim.json.encode(seen) }, env.OUT)
vim.lsp.stop_client(id)
vim.wait(5000, function() return vim.lsp.client_is_stopped(id) end, 10)
vim.cmd('qa!')
`;

const before = 'apiVersion: ai-system/v1\nsystem:\n     owner:   ops # who\nowners:\n     ops:\n          team: Ops\n';
const after = 'apiVersion: ai-system/v1\nsystem:\n  owner: ops # who\nowners:\n  ops:\n    team: Ops\n';

test(`Neovim ${version ?? ''} shows a hover and formats`, { skip, timeout: 120_000 }, (t) => {
  const root = folder(t, { 'ai-system.yaml': before, 'client.lua': script, '.git/HEAD': '' });
  const out = join(root, 'seen.json');
  const env = { NODE: process.execPath, COMMAND: resolve('bin/ai-system.cjs'), AS_OF: asOf, OUT: out };
  const home = { XDG_STATE_HOME: root, XDG_CACHE_HOME: root, XDG_DATA_HOME: root, XDG_CONFIG_HOME: root };
  const run = ['--headless', '--clean', '-n', '-c', 'luafile client.lua', '-c', 'cquit'];
  const options = { cwd: root, env: { ...process.env, ...env, ...home }, timeout: 100_000, stdio: 'pipe' } as const;
  execFileSync('nvim', run, options);
  const seen: { readonly hover: string; readonly text: string } = JSON.parse(readFileSync(out, 'utf8'));
  assert.match(seen.hover, /Owner\W+ops/);
  assert.match(seen.hover, /team: Ops/);
  assert.equal(seen.text, after);
});
