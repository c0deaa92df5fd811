import {
  type Checked,
  check,
  checkAnswer,
  checkTool,
  checkWithEvidence,
  explainAnswer,
  explainTool,
  type Finding,
  type Rule,
  rules,
  type Stage,
  toolInput,
} from '../../../core/src/index.ts';
import { isSpec } from '../documents.ts';
import type { Evidences } from '../evidence.ts';
import type { Files } from '../files.ts';
import type { ToolParams, ToolResult } from '../protocol.ts';
import type { SettingsOf } from '../settings.ts';
import { baseName, pathBelow, uriBelow } from '../uri.ts';
import type { Workspace } from '../workspace.ts';

interface Host {
  readonly evidences: Evidences;
  readonly files: Files;
  readonly settings: SettingsOf;
  readonly workspace: Workspace;
  /** The text of an open document, by its canonical URI. */
  open(uri: string): string | undefined;
  today(): string;
}

/** What a language model tool of the editor answers: the same as the one of `ai-system mcp`. */
export async function callTool({ tool, input: given, uri }: ToolParams, host: Host): Promise<ToolResult> {
  if (tool === explainTool.name) {
    const input = toolInput(explainTool, given);
    if (typeof input === 'string') return { text: input };
    return { text: explainAnswer(input.rule ?? '', [...rules, ...(await packRules(uri, host))]).text };
  }
  const input = toolInput(checkTool, given);
  if (typeof input === 'string') return { text: input };
  const wanted = await specsAt(uri, input.text !== undefined, host);
  if (typeof wanted === 'string') return { text: wanted };
  const checked: Checked[] = [];
  for (const spec of wanted) checked.push(await checkOne(spec, input.text, input.stage as Stage | undefined, host));
  return { text: checkAnswer(checked) };
}

interface Wanted {
  readonly uri: string;
  /** As an assistant may name it. */
  readonly path: string;
}

/** The specs that a path means: a sentence where there are none. */
async function specsAt(
  uri: string | null,
  isDraft: boolean,
  { files, workspace }: Host,
): Promise<readonly Wanted[] | string> {
  const folders = workspace.folders.map(files.canonical);
  const target = uri === null ? undefined : files.canonical(uri);
  const pathOf = (file: string) => folders.map((folder) => pathBelow(folder, file)).find((path) => path !== undefined);
  const wanted = (file: string): Wanted => ({ uri: file, path: pathOf(file) ?? baseName(file) });

  if (target !== undefined && pathOf(target) === undefined) return 'That is outside of the workspace.';
  if (target !== undefined && isSpec({ uri: target, languageId: '' })) return [wanted(target)];
  if (isDraft) {
    const folder = target ?? folders[0];
    return folder === undefined ? 'No folder is open.' : [wanted(uriBelow(folder, 'ai-system.yaml'))];
  }
  const found: Wanted[] = [];
  for await (const { uri } of workspace.files()) {
    if (!isSpec({ uri, languageId: '' })) continue;
    if (target === undefined || pathBelow(target, uri) !== undefined) found.push(wanted(uri));
  }
  return found.length === 0 ? 'There is no ai-system.yaml.' : found;
}

/** The rules of the packs that hold where the path leads, or at the first folder; none outside of the workspace. */
async function packRules(uri: string | null, { files, settings, workspace }: Host): Promise<readonly Rule[]> {
  const folders = workspace.folders.map(files.canonical);
  const at = uri === null ? folders[0] : files.canonical(uri);
  if (at === undefined || folders.every((folder) => pathBelow(folder, at) === undefined)) return [];
  const { loaded } = await settings.of(isSpec({ uri: at, languageId: '' }) ? at : uriBelow(at, 'ai-system.yaml'));
  return loaded?.packs.flatMap(({ pack }) => pack.requirements) ?? [];
}

const unread: Finding = {
  rule: 'unreadable-file',
  severity: 'error',
  message: 'There is no such file, or it is not text.',
  span: { start: 0, end: 0 },
  fixes: () => [],
};

async function checkOne(
  { uri, path }: Wanted,
  draft: string | undefined,
  stage: Stage | undefined,
  host: Host,
): Promise<Checked> {
  const text = draft ?? host.open(uri) ?? (await host.workspace.textOf(uri));
  if (text === undefined) return { path, text: '', findings: [unread] };
  const settings = await host.settings.of(uri);
  const repository = host.evidences.of(uri, settings);
  const options = { asOf: host.today(), config: settings.config, stage: stage ?? settings.stage };
  const analysis = repository === undefined ? check(text, options) : await checkWithEvidence(text, options, repository);
  return { path, text, findings: analysis.findings, analysis };
}
