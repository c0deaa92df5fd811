// One bundle, as all but the last step is the same: in an editor without a machine behind it the server is a worker,
// and elsewhere a process. Each loads its own part alone.
const start =
  'importScripts' in globalThis
    ? import('./main.browser.ts').then((main) => main.startBrowserServer)
    : import('./main.node.ts').then((main) => main.startNodeServer);
start.then((startServer) => startServer());
