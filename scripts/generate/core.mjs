// The core as a module of this process, bundled in memory from its sources.

import { join } from 'node:path';
import { build } from 'esbuild';

export async function loadCore(root) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'core/src/index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    write: false,
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
