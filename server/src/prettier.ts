// In a bundle of its own, see esbuild.js.

import * as yaml from 'prettier/plugins/yaml';
import { format } from 'prettier/standalone';
import type { Printer } from '../../core/src/index.ts';

/** Prettier's YAML, with none of its configuration files read. */
export const print: Printer = (text, options) =>
  format(text, { parser: 'yaml', plugins: [yaml], ...options, endOfLine: 'lf' });
