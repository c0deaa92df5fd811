import { stages } from '../../../core/src/index.ts';
import type { Options } from '../args.ts';

export const reportFormats = ['pretty', 'markdown', 'html', 'json'] as const;

export const reportOptions = {
  stage: { value: 'STAGE', help: `judge as if it were there: ${stages.join(', ')}` },
  'as-of': { value: 'DATE', help: 'judge as of this day instead of today, such as 2026-11-22' },
  config: { value: 'FILE', help: 'use this configuration instead of the nearest ai-system.config.yaml' },
  'no-config': { help: 'use no configuration' },
  format: { value: 'FORMAT[=FILE]', many: true, help: `${reportFormats.join(', ')}; repeat it to write several` },
  pack: { value: 'PACK', many: true, help: 'tell how the systems stand to this pack instead, clause by clause' },
  gate: { help: 'exit 1 when something blocks' },
  strict: { help: 'what cannot be verified here blocks' },
  color: { help: 'use colours even where the output is no terminal' },
  'no-color': { help: 'use no colours' },
  'allow-empty': { help: 'exit 0 when there is nothing to report' },
  'stdin-filename': { value: 'NAME', help: 'what standard input ("-") is called in the report' },
} as const satisfies Options;
