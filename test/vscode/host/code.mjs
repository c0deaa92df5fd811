#!/usr/bin/env node
// Stands in for the executable of a desktop VS Code: takes the arguments with which @vscode/test-electron starts one.
//
//   code.mjs [folder | FILE.code-workspace] [file] --extensionDevelopmentPath=P --extensionTestsPath=P [--disable-extensions]
//   code.mjs --install-extension FILE.vsix | --list-extensions
//   both with --user-data-dir=D --extensions-dir=D
//   a suite also with --locale=LANGUAGE, in which extensions speak, and with --untrusted, which is of our own: nobody trusts
//   the workspace
//
// VSCODE_HOST_VERBOSE=1 prints everything; VSCODE_HOST_TIMEOUT=seconds; VSCODE_HOST_ARTIFACTS=folder; CHROMIUM=file.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runServerCommand } from './host.mjs';
import { install } from './install.mjs';
import { runSuite } from './run-suite.mjs';

const { values, positionals } = parseArgs({
  strict: false, // A desktop VS Code has many more, which mean nothing here.
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string' },
    locale: { type: 'string' },
    untrusted: { type: 'boolean' },
  },
});

install();
const scratch = mkdtempSync(path.join(os.tmpdir(), 'vscode-host-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const folders = {
  userData: path.resolve(values['user-data-dir'] ?? path.join(scratch, 'user')),
  extensions: path.resolve(values['extensions-dir'] ?? path.join(scratch, 'extensions')),
};

if (values['install-extension'] !== undefined) {
  process.exitCode = await runServerCommand(folders, ['--install-extension', values['install-extension']]);
} else if (values['list-extensions']) {
  process.exitCode = await runServerCommand(folders, ['--list-extensions', '--show-versions']);
} else if (values.extensionTestsPath === undefined) {
  console.error(
    'This stand-in for VS Code runs suites (--extensionTestsPath) and installs extensions; it opens no window.',
  );
  process.exitCode = 2;
} else {
  const is = (kind) => positionals.find((name) => statSync(name, { throwIfNoEntry: false })?.[kind]());
  const opened = is('isFile');
  process.exitCode = await runSuite(
    {
      ...folders,
      folder: is('isDirectory'),
      ...(opened?.endsWith('.code-workspace') ? { workspace: opened } : { file: opened }),
      developmentPath: values.extensionDevelopmentPath,
      testsPath: values.extensionTestsPath,
      disableExtensions: values['disable-extensions'] === true,
      language: values.locale,
      untrusted: values.untrusted === true,
      verbose: process.env.VSCODE_HOST_VERBOSE === '1',
      artifacts: process.env.VSCODE_HOST_ARTIFACTS,
    },
    { timeout: Number(process.env.VSCODE_HOST_TIMEOUT ?? 300) * 1000 },
  );
}
