import { type Fix, unproven } from '../../../core/src/index.ts';
import type { Counts, FileResult, Total } from '../result.ts';
import { plural, printable, printablePath } from './printable.ts';
import { type Styles, symbols } from './style.ts';

export interface Summary {
  file(result: FileResult): void;
  /** Fixes of one finding. */
  fixes(fixes: readonly Fix[]): void;
  print(total: Total): string;
}

/** More lines than that would push the findings off the screen: then those without findings are only counted. */
const mostLines = 20;

export function createSummary(style: Styles): Summary {
  const lines: { readonly text: string; readonly quiet: boolean }[] = [];
  let fixable = 0;
  return {
    file(result) {
      const { errors, warnings } = result.counts;
      if (result.kind === 'spec') lines.push({ text: describe(result, style), quiet: errors + warnings === 0 });
    },
    fixes(fixes) {
      if (fixes.some(({ safe }) => safe)) fixable++;
    },
    print(total) {
      const shown = lines.length <= mostLines ? lines : lines.filter(({ quiet }) => !quiet);
      const rest = lines.length - shown.length;
      const clean = rest === 0 ? '' : `${style.faint(`${plural(rest, 'more spec')} without errors or warnings`)}\n`;
      return `${shown.map(({ text }) => `${text}\n`).join('')}${clean}${verdict(total, fixable, style)}`;
    },
  };
}

function describe({ path, analysis, counts, mended }: FileResult, style: Styles): string {
  const name = style.strong(printablePath(path));
  if (analysis === undefined) return `${name}: could not be judged`;
  if (analysis.skipped !== undefined) return `${name}: skipped: ${printable(analysis.skipped)}`;

  const { claimed, judged, earned } = analysis.stage;
  const open = unproven(analysis.assessments);
  const stage = [
    claimed === null ? 'claims no stage' : `claims ${claimed}`,
    ...(judged === claimed ? [] : [`judged as ${judged}`]),
    judged === 'retired' ? 'earns nothing any more' : `earned ${earned ?? 'none yet'}`,
  ].join(', ');
  const found = counted(counts);
  const changed = mended ? `; ${style.good('mended')}` : '';
  return `${name}: ${stage}${open.length === 0 ? '' : ` (${open.join(', ')})`}${found === '' ? '' : `; ${found}`}${changed}`;
}

function verdict(total: Total, fixable: number, style: Styles): string {
  if (total.specs === 0 && counted(total) === '') return '';
  const where = `in ${plural(total.specs, 'spec')}`;
  const mended = total.mended === 0 ? '' : `, ${plural(total.mended, 'file')} mended`;
  const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
  const worst = total.errors > 0 ? 'error' : total.warnings > 0 ? 'warning' : 'info';
  const found = counted(total);
  const what =
    found === ''
      ? style.good(`✔ nothing found ${where}`)
      : style.severity[worst](`${symbols[worst]} ${found} ${where}`);
  const fix = fixable === 0 ? '' : `; ${fixable} can be fixed with --fix`;
  return `${what}${mended}${skipped}${fix}\n`;
}

function counted({ errors, warnings, infos }: Counts): string {
  const parts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ...(infos > 0 ? [plural(infos, 'info')] : []),
  ];
  return parts.join(', ');
}
