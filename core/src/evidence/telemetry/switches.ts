import type { Inquiry } from '../evidence.ts';
import { type ArtifactPath, mostBytes } from '../host.ts';

/** A variable by which a deployment turns recording on or off. */
export interface Switch {
  readonly name: string;
  readonly off: boolean;
  readonly file: ArtifactPath;
  readonly line: number;
  /** The file says that it is what runs in production. */
  readonly production: boolean;
}

/** `OTEL_ENABLED = 'false'` in TOML, YAML, an env file, a Dockerfile or a list of compose. */
const assignment =
  /^\s*(?:-\s*)?(?:export\s+|ENV\s+)?["']?([A-Z][A-Z0-9_]{2,60})["']?\s*[:=]\s*["']?(true|false|1|0|on|off|yes|no|none)\b/i;

/** A name of a switch, and whether what it switches is off when it is true. */
const about =
  /OTEL|TELEMETRY|TRAC(?:E|ING)|LANGFUSE|LANGSMITH|LANGCHAIN|OPENLIT|PHOENIX|LOGFIRE|OBSERVABILITY|TRACELOOP/;
const turnsOn = /(?:_ENABLED|^ENABLE_\w+|_TRACING(?:_V2)?|_ON)$/;
const turnsOff = /(?:_DISABLED|^DISABLE_\w+)$/;
const noExporter = /^OTEL_(?:TRACES|LOGS)_EXPORTER$/;

const yes = /^(?:true|1|on|yes)$/i;
const isProduction =
  /\b(?:ENVIRONMENT|ENV|APP_ENV|NODE_ENV|RAILS_ENV|DEPLOY_ENV|STAGE)["']?\s*[:=]\s*["']?prod(?:uction)?\b/i;

const files =
  /(?:^|\/)(?:fly(?:\.[\w-]+)?\.toml|render\.ya?ml|app\.ya?ml|(?:docker-)?compose[\w.-]*\.ya?ml|\.?env[\w.-]*|[\w-]+\.env|configmap[\w-]*\.ya?ml|values[\w.-]*\.ya?ml|Dockerfile[\w.-]*|Procfile)$/;
const forOthers = /(?:^|\/)(?:tests?|examples?|fixtures?|docs|node_modules)\/|\.example$|\.sample$|\.template$/;

const mostFiles = 60;
const longestLine = 10_000;

/** The switches in the files by which a repository is deployed. */
export function switchesIn(root: string): Inquiry<readonly Switch[]> {
  return {
    key: `switches ${root}`,
    about: [{ root, path: '' }],
    async answer(host) {
      const wants = (path: string) => files.test(path) && !forOthers.test(path) && path.split('/').length <= 5;
      const listed = await host.list({ root, path: '' }, wants, mostFiles);
      if (listed.kind === 'unread') return listed;
      const found = await Promise.all(
        listed.facts.paths.map(async (path): Promise<readonly Switch[]> => {
          const file = { root, path };
          const text = await host.text(file, Math.min(mostBytes.text, 2 ** 20));
          return text.kind === 'unread' ? [] : readSwitches(text.facts, file);
        }),
      );
      return { kind: 'read', facts: found.flat() };
    },
  };
}

/** Switches in the text of one file. */
export function readSwitches(text: string, file: ArtifactPath): readonly Switch[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.slice(0, longestLine));
  const code = lines.map((line) => (/^\s*(?:#|;|\/\/)/.test(line) ? '' : line));
  const production =
    /(?:^|[/._-])prod(?:uction)?(?:[/._-]|$)/.test(file.path) || code.some((line) => isProduction.test(line));
  return code.flatMap((line, index): Switch[] => {
    const [, name = '', value = ''] = assignment.exec(line) ?? [];
    const off = turned(name.toUpperCase(), value);
    return off === undefined ? [] : [{ name: name.toUpperCase(), off, file, line: index + 1, production }];
  });
}

function turned(name: string, value: string): boolean | undefined {
  if (noExporter.test(name)) return /^none$/i.test(value) ? true : undefined;
  if (!about.test(name) || /^none$/i.test(value)) return undefined;
  if (turnsOff.test(name)) return yes.test(value);
  return turnsOn.test(name) ? !yes.test(value) : undefined;
}
