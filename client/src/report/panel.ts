import * as vscode from 'vscode';
import { type ReportParams, ReportRequest, type ReportResult } from '../../../server/src/protocol.ts';
import type { AskServer } from '../init-questions.ts';
import { goTo } from '../places.ts';
import { soon } from '../soon.ts';
import { newNonce, reportPage } from './page.ts';

export const viewType = 'aiSystem.report';

/** One panel for each spec that somebody wants to see the report of. */
export class ReportPanels implements vscode.WebviewPanelSerializer {
  private readonly panels = new Map<string, ReportPanel>();
  private readonly icons: vscode.Uri;
  private readonly ask: AskServer;
  private readonly log: vscode.LogOutputChannel;
  /** What is being looked at may be another. */
  readonly update = soon(() => {
    for (const panel of this.panels.values()) void panel.update();
  }, 200);

  constructor(icons: vscode.Uri, ask: AskServer, log: vscode.LogOutputChannel) {
    this.icons = icons;
    this.ask = ask;
    this.log = log;
  }

  /** The spec whose report has the focus. */
  get active(): string | undefined {
    return [...this.panels.values()].find(({ panel }) => panel.active)?.uri;
  }

  async show(uri: string, stage: string | undefined): Promise<void> {
    const known = this.panels.get(uri);
    if (known !== undefined) {
      known.panel.reveal(undefined, false);
      return known.setStage(stage);
    }
    const column = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Readiness'), column, options);
    await this.add(panel, uri, stage);
  }

  /** All open reports, at this stage. */
  setStage(stage: string | undefined): void {
    for (const panel of this.panels.values()) void panel.setStage(stage);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { uri } = (state ?? {}) as { readonly uri?: unknown };
    if (typeof uri !== 'string') return panel.dispose();
    panel.webview.options = options;
    await this.add(panel, uri, undefined);
  }

  dispose(): void {
    this.update.dispose();
    for (const { panel } of this.panels.values()) panel.dispose();
  }

  private async add(panel: vscode.WebviewPanel, uri: string, stage: string | undefined): Promise<void> {
    const icon = (name: string) => vscode.Uri.joinPath(this.icons, name);
    panel.iconPath = { light: icon('file-light.svg'), dark: icon('file-dark.svg') };
    const made = new ReportPanel(panel, uri, stage, this.ask, this.log);
    this.panels.set(uri, made);
    panel.onDidDispose(() => this.panels.delete(uri));
    await made.update();
  }
}

/** Nothing of the disk is needed. */
const options: vscode.WebviewOptions & vscode.WebviewPanelOptions = {
  enableScripts: true,
  enableFindWidget: true,
  localResourceRoots: [],
};

class ReportPanel {
  readonly panel: vscode.WebviewPanel;
  readonly uri: string;
  private stage: string | undefined;
  private readonly ask: AskServer;
  private readonly log: vscode.LogOutputChannel;
  private body: string | undefined;
  private style: string | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    uri: string,
    stage: string | undefined,
    ask: AskServer,
    log: vscode.LogOutputChannel,
  ) {
    this.panel = panel;
    this.uri = uri;
    this.stage = stage;
    this.ask = ask;
    this.log = log;
    panel.webview.onDidReceiveMessage((message: unknown) => this.hear(message));
  }

  async setStage(stage: string | undefined): Promise<void> {
    this.stage = stage;
    await this.update();
  }

  async update(): Promise<void> {
    const { stage } = this;
    const params: ReportParams = { uri: this.uri, stage, format: 'view' };
    try {
      const report = await this.ask<ReportResult | null>(ReportRequest, params);
      if (stage !== this.stage) return;
      this.panel.title = report === null ? vscode.l10n.t('Readiness') : titleOf(report, stage);
      this.body = report?.text ?? nothingLeft();
      this.open(report?.style ?? this.style ?? '');
      this.send();
    } catch (error) {
      this.log.warn(`The report could not be made: ${error}`);
    }
  }

  /** The page is loaded once: what is shown in it changes by messages. */
  private open(style: string): void {
    if (this.style === style) return;
    this.style = style;
    this.panel.webview.html = reportPage(newNonce(), style, {
      title: vscode.l10n.t('Readiness Report'),
      waiting: vscode.l10n.t('The report is being made…'),
      language: spoken(),
    });
  }

  private send(): void {
    if (this.body === undefined) return;
    void this.panel.webview.postMessage({ kind: 'report', body: this.body, uri: this.uri, stage: this.stage });
  }

  private hear(message: unknown): void {
    const { kind, line } = (message ?? {}) as { readonly kind?: unknown; readonly line?: unknown };
    if (kind === 'ready') this.send();
    if (kind !== 'go' || !Number.isInteger(line)) return;
    const start = { line: Math.max(0, (line as number) - 1), character: 0 };
    void goTo(this.uri, { start, end: start });
  }
}

function titleOf({ title }: ReportResult, stage: string | undefined): string {
  return stage === undefined ? title : `${title} · ${stage}`;
}

/** The language of what the extension says: English where it has no other for the editor's. */
function spoken(): string {
  return vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
}

function nothingLeft(): string {
  const [title, text] = [vscode.l10n.t('Readiness'), vscode.l10n.t('There is no spec here any more.')];
  return `<div lang="${spoken()}"><h1>${title}</h1><p>${text}</p></div>`;
}

/** Saves the report of a spec as a file of its own, in the format that its name says. */
export async function exportReport(uri: string, stage: string | undefined, ask: AskServer): Promise<void> {
  const spec = vscode.Uri.parse(uri);
  const folder = vscode.workspace.getWorkspaceFolder(spec)?.uri ?? vscode.Uri.joinPath(spec, '..');
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Readiness Report'),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: vscode.Uri.joinPath(folder, 'readiness.html'),
    filters: { HTML: ['html'], Markdown: ['md'] },
  });
  if (file !== undefined) await saveReport(uri, stage, file, ask);
}

export async function saveReport(
  uri: string,
  stage: string | undefined,
  file: vscode.Uri,
  ask: AskServer,
): Promise<void> {
  const format = /\.(?:md|markdown)$/i.test(file.path) ? 'markdown' : 'html';
  const params: ReportParams = { uri, stage, format };
  const report = await ask<ReportResult | null>(ReportRequest, params);
  if (report === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('There is no spec to report on.'));
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(report.text));
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The report could not be written: {0}', error instanceof Error ? error.message : String(error)),
    );
    return;
  }
  const name = vscode.workspace.asRelativePath(file);
  const open = vscode.l10n.t('Open');
  void vscode.window.showInformationMessage(vscode.l10n.t('The report is in {0}.', name), open).then((choice) => {
    if (choice === open) void vscode.commands.executeCommand('vscode.open', file);
  });
}
