import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser, newPage, startServer, workbenchAddress } from './host.mjs';

// What the workbench itself says on the console it shares with the extension host.
const chatter = new RegExp(
  `^(?:${[
    'Resolv(?:ing|ed) connection token',
    'Creating a socket',
    '\\[(?:reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate|DefaultAccount|chat-stt|ChatModelSelection)',
    'Ignoring fetching additional builtin|Updating additional builtin|Found additional builtin location',
    'Creation of workbench contribution',
    "Timed out waiting for authentication provider 'github'",
    'Auto updating outdated extensions',
    'Canceled: Canceled',
    'No search provider registered for scheme',
    'Loading development extension',
    "Request to '[^']*package\\.nls\\.json'",
    'ENOPRO: No file system provider',
    'Ignoring the error while validating workspace folder',
    'Error while fetching the extension under development .* not a web extension',
    'ChatSessionStore: ',
  ].join('|')})`,
);

/**
 * Runs a suite (a module that exports `run`) in the extension host; resolves to 0 if it passed and to 1 if not.
 * `suite` has userData, extensions, folder?, workspace?, file?, developmentPath, testsPath, disableExtensions, language?, untrusted?,
 * and, as help when something fails, verbose and artifacts (a folder for a picture and the logs).
 */
export async function runSuite(suite, { timeout }) {
  // An extension host that dies is reported by VS Code as success. So success counts only with this token, which is
  // printed after `run` has resolved and cannot be known to the suite.
  const token = randomUUID();
  const server = await startServer(suite, {
    untrusted: suite.untrusted,
    onOutput: (text) => suite.verbose && process.stderr.write(text),
  });
  let browser;
  try {
    browser = await launchBrowser();
    const page = await newPage(browser, { width: 1400, height: 900 }, suite.language);
    const { result } = await watch(page, browser, suite, token, timeout);
    const tests = server.uri(writeWrapper(suite, token));
    const payload = [
      ['extensionDevelopmentPath', server.uri(suite.developmentPath)],
      ['extensionTestsPath', tests],
    ];
    if (suite.disableExtensions) payload.push(['disableExtensions', 'true']);
    if (suite.file) payload.push(['openFile', server.uri(suite.file)]);
    await page.goto(workbenchAddress(server, { folder: suite.folder, workspace: suite.workspace, payload }));

    const code = await result;
    if (code !== 0 && suite.artifacts) {
      mkdirSync(suite.artifacts, { recursive: true });
      await page.screenshot({ path: path.join(suite.artifacts, 'failure.png'), timeout: 5000 }).catch(() => {});
    }
    return code;
  } finally {
    await browser?.close().catch(() => {});
    await server.stop();
  }
}

/**
 * The workbench looks for two functions on its window: one takes each console line, the other the suite's exit code. What
 * stands behind the token is what the suite said at its end.
 */
export async function watch(page, browser, { verbose, artifacts }, token, timeout) {
  let finish;
  const result = new Promise((resolve) => {
    finish = resolve;
  });
  let over = false;
  result.then(() => {
    over = true;
  });
  const fail = (why) => {
    if (!over) console.error(`VS Code host: ${why}.`);
    finish(1);
  };
  const timer = setTimeout(fail, timeout, `no result within ${timeout / 1000} s`);
  let resolved = false;
  let said = '';

  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args);
    if (text.startsWith(token)) {
      resolved = true;
      said = text.slice(token.length);
    } else if (verbose || !chatter.test(text)) (type === 'log' ? process.stdout : process.stderr).write(`${text}\n`);
  });
  await page.exposeFunction('codeAutomationExit', (code, logs) => {
    if (artifacts && code !== 0) saveLogs(artifacts, logs);
    if (code === 0 && !resolved) fail('the extension host ended before the suite did');
    else finish(code === 0 ? 0 : 1);
  });
  page.on('crash', () => fail('the page crashed'));
  browser.on('disconnected', () => fail('the browser is gone'));
  return { result: result.finally(() => clearTimeout(timer)), said: () => said };
}

/** A module that runs the real one as VS Code would (`run` may return a promise or call back) and then prints the token. */
function writeWrapper({ userData, testsPath }, token) {
  const wrapper = path.join(userData, 'run-tests.cjs');
  const target = JSON.stringify(path.resolve(testsPath));
  writeFileSync(
    wrapper,
    `const print = console.log;
exports.run = async () => {
  const { run } = require(${target});
  await new Promise((resolve, reject) => {
    const called = run(${target}, (error, failures) => (error || failures > 0 ? reject(error ?? new Error(failures + ' failed')) : resolve()));
    if (typeof called?.then === 'function') called.then(resolve, reject);
  });
  print(${JSON.stringify(token)});
};
`,
  );
  return wrapper;
}

function saveLogs(folder, logs) {
  for (const { relativePath, contents } of logs ?? []) {
    const file = path.join(folder, relativePath);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
}
