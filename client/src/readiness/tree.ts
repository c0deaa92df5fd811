import * as vscode from 'vscode';
import {
  type ReadinessLine,
  ReadinessRequest,
  type ReadinessResult,
  type ReadinessRow,
  type SpecReadiness,
} from '../../../server/src/protocol.ts';
import type { AskServer } from '../init-questions.ts';
import { lineItem, rowItem, type Shown, specItem } from './looks.ts';

export type Node =
  | { readonly kind: 'spec'; readonly id: string; readonly spec: SpecReadiness }
  | { readonly kind: 'line'; readonly id: string; readonly spec: SpecReadiness; readonly line: ReadinessLine }
  | {
      readonly kind: 'row';
      readonly id: string;
      readonly spec: SpecReadiness;
      readonly row: ReadinessRow;
      readonly parent: Node;
    }
  | {
      readonly kind: 'more';
      readonly id: string;
      readonly spec: SpecReadiness;
      readonly count: number;
      readonly parent: Node;
    };

/** What the view shows where it has no tree; package.json has a text for each. */
type Condition = 'loading' | 'ready' | 'empty' | 'stopped' | 'failed';

/** The specs of the workspace, their questions, and what is open below each; asked of the server when somebody looks. */
export class ReadinessTree implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  /** At which specs are judged; otherwise at that of their findings. */
  stage: string | undefined;
  private readonly ask: AskServer;
  private readonly log: vscode.LogOutputChannel;
  private isRunning = false;
  private specs: readonly SpecReadiness[] = [];

  constructor(ask: AskServer, log: vscode.LogOutputChannel) {
    this.ask = ask;
    this.log = log;
    this.tell('loading');
    this.setStage(undefined);
  }

  setServer(state: 'starting' | 'running' | 'stopped'): void {
    this.isRunning = state === 'running';
    if (state !== 'starting') this.refresh();
    if (state === 'stopped') this.tell('stopped');
  }

  setStage(stage: string | undefined): void {
    this.stage = stage;
    void vscode.commands.executeCommand('setContext', 'aiSystem.readinessStage', stage ?? 'claimed');
    this.refresh();
  }

  refresh(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** Those of the workspace as they stand now. */
  async load(): Promise<readonly SpecReadiness[]> {
    if (!this.isRunning) {
      this.specs = [];
      return [];
    }
    try {
      const { specs } = await this.ask<ReadinessResult>(ReadinessRequest, { stage: this.stage });
      this.specs = specs;
      this.tell(specs.length === 0 ? 'empty' : 'ready');
    } catch (error) {
      this.specs = [];
      this.log.error(`The readiness of the specs is not known: ${error}`);
      // A server that has just gone says so by itself.
      this.tell(this.isRunning ? 'failed' : 'stopped');
    }
    return this.specs;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) return (await this.load()).map(specNode);
    if (node.kind === 'spec') return node.spec.lines.map((line) => lineNode(node.spec, line));
    return node.kind === 'line' ? rowNodes(node) : [];
  }

  getParent(node: Node): Node | undefined {
    if (node.kind === 'spec') return undefined;
    return node.kind === 'line' ? specNode(node.spec) : node.parent;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'spec': {
        const path = vscode.workspace.asRelativePath(vscode.Uri.parse(node.spec.uri));
        const item = toItem(node, specItem(node.spec, path));
        const few = this.specs.length <= 3;
        item.collapsibleState = vscode.TreeItemCollapsibleState[few ? 'Expanded' : 'Collapsed'];
        return item;
      }
      case 'line': {
        const item = toItem(node, lineItem(node.line));
        if (node.line.rows.length > 0) item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
        return item;
      }
      case 'row': {
        const item = toItem(node, rowItem(node.row));
        item.contextValue = [
          'row',
          ...(node.row.isFixable ? ['fixable'] : []),
          ...(node.row.page ? ['page'] : []),
        ].join(' ');
        item.command = {
          command: 'aiSystem.goTo',
          title: vscode.l10n.t('Go to Line'),
          arguments: [node.spec.uri, node.row.range],
        };
        return item;
      }
      case 'more': {
        const item = new vscode.TreeItem(vscode.l10n.t('… and {0} more', node.count));
        item.id = node.id;
        return item;
      }
      default:
        return node satisfies never;
    }
  }

  /** The node of a spec as the tree shows it. */
  nodeOf(uri: string): Node | undefined {
    const wanted = vscode.Uri.parse(uri).toString();
    const spec = this.specs.find((one) => vscode.Uri.parse(one.uri).toString() === wanted);
    return spec && specNode(spec);
  }

  private tell(condition: Condition): void {
    void vscode.commands.executeCommand('setContext', 'aiSystem.readiness', condition);
  }
}

function specNode(spec: SpecReadiness): Node {
  return { kind: 'spec', id: spec.uri, spec };
}

function lineNode(spec: SpecReadiness, line: ReadinessLine): Node {
  return { kind: 'line', id: `${spec.uri} ${line.id}`, spec, line };
}

/** Named after what they say, so that the selection stays where it is while the spec is edited. */
function rowNodes(parent: Extract<Node, { kind: 'line' }>): Node[] {
  const { spec, line } = parent;
  const seen = new Map<string, number>();
  const rows = line.rows.map((row): Node => {
    const name = `${parent.id} ${row.rule} ${row.message}`;
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return { kind: 'row', id: `${name} ${nth}`, spec, row, parent };
  });
  if (line.more === 0) return rows;
  return [...rows, { kind: 'more', id: `${parent.id} more`, spec, count: line.more, parent }];
}

function toItem(node: Node, { label, description, icon, tooltip, spoken }: Shown): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = node.id;
  item.description = description;
  item.iconPath = icon;
  item.tooltip = tooltip;
  item.contextValue = node.kind;
  item.accessibilityInformation = { label: spoken };
  return item;
}
