import { lineIndex } from '../../text.ts';
import type { Inquiry } from '../evidence.ts';
import { leavesOf } from '../formats/leaves.ts';
import { structured } from '../formats/structured.ts';
import { yamlFile } from '../formats/yaml-file.ts';
import { type ArtifactPath, mostBytes } from '../host.ts';
import { shownPath } from '../reference.ts';
import { readLineSettings, readScriptSettings } from './line-settings.ts';
import { plainKey, type Setting } from './setting.ts';

/** The settings in YAML, JSON, TOML, `.env` and `.ini` files, HCL, and those that Python and JavaScript give to names. */
export function settingsIn(file: ArtifactPath): Inquiry<readonly Setting[]> {
  return {
    key: `settings ${shownPath(file)}`,
    about: [file],
    async answer(host) {
      const ending = /\.([a-z]+)$/i.exec(file.path)?.[1]?.toLowerCase() ?? '';
      const isRead = /^(?:ya?ml|json|toml|env|ini|cfg|conf|properties|tf|hcl|py|[mc]?[jt]sx?)$/.test(ending);
      const there = isRead ? await host.text(file, mostBytes.text) : await host.look(file);
      if (there.kind === 'unread') return there;
      return { kind: 'read', facts: isRead ? await readSettings(there.facts, ending) : [] };
    },
  };
}

/** `ending` tells the language. */
export async function readSettings(text: string, ending: string): Promise<readonly Setting[]> {
  if (ending === 'py') return (await import('./python-settings.ts')).readPythonSettings(text);
  if (/^[mc]?[jt]sx?$/.test(ending)) return readScriptSettings(text);
  if (/^ya?ml$/.test(ending)) return ofYaml(text);
  if (ending !== 'json') return readLineSettings(text);
  const { root } = structured(text);
  return root === undefined ? [] : ofLeaves(leavesOf(root, lineIndex(text)).values());
}

/** What a template fills in is no value. */
function ofYaml(text: string): readonly Setting[] {
  const { documents, templated } = yamlFile(text);
  if (templated || documents.length !== 1) return [];
  const root = structured(text).root;
  return root === undefined ? [] : ofLeaves(leavesOf(root, lineIndex(text)).values());
}

function ofLeaves(
  leaves: Iterable<{ readonly pointer: string; readonly text: string; readonly line: number }>,
): Setting[] {
  return [...leaves].flatMap(({ pointer, text, line }): Setting[] => {
    const path = pointer
      .split('/')
      .slice(1)
      .map((step) => plainKey(step.replaceAll('~1', '/').replaceAll('~0', '~')));
    // `${TOP_K:-8}`, `{{ top_k }}`: filled in elsewhere.
    return /\$\{|\{\{|^\$[A-Z(]/.test(text) || text === 'null' || text === '~'
      ? []
      : [{ path, text, line, conditional: false }];
  });
}
