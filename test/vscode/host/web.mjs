// The other flavour: VS Code in the browser alone, with no machine behind it. Extensions run from their `browser` entry in
// a worker; the files are those of an extension that lends them.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { launchBrowser, newPage, settings } from './host.mjs';
import { install, runtime } from './install.mjs';
import { watch } from './run-suite.mjs';

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** code-server's workbench always talks to its server and keeps the user's data there. This one must do neither. */
const patches = [
  [',remoteAuthority:location.host}', '}'],
  [/(\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote(\}\),"User"\))/, '$1vscodeUserData$2'],
];

/**
 * Runs a suite in the worker of the extension host; resolves to what its `run` gives, or to undefined if that did not
 * come to an end. `extensions` are folders; the suite `tests`, one script, lies in the first of them. `folder` is the URI
 * of the workspace.
 */
export async function runWebSuite({ extensions, tests, folder, verbose, artifacts }, { timeout }) {
  install();
  const token = randomUUID();
  const server = await serve({ extensions, tests, token });
  let browser;
  try {
    browser = await launchBrowser();
    const page = await newPage(browser, { width: 1400, height: 900 });
    const { result, said } = await watch(page, browser, { verbose, artifacts }, token, timeout);
    await page.goto(`${server.address}/?folder=${encodeURIComponent(folder)}`);
    const code = await result;
    if (code !== 0 && artifacts) await page.screenshot({ path: path.join(artifacts, 'web.png') }).catch(() => {});
    return code === 0 ? JSON.parse(said()) : undefined;
  } finally {
    await browser?.close().catch(() => {});
    await server.stop();
  }
}

async function serve({ extensions, tests, token }) {
  const workbench = path.join(runtime, 'vscode/out/vs/code/browser/workbench');
  const script = patches.reduce(
    (text, [from, to]) => {
      const patched = text.replace(from, to);
      if (patched === text) throw new Error(`workbench.js has changed: ${from} is not in it.`);
      return patched;
    },
    readFileSync(path.join(workbench, 'workbench.js'), 'utf8'),
  );
  const mounts = [
    ['/build/', `${path.join(runtime, 'vscode')}/`],
    ...extensions.map((extension, index) => [`/extension-${index}/`, `${path.resolve(extension)}/`]),
  ];
  // Success counts only with the token, as in run-suite.mjs.
  const tail = `\n;{ const { run } = module.exports; module.exports = { run: async () => { const said = await run(); console.log(${JSON.stringify(token)} + JSON.stringify(said)); } }; }\n`;

  const server = http.createServer(({ url, headers }, response) => {
    const { pathname } = new URL(url, 'http://host');
    const send = (status, type, body) => response.writeHead(status, { 'Content-Type': type }).end(body);
    if (pathname === '/') return send(200, 'text/html', page(headers.host));
    const [mount, folder] = mounts.find(([prefix]) => pathname.startsWith(prefix)) ?? [];
    const file = folder && path.join(folder, decodeURIComponent(pathname.slice(mount.length)));
    if (!file?.startsWith(folder)) return send(404, 'text/plain', 'Not found');
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    if (file === path.join(workbench, 'workbench.js')) return send(200, type, script);
    try {
      const body = readFileSync(file);
      return send(200, type, file === path.resolve(tests) ? body + tail : body);
    } catch {
      // The halves for browsers of what is built in were left out of this VS Code, which wants to start them all the same.
      const isBuiltIn = /^\/build\/extensions\/.*\/browser\/.*\.js$/.test(pathname);
      return isBuiltIn ? send(200, type, 'exports.activate = () => {};') : send(404, 'text/plain', 'Not found');
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));

  function page(authority) {
    const at = (name) => ({ scheme: 'http', authority, path: name });
    const suite = path.relative(path.resolve(extensions[0]), path.resolve(tests)).split(path.sep).join('/');
    const configuration = {
      productConfiguration: { enableTelemetry: false },
      _wrapWebWorkerExtHostInIframe: false,
      configurationDefaults: settings,
      developmentOptions: {
        extensions: extensions.map((_, index) => at(`/extension-${index}`)),
        extensionTestsPath: at(`/extension-0/${suite}`),
      },
      // code-server's own, all of them required.
      userDataPath: '/',
      callbackRoute: '/callback',
      isEnabledFileDownloads: true,
      isEnabledFileUploads: true,
      isEnabledCoderGettingStarted: false,
    };
    const values = {
      WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replace(/&/g, '&amp;').replace(/"/g, '&quot;'),
      WORKBENCH_WEB_BASE_URL: '/build',
      WORKBENCH_NLS_URL: '/build/out/nls.messages.js',
      WORKBENCH_NLS_FALLBACK_URL: '/build/out/nls.messages.js',
    };
    const html = readFileSync(path.join(workbench, 'workbench.html'), 'utf8');
    return html.replace(/\{\{([^}]+)\}\}/g, (_, name) => values[name] ?? '');
  }

  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
