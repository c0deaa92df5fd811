import { basename, resolve } from 'node:path';
import { isSpecFileName, type Pack, type Stage, stages } from '../../../core/src/index.ts';
import { type Options, parseArguments, type Usage } from '../args.ts';
import type { Io } from '../io.ts';
import { formats, isFormat, type ReportFormat } from '../report/format.ts';

export const checkOptions = {
  stage: { value: 'STAGE', help: `judge as if it were there: ${stages.join(', ')}` },
  'as-of': { value: 'DATE', help: 'judge as of this day instead of today, such as 2026-11-22' },
  config: { value: 'FILE', help: 'use this configuration instead of the nearest ai-system.config.yaml' },
  'no-config': { help: 'use no configuration' },
  'print-config': { help: 'show what the configuration sets for the given paths, and where it does; check nothing' },
  format: { value: 'FORMAT[=FILE]', many: true, help: `${formats.join(', ')}; repeat it to write several` },
  strict: { help: 'what cannot be verified here is an error' },
  quiet: { help: 'show errors only' },
  color: { help: 'use colours even where the output is no terminal' },
  'no-color': { help: 'use no colours' },
  fix: { help: 'apply the fixes that are safe; with "-" print the result' },
  diff: { help: 'show what --fix would change, and change nothing' },
  'max-warnings': { value: 'N', help: 'exit 1 with more warnings than this' },
  'allow-empty': { help: 'exit 0 when there is nothing to check' },
  'stdin-filename': { value: 'NAME', help: 'what standard input ("-") is called in the report' },
} as const satisfies Options;

export interface CheckChoices {
  readonly kind: 'choices';
  readonly paths: readonly string[];
  readonly stage?: Stage;
  readonly asOf: string;
  readonly config: { readonly file?: string; readonly none: boolean };
  readonly printConfig: boolean;
  readonly strict: boolean;
  /** Judged besides those that the configuration names, and told instead of readiness. */
  readonly packs?: readonly Pack[];
  readonly outputs: readonly ReportOutput[];
  readonly quiet: boolean;
  readonly color?: boolean;
  readonly fix: boolean;
  readonly diff: boolean;
  readonly maxWarnings: number;
  readonly allowEmpty: boolean;
  readonly stdinName?: string;
}

interface ReportOutput {
  readonly format: ReportFormat;
  /** Standard output if absent. */
  readonly file?: string;
}

export function parseCheck(argv: readonly string[], io: Io): CheckChoices | { readonly kind: 'help' } | Usage {
  const parsed = parseArguments('check', checkOptions, argv, io.cwd);
  if (parsed.kind === 'usage') return parsed;
  if (parsed.help) return { kind: 'help' };

  const { values, rest: paths } = parsed;
  const usage = (message: string, word?: string, known: readonly string[] = []): Usage => ({
    kind: 'usage',
    message,
    ...(word === undefined ? {} : { unknown: { word, known } }),
    help: 'ai-system check --help',
  });

  const { stage } = values;
  if (stage !== undefined && !isStage(stage)) return usage(`unknown stage "${stage}"`, stage, stages);

  const asOf = values['as-of'] ?? today();
  if (!isDate(asOf)) return usage(`--as-of takes a date such as 2026-11-22, not "${asOf}"`);

  const limit = values['max-warnings'];
  if (limit !== undefined && !/^\d{1,9}$/.test(limit)) return usage(`--max-warnings takes a number, not "${limit}"`);

  const outputs: ReportOutput[] = [];
  for (const value of values.format.length === 0 ? ['pretty'] : values.format) {
    const equals = value.indexOf('=');
    const format = equals === -1 ? value : value.slice(0, equals);
    if (!isFormat(format)) return usage(`unknown format "${format}"`, format, formats);
    const file = equals === -1 ? undefined : value.slice(equals + 1);
    if (file === '') return usage(`--format ${format}= needs a file after the sign`);
    outputs.push(file === undefined ? { format } : { format, file: resolve(io.cwd, file) });
  }
  const files = outputs.flatMap(({ file }) => file ?? []);
  const checked = new Set(paths.map((path) => resolve(io.cwd, path)));
  const overwritten = files.find((file) => isSpecFileName(basename(file)) || checked.has(file));
  if (overwritten !== undefined) return usage(`a report would overwrite the spec ${basename(overwritten)}`);
  if (new Set(files).size < files.length) return usage('two reports would be written into the same file');

  const stdinName = values['stdin-filename'];
  if (stdinName !== undefined && !paths.includes('-')) {
    return usage('--stdin-filename goes with "-", which stands for standard input');
  }
  if (values['no-config'] && values.config !== undefined) return usage('--config and --no-config exclude each other');

  if (
    values['print-config'] &&
    outputs.some(({ format, file }) => file !== undefined || !/^(?:pretty|json)$/.test(format))
  ) {
    return usage('--print-config goes with --format pretty or json, without a file');
  }

  return {
    kind: 'choices',
    paths,
    stage,
    asOf,
    config: { file: values.config, none: values['no-config'] },
    printConfig: values['print-config'],
    strict: values.strict,
    outputs,
    quiet: values.quiet,
    color: values['no-color'] ? false : values.color ? true : undefined,
    fix: values.fix,
    diff: values.diff,
    maxWarnings: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
    allowEmpty: values['allow-empty'],
    stdinName,
  };
}

function isStage(word: string): word is Stage {
  return (stages as readonly string[]).includes(word);
}

/** Where the person is, as in the editor. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function isDate(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // A 30 February becomes a day in March.
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
