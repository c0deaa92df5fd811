import type { Options } from '../args.ts';
import { checkOptions } from './check-options.ts';
import { initOptions } from './init.ts';
import { lspOptions } from './lsp.ts';
import { packOptions, shippedPacks } from './packs.ts';
import { reportOptions } from './report-options.ts';
import { rulesOptions } from './rules.ts';

/** The help of a command, or of all of it; `undefined` for a command that there is not. */
export function helpFor(command: string | undefined): string | undefined {
  if (command === undefined) return overview;
  return Object.hasOwn(pages, command) ? pages[command]?.() : undefined;
}

const overview = `Checks AI system specs (ai-system.yaml): what the system depends on, how it is
measured, watched and owned.

Usage: ai-system COMMAND [OPTION…]

  check [PATH…]      check specs: the files and folders named, or all below here
  report [PATH…]     how ready a system is: what blocks, the seven questions, a map
  init [FOLDER]      write a first spec from what stands in the repository
  explain RULE       what a rule asks and why, with examples
  rules              all rules, and how severe they are at each stage
  lsp --stdio        start the language server, for editors
  mcp [FOLDER]       start the server for assistants (Model Context Protocol)

  --help, --version  ai-system COMMAND --help tells more
`;

const pages: Readonly<Record<string, () => string>> = {
  check: () => `Usage: ai-system check [OPTION…] [PATH…]

Checks the files and folders named, or every spec below the working directory
that git does not ignore. "-" is standard input.

${table(checkOptions)}

Exit code: 0 no errors; 1 errors, more warnings than --max-warnings, or with
--diff something to change; 2 something could not be checked.
`,
  report: () => `Usage: ai-system report [OPTION…] [PATH…]

How ready each system is: the stage it claims and the one it has earned, what
blocks in the order to work on it, the seven questions, and a map of the system
(in markdown and html). --stage production tells what blocks the promotion.
--pack tells instead, clause by clause, how each system stands to a standard
or to rules of your own: a pack that comes with the command
(${[...shippedPacks.keys()].join(', ')}),
one that the configuration names, or a file by its path.

${table(reportOptions)}

Exit code: 0; 1 with --gate when something blocks; 2 something could not be
judged.
`,
  init: () => `Usage: ai-system init [OPTION…] [FOLDER]

Looks through the repository and writes ai-system.yaml into the folder (the
working directory): what stands in a file is filled in, and everything else
that its stage asks is a TODO. Tells of each answer the file and the line it
was read in, and what else it saw. Nobody has to prove a pilot, so that is
where a spec begins; --stage is for a system that is further on.

${table(initOptions)}

Exit code: 0; 2 where there is a spec already, or nothing could be written.
`,
  explain: () => `Usage: ai-system explain [OPTION…] RULE

What a rule asks and why, with examples. "ai-system rules" lists them all,
with those of the packs that the nearest configuration names.

${table(packOptions)}
`,
  rules: () => `Usage: ai-system rules [OPTION…]

All rules, and how severe they are at each stage, with those of the packs that
the nearest configuration names.

${table(rulesOptions)}
`,
  lsp: () => `Usage: ai-system lsp --stdio

The language server: findings, fixes, hovers and completion for editors.

${table(lspOptions)}
`,
  mcp: () => `Usage: ai-system mcp [FOLDER]

The server for assistants: the tools ai-system_check and ai-system_explain over
the Model Context Protocol, on standard input and output. They see the specs in
the folder (the working directory) and what those name, and change nothing.
`,
};

function table(options: Options): string {
  const rows = Object.entries(options)
    .filter(([, option]) => !option.hidden)
    .map(([name, { value, help }]) => [`--${name}${value === undefined ? '' : ` ${value}`}`, help] as const);
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
