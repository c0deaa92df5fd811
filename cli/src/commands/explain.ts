import { rulePage, rules } from '../../../core/src/index.ts';
import { parseArguments, type Usage } from '../args.ts';
import type { Io } from '../io.ts';
import { knownPacks, packOptions } from './packs.ts';

export async function explainCommand(argv: readonly string[], io: Io): Promise<number | Usage> {
  const parsed = parseArguments('explain', packOptions, argv, io.cwd);
  if (parsed.kind === 'usage') return parsed;
  if (parsed.help) {
    const { helpFor } = await import('./help.ts');
    await io.stdout.write(helpFor('explain') ?? '');
    return 0;
  }
  const [id, ...more] = parsed.rest;
  if (id === undefined || more.length > 0) {
    return { kind: 'usage', message: 'explain takes the id of one rule', help: 'ai-system rules' };
  }
  const { config, 'no-config': noConfig, pack } = parsed.values;
  const found = await knownPacks({ config, noConfig, pack }, io.cwd, 'ai-system explain --help');
  if (found.kind === 'usage') return found;

  const all = [...rules, ...found.packs.flatMap(({ requirements }) => requirements)];
  const rule = all.find((known) => known.id === id);
  if (rule === undefined) {
    const known = all.map((known) => known.id);
    return {
      kind: 'usage',
      message: `no rule is called "${id}"`,
      unknown: { word: id, known },
      help: 'ai-system rules',
    };
  }
  await io.stdout.write(`${rulePage(rule).trimEnd()}\n`);
  return 0;
}
