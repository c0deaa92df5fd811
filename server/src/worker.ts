// Runs the bundle of the server in a worker, as the launcher of the command does in a process.

/** What a worker has and a process has not. */
declare function importScripts(url: string): void;
declare const self: { readonly name: string; module?: { exports: unknown }; runAiSystem?: Bundle };
type Bundle = (exports: object, require: (file: string) => unknown, module: { exports: object }) => void;

/** The client names the folder of the bundles as the name of the worker, before which VS Code puts one of its own. */
const folder = self.name.split(' -> ').pop();
const load = (file: string) => importScripts(new URL(file, folder).href);

load('server.bundle.js');
if (self.runAiSystem === undefined) throw new Error('server.bundle.js holds no server.');
self.runAiSystem({}, loadBeside, { exports: {} });

/** A bundle that few need, written for `require`. */
function loadBeside(file: string): unknown {
  const module: { exports: unknown } = { exports: {} };
  self.module = module;
  try {
    load(file);
    return module.exports;
  } finally {
    delete self.module;
  }
}
