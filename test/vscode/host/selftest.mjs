// Does the host tell a suite that passes from one that fails, whatever way it fails?   node test/vscode/host/selftest.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const code = fileURLToPath(new URL('code.mjs', import.meta.url));

const passing = {
  resolves: 'exports.run = async () => { await require("vscode").workspace.openTextDocument({ content: "" }); };',
  'calls back': 'exports.run = (root, done) => done(null, 0);',
};
const failing = {
  rejects: 'exports.run = async () => { throw new Error("1 failed"); };',
  throws: 'exports.run = () => { throw new Error("1 failed"); };',
  'calls back with failures': 'exports.run = (root, done) => done(null, 2);',
  crashes: 'exports.run = async () => process.abort();',
  'exits early': 'exports.run = async () => process.exit(0);',
  hangs: 'exports.run = () => new Promise(() => {});',
  'has no run': '',
  'is not there': undefined,
};

let wrong = 0;
for (const [expected, suites] of [
  [0, passing],
  [1, failing],
]) {
  for (const [name, source] of Object.entries(suites)) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'a folder with blanks '));
    mkdirSync(path.join(folder, 'extension'));
    const manifest = { name: 'selftest', publisher: 'host', version: '0.0.1', engines: { vscode: '^1.91.0' } };
    writeFileSync(path.join(folder, 'extension/package.json'), JSON.stringify(manifest));
    const suite = path.join(folder, 'extension/suite.cjs');
    if (source !== undefined) writeFileSync(suite, source);

    const { status, stdout, stderr } = spawnSync(
      code,
      [folder, `--extensionDevelopmentPath=${path.join(folder, 'extension')}`, `--extensionTestsPath=${suite}`],
      { encoding: 'utf8', env: { ...process.env, VSCODE_HOST_TIMEOUT: name === 'hangs' ? '20' : '120' } },
    );
    rmSync(folder, { recursive: true, force: true });
    console.log(`${status === expected ? 'ok   ' : 'WRONG'} a suite that ${name}: exit ${status}`);
    if (status === expected) continue;
    wrong += 1;
    console.log(stdout + stderr);
  }
}
console.log(wrong === 0 ? 'The host tells them all apart.' : `${wrong} told wrong.`);
process.exitCode = wrong === 0 ? 0 : 1;
