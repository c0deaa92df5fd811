/** What mocha's build for browsers looks at, and a worker of VS Code does not have. */
(globalThis as { location?: unknown }).location ??= { search: '' };
