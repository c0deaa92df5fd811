import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { extensionId } from './support.ts';

interface Line {
  readonly tokens: readonly {
    readonly startIndex: number;
    readonly endIndex: number;
    readonly scopes: readonly string[];
  }[];
  readonly ruleStack: unknown;
}
interface Grammar {
  tokenizeLine(line: string, before: unknown): Line;
}

suite('grammar', () => {
  let ours: Grammar;
  let yaml: Grammar;

  suiteSetup(async function () {
    const registry = openRegistry();
    if (registry === undefined) return this.skip();
    ours = await registry.loadGrammar('source.ai-system');
    yaml = await registry.loadGrammar('source.yaml');
  });

  test('knows sections, quantities, contacts, references and placeholders', () => {
    const text = `system: # 15m
  owner: TODO who answers for it
  launch: 2026-10-05
  refs: [ 15m, 5%, 40 EUR, 600/min, slack:claims ]
  rule: observability/alerts.yaml#RecallLow
  text: keeps 90d of it
  "quoted": "TODO, later" # TODO
  fold: >-
    90d
  sources: 1`;
    const found = tokens(ours, text).flatMap(({ text, scopes }) => {
      const scope = scopes.slice(1).find((name) => name.endsWith('.ai-system'));
      return scope === undefined ? [] : [`${text.trim()} ${scope.replace('.ai-system', '')}`];
    });
    assert.deepEqual(found, [
      'system entity.name.type.section',
      'TODO who answers for it invalid.placeholder',
      '2026-10-05 constant.numeric.date',
      '15 constant.numeric.duration',
      'm constant.numeric.duration',
      '5 constant.numeric.share',
      '% constant.numeric.share',
      '40 constant.numeric.money',
      'EUR constant.numeric.money',
      '600 constant.numeric.rate',
      '/min constant.numeric.rate',
      'slack string.unquoted.contact',
      ': string.unquoted.contact',
      'claims string.unquoted.contact',
      'observability/alerts.yaml string.unquoted.reference',
      '# string.unquoted.reference',
      'RecallLow string.unquoted.reference',
      'TODO invalid.placeholder',
    ]);
  });

  test('leaves what YAML sees as it is', () => {
    const text = `a: [ 15m, 90d,5%, {x: 40 EUR, y: 2026-01-02} ] # TODO
b: &anchor 15m
c: *anchor
15m: key
d:
  - TODO one, two # 15m
  - key: 15m
    TODO: x
  - slack:claims
  - "TODO: quoted"
owners : {}
e: 15m: no`;
    const structure = (grammar: Grammar) =>
      tokens(grammar, text).filter(({ scopes }) =>
        scopes.some((name) => /^(?:comment|punctuation|invalid\.illegal)/.test(name)),
      );
    const place = ({ line, start, text, scopes }: Token) =>
      `${line}:${start} ${text} ${scopes.findLast((name) => /^(?:comment|punctuation|invalid).*yaml$/.test(name)) ?? ''}`;
    const own = (token: Token) => token.scopes.some((name) => /^punctuation.*ai-system/.test(name));
    assert.deepEqual(
      structure(ours)
        .filter((token) => !own(token))
        .map(place),
      structure(yaml).map(place),
    );
  });
});

interface Token {
  readonly line: number;
  readonly start: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

function tokens(grammar: Grammar, text: string): Token[] {
  let stack: unknown = null;
  return text.split('\n').flatMap((line, number) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      line: number + 1,
      start: startIndex + 1,
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

/** VS Code's own tokenizer and YAML grammar, because no command tells the scopes of a text. */
function openRegistry(): { loadGrammar(scope: string): Promise<Grammar> } | undefined {
  const require = createRequire(__filename);
  // A desktop VS Code keeps its modules in an archive that only it can read.
  const folder = ['node_modules.asar', 'node_modules']
    .map((name) => path.join(vscode.env.appRoot, name))
    .find((name) => existsSync(path.join(name, 'vscode-textmate/package.json')));
  if (folder === undefined) return undefined;

  const { Registry, parseRawGrammar } = require(path.join(folder, 'vscode-textmate'));
  const { loadWASM, OnigScanner, OnigString } = require(path.join(folder, 'vscode-oniguruma'));
  const wasm = readFileSync(path.join(folder, 'vscode-oniguruma/release/onig.wasm'));
  return new Registry({
    onigLib: loadWASM({ data: wasm }).then(() => ({
      createOnigScanner: (sources: string[]) => new OnigScanner(sources),
      createOnigString: (text: string) => new OnigString(text),
    })),
    loadGrammar: async (scope: string) => {
      const file = grammarFile(scope);
      return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
  });
}

function grammarFile(scope: string): string | undefined {
  for (const id of ['vscode.yaml', extensionId]) {
    const extension = vscode.extensions.getExtension(id);
    const grammars: readonly { scopeName: string; path: string }[] = extension?.packageJSON.contributes.grammars ?? [];
    const found = grammars.find(({ scopeName }) => scopeName === scope);
    if (extension !== undefined && found !== undefined) return path.join(extension.extensionPath, found.path);
  }
  return undefined;
}
