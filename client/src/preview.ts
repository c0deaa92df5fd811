import * as vscode from 'vscode';
import { PromotionRequest, type PromotionResult, previewSource } from '../../server/src/protocol.ts';
import type { AskServer } from './init-questions.ts';
import { isSpec } from './places.ts';
import { soon } from './soon.ts';
import { stageDetails } from './types.ts';

/** There is none before the pilot to be promoted from. */
const stages = ['pre-production', 'production'] as const;

/**
 * What would block a later stage, as hints beside the findings there are. Nothing is written, and nothing is kept beyond
 * this window.
 */
export class Preview implements vscode.CodeLensProvider {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly lensesChanged = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.lensesChanged.event;
  /** An editor that loses the focus, as to the palette, drops what it was about to ask for. */
  private readonly lensesAgain = soon(() => this.lensesChanged.fire(), 600);
  private readonly hints = vscode.languages.createDiagnosticCollection('ai-system-preview');
  private readonly known = new Map<string, PromotionResult>();
  private readonly ask: AskServer;
  private readonly log: vscode.LogOutputChannel;
  private wanted: string | undefined;
  readonly update = soon(() => void this.look(), 100);

  constructor(ask: AskServer, log: vscode.LogOutputChannel) {
    this.ask = ask;
    this.log = log;
  }

  get stage(): string | undefined {
    return this.wanted;
  }

  async start(given: unknown): Promise<void> {
    const known = stages.find((stage) => stage === given);
    const stage = known ?? (await choose(this.wanted));
    if (stage === undefined) return;
    this.set(stage);
    await this.look();
  }

  stop(): void {
    this.set(undefined);
  }

  /** "33 things block production." of a spec; undefined while it is not known. */
  verdictOf(uri: string): string | undefined {
    return this.known.get(uri)?.verdict;
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const uri = document.uri.toString();
    const verdict = this.verdictOf(uri);
    if (this.wanted === undefined || verdict === undefined) return [];
    if (!vscode.workspace.getConfiguration('aiSystem', document.uri).get('codeLens', true)) return [];
    const at = new vscode.Range(0, 0, 0, 0);
    // Above a comment on top: there is enough over the first key.
    return [
      new vscode.CodeLens(at, {
        title: vscode.l10n.t('Preview of {0}: {1}', this.wanted, verdict.replace(/\.$/, '')),
        command: 'aiSystem.showReadiness',
        arguments: [uri],
      }),
      new vscode.CodeLens(at, { title: vscode.l10n.t('Stop Promotion Preview'), command: 'aiSystem.stopPreview' }),
    ];
  }

  dispose(): void {
    this.update.dispose();
    this.hints.dispose();
    this.changed.dispose();
    this.lensesChanged.dispose();
    this.lensesAgain.dispose();
  }

  private tell(): void {
    this.changed.fire();
    this.lensesChanged.fire();
    this.lensesAgain();
  }

  private set(stage: string | undefined): void {
    this.wanted = stage;
    this.hints.clear();
    this.known.clear();
    void vscode.commands.executeCommand('setContext', 'aiSystem.preview', stage !== undefined);
    this.tell();
  }

  private async look(): Promise<void> {
    const stage = this.wanted;
    if (stage === undefined) return;
    const open = vscode.workspace.textDocuments.filter(isSpec);
    const uris = new Set(open.map(({ uri }) => uri.toString()));
    for (const uri of [...this.known.keys()].filter((one) => !uris.has(one))) {
      this.known.delete(uri);
      this.hints.delete(vscode.Uri.parse(uri));
    }
    await Promise.all(open.map((document) => this.lookAt(document, stage)));
    this.tell();
  }

  private async lookAt(document: vscode.TextDocument, stage: string): Promise<void> {
    const uri = document.uri.toString();
    try {
      const result = await this.ask<PromotionResult | null>(PromotionRequest, { uri, stage });
      // While it was asked for, more may have been typed, or another stage chosen: another answer follows.
      if (this.wanted !== stage || document.isClosed) return;
      if (result !== null && result.version !== document.version) return;
      if (result === null) this.known.delete(uri);
      else this.known.set(uri, result);
      this.hints.set(document.uri, result?.findings.map((finding) => hint(finding, stage)) ?? []);
    } catch (error) {
      this.log.warn(`What blocks ${stage} is not known: ${error}`);
    }
  }
}

function hint({ range: { start, end }, message, rule, page }: PromotionResult['findings'][number], stage: string) {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const text = vscode.l10n.t('Blocks {0}: {1}', stage, message);
  const made = new vscode.Diagnostic(range, text, vscode.DiagnosticSeverity.Information);
  made.source = previewSource;
  made.code = page === undefined ? rule : { value: rule, target: vscode.Uri.parse(page) };
  return made;
}

async function choose(now: string | undefined): Promise<string | undefined> {
  const items = stages.map((stage) => {
    const description = stage === now ? vscode.l10n.t('previewed now') : '';
    return { label: stage, detail: stageDetails[stage], description };
  });
  const title = vscode.l10n.t('Preview Promotion');
  const placeHolder = vscode.l10n.t('Which stage? What blocks it is shown as hints, and nothing is saved.');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.label;
}
