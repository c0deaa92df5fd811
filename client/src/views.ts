import * as vscode from 'vscode';
import type { AskServer } from './init-questions.ts';
import { activeSpec, goTo, isRange } from './places.ts';
import { Preview } from './preview.ts';
import { type Node, ReadinessTree } from './readiness/tree.ts';
import { exportReport, ReportPanels, saveReport, viewType } from './report/panel.ts';
import { soon } from './soon.ts';
import { restrictedSentence } from './status.ts';

/** What shows readiness beside the text: the view in the side bar, reports, and the preview of a promotion. */
export interface Views extends vscode.Disposable {
  readonly tree: ReadinessTree;
  readonly preview: Preview;
  readonly reports: ReportPanels;
  /** The line above the view. */
  readonly says: string | undefined;
  setServer(state: 'starting' | 'running' | 'stopped'): void;
  /** A spec was checked, or what is known of others is another. */
  changed(): void;
}

const stages = ['claimed', 'pilot', 'pre-production', 'production'] as const;

export function createViews(extension: vscode.Uri, ask: AskServer, log: vscode.LogOutputChannel): Views {
  const tree = new ReadinessTree(ask, log);
  const view = vscode.window.createTreeView('aiSystem.readiness', { treeDataProvider: tree, showCollapseAll: true });
  const preview = new Preview(ask, log);
  const reports = new ReportPanels(vscode.Uri.joinPath(extension, 'icons'), ask, log);
  const refresh = soon(() => tree.refresh(), 200);
  let previewed: string | undefined;

  const describe = () => {
    const { stage } = tree;
    const lines = [
      ...(stage === undefined ? [] : [judgedSentence(stage, stage === preview.stage)]),
      ...(vscode.workspace.isTrusted ? [] : [restrictedSentence()]),
    ];
    view.message = lines.join(' ') || undefined;
  };
  const setStage = (stage: string | undefined) => {
    tree.setStage(stage);
    describe();
  };
  preview.onDidChange(() => {
    if (previewed === preview.stage) return;
    previewed = preview.stage;
    setStage(previewed);
    reports.setStage(previewed);
  });
  describe();

  /** The spec that a command is about: a node of the view, a URI, or else what is looked at. */
  async function specOf(given: unknown): Promise<string | undefined> {
    if (given instanceof vscode.Uri) return given.toString();
    if (typeof given === 'string') return vscode.Uri.parse(given).toString();
    if (isNode(given)) return vscode.Uri.parse(given.spec.uri).toString();
    const looked = activeSpec() ?? reports.active;
    if (looked !== undefined) return looked;
    const specs = await tree.load();
    if (specs.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t('This workspace has no spec yet.'));
    if (specs.length <= 1) return specs[0] && vscode.Uri.parse(specs[0].uri).toString();
    const items = specs.map(({ name, headline, uri }) => {
      return {
        label: name,
        description: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
        detail: headline,
        uri,
      };
    });
    const placeHolder = vscode.l10n.t('Which spec is the report for?');
    const chosen = await vscode.window.showQuickPick(items, { placeHolder });
    return chosen && vscode.Uri.parse(chosen.uri).toString();
  }

  async function showReadiness(given: unknown): Promise<void> {
    await vscode.commands.executeCommand('aiSystem.readiness.focus');
    if (typeof given !== 'string') return;
    await tree.load();
    const node = tree.nodeOf(given);
    if (node !== undefined) await view.reveal(node, { expand: true, select: true, focus: true });
  }

  /** What only a later stage asks has its fixes once that stage is previewed. */
  async function fix(node: unknown): Promise<void> {
    if (!isNode(node) || node.kind !== 'row') return;
    const { spec, row } = node;
    const { document, selection } = await goTo(spec.uri, { start: row.range.start, end: row.range.start });
    const isFound = vscode.languages.getDiagnostics(document.uri).some(({ source, range }) => {
      return source === 'ai-system' && range.start.isEqual(selection.start);
    });
    if (!isFound && tree.stage !== undefined) await preview.start(tree.stage);
    await vscode.commands.executeCommand('editor.action.quickFix');
  }

  const command = vscode.commands.registerCommand;
  const subscriptions = vscode.Disposable.from(
    tree,
    view,
    preview,
    reports,
    refresh,
    vscode.workspace.onDidGrantWorkspaceTrust(describe),
    vscode.languages.registerCodeLensProvider({ language: 'ai-system' }, preview),
    vscode.window.registerWebviewPanelSerializer(viewType, reports),
    vscode.workspace.onDidOpenTextDocument(() => preview.update()),
    vscode.workspace.onDidCloseTextDocument(() => preview.update()),
    command('aiSystem.showReadiness', showReadiness),
    command('aiSystem.refreshReadiness', () => tree.refresh()),
    command('aiSystem.goTo', async (uri: unknown, range: unknown) => {
      if (typeof uri === 'string' && isRange(range)) await goTo(uri, range);
    }),
    command('aiSystem.fixOpen', fix),
    command('aiSystem.openRulePageOf', async (node: unknown) => {
      if (isNode(node) && node.kind === 'row')
        await vscode.commands.executeCommand('aiSystem.openRulePage', node.row.page);
    }),
    ...stages.map((stage) =>
      command(`aiSystem.readinessAt.${stage}`, () => setStage(stage === 'claimed' ? undefined : stage)),
    ),
    command('aiSystem.showReport', async (given: unknown) => {
      const uri = await specOf(given);
      if (uri !== undefined) await reports.show(uri, preview.stage);
    }),
    command('aiSystem.exportReport', async (given: unknown, file: unknown) => {
      const uri = await specOf(given);
      if (uri === undefined) return;
      if (file instanceof vscode.Uri) await saveReport(uri, preview.stage, file, ask);
      else await exportReport(uri, preview.stage, ask);
    }),
    command('aiSystem.previewPromotion', (stage: unknown) => preview.start(stage)),
    command('aiSystem.stopPreview', () => preview.stop()),
  );

  return {
    tree,
    preview,
    reports,
    get says() {
      return view.message;
    },
    setServer(state) {
      tree.setServer(state);
      if (state === 'running') this.changed();
    },
    changed() {
      refresh();
      preview.update();
      reports.update();
    },
    dispose: () => subscriptions.dispose(),
  };
}

function judgedSentence(stage: string, isPreview: boolean): string {
  return isPreview
    ? vscode.l10n.t('Preview: judged as if in {0}.', stage)
    : vscode.l10n.t('Judged as if in {0}.', stage);
}

function isNode(value: unknown): value is Node {
  const { kind, spec } = (value ?? {}) as { readonly kind?: unknown; readonly spec?: { readonly uri?: unknown } };
  return typeof kind === 'string' && typeof spec?.uri === 'string';
}
