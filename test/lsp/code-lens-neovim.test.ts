import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { example } from '../support/examples.ts';
import { asOf, folder, serverPath } from './session.ts';

const skip = spawnSync('nvim', ['--version']).status === 0 ? false : 'Neovim is not installed';

/** Nothing but what Neovim has built in shows the lenses. */
const script = `
local env, seen = vim.env, {}
vim.cmd('edit ' .. vim.fn.fnameescape(env.SPEC))
local able = vim.lsp.protocol.make_client_capabilities()
able.textDocument.codeLens = able.textDocument.codeLens or { dynamicRegistration = false } -- 0.7 shows them without saying so.
local id = vim.lsp.start_client({
  capabilities = able,
  name = 'ai-system',
  cmd = { env.NODE, env.SERVER, '--stdio' },
  root_dir = vim.fn.getcwd(),
  init_options = { asOf = env.AS_OF },
})
vim.lsp.buf_attach_client(0, id)
vim.wait(20000, function() return vim.lsp.get_client_by_id(id).initialized end, 10)
vim.lsp.codelens.refresh()
local shown = {}
vim.wait(20000, function()
  shown = {}
  for name, space in pairs(vim.api.nvim_get_namespaces()) do
    if name:find('codelens') then
      for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(0, space, 0, -1, { details = true })) do
        for _, chunk in ipairs(mark[4].virt_text or {}) do shown[#shown + 1] = chunk[1] end
      end
    end
  end
  return #shown > 0
end, 10)
seen.shown = shown
seen.errors = vim.v.errmsg
seen.alive = vim.lsp.get_client_by_id(id) ~= nil and not vim.lsp.client_is_stopped(id)
vim.fn.writefile({ vim.json.encode(seen) }, env.OUT)
vim.lsp.stop_client(id)
vim.cmd('qa!')
`;

test('Neovim shows the lenses as lines to read', { skip }, (t) => {
  const root = folder(t, { 'ai-system.yaml': example('agent-pilot').text, 'lenses.lua': script });
  const out = join(root, 'seen.json');
  execFileSync('nvim', ['--headless', '--clean', '-n', '-i', 'NONE', '-c', 'luafile lenses.lua'], {
    cwd: root,
    env: {
      ...process.env,
      SPEC: 'ai-system.yaml',
      SERVER: resolve(serverPath),
      NODE: process.execPath,
      AS_OF: asOf,
      OUT: out,
    },
    timeout: 60_000,
    stdio: 'pipe',
  });
  const { shown, errors, alive } = JSON.parse(readFileSync(out, 'utf8'));
  const text = shown.join('\n');
  assert.match(text, /Claims pilot, earned /);
  assert.match(text, /pre-production asks \d+/);
  assert.doesNotMatch(text, /Unresolved/);
  assert.equal(errors, '');
  assert.equal(alive, true);
});
