import type { Insertion } from '../assessment.ts';
import { addDays } from '../dates.ts';
import type { Finding } from '../finding.ts';
import type { Judged } from '../judge.ts';
import { nodeAt } from '../rules/subject.ts';
import type { SpecDocument } from '../spec/document.ts';
import { fieldAt } from '../spec/field-tree.ts';
import type { Path } from '../spec/place.ts';
import type { Fix } from '../text.ts';
import { insertionEdits } from './insert.ts';

/** What the exception that a fix writes may last; the longest that is valid is 90 days. */
const waivedDays = 30;

/** The finding of an assessment that falls short, with its fixes; none where it does not. */
export function requirementFinding(one: Judged, all: readonly Judged[], doc: SpecDocument, asOf: string): Finding[] {
  const { requirement, assessment, severity, state, reason } = one;
  if (severity === undefined) return [];
  return [
    {
      rule: requirement.id,
      severity,
      state,
      message: reason,
      span: assessment.at.span,
      subject: assessment.subject,
      wants: assessment.insert?.map(({ path }) => path),
      facts: assessment.facts,
      lacks: state === 'contradicted' || state === 'linked' ? assessment.lacks : undefined,
      fixes: (only) => {
        const help = [insertFix(one, all, doc), ...[assessment.fix?.()].flat()];
        return (only === 'help' ? help : [...help, waiveFix(one, doc, asOf)]).filter((fix) => fix !== undefined);
      },
    },
  ];
}

/**
 * Writes what is missing. Where a whole section or entry is missing, everything that is asked of it goes in at once,
 * whoever asks.
 */
function insertFix({ assessment, requirement }: Judged, all: readonly Judged[], doc: SpecDocument): Fix | undefined {
  const own = assessment.insert ?? [];
  const first = own[0];
  if (first === undefined) return undefined;

  const top = missingTop(doc, first.path);
  const whole = () =>
    all.flatMap((other) => {
      if (other.severity === undefined) return [];
      return (other.assessment.insert ?? []).filter(({ path }) => isBelow(path, top));
    });
  const wanted = top.length < first.path.length ? [...own, ...whole()] : own;
  const edits = insertionEdits(doc, wanted);
  if (edits.length === 0) return undefined;
  return { title: title(doc, top, wanted, requirement.id), kind: 'skeleton', safe: false, edits };
}

function isBelow(path: Path, top: Path): boolean {
  return path.length > top.length && top.every((step, index) => String(step) === String(path[index]));
}

function title(doc: SpecDocument, top: Path, insertions: readonly Insertion[], rule: string): string {
  const name = String(top.at(-1));
  if (top.length === 1) return `Add the \`${name}\` section`;
  const parent = top.slice(0, -1);
  const names = [...new Set(insertions.map(({ path }) => String(path[parent.length])))];
  const holder = parent.filter((step) => typeof step === 'string').join('.');
  if (nodeAt(doc.tree, top) !== undefined) return `Add what \`${rule}\` asks to \`${top.join('.')}\``;
  return `Add ${names.map((one) => `\`${one}\``).join(', ')} to \`${holder}\``;
}

/** The first step of `path` that is not there yet; the whole path if it ends in a list that is. */
function missingTop({ tree }: SpecDocument, path: Path): Path {
  for (let depth = 1; depth < path.length; depth += 1) {
    if (nodeAt(tree, path.slice(0, depth)) === undefined) return path.slice(0, depth);
  }
  return path;
}

/** An exception with an end, its reason and owner still to be written. */
function waiveFix({ requirement, assessment }: Judged, doc: SpecDocument, asOf: string): Fix | undefined {
  if (requirement.neverWaivable || requirement.id === 'waiver-valid') return undefined;
  const where = idOf(assessment.subject);
  if (where !== undefined && !/^[\w@%.-]+$/.test(where)) return undefined; // No id: nothing can refer to it.
  const named: Record<string, string> = where === undefined ? {} : { where };
  const waiver: Record<string, string> = {
    rule: requirement.id,
    ...named,
    reason: 'TODO why this can wait',
    owner: 'TODO owner id',
    expires: addDays(asOf, waivedDays),
  };
  const edits = insertionEdits(doc, [{ path: ['waivers'], draft: [waiver] }]);
  if (edits.length === 0) return undefined;
  return { title: `Waive \`${requirement.id}\` for ${waivedDays} days`, kind: 'waive', safe: false, edits };
}

/** The id of a subject that a waiver can name: an entry of one of the maps that `where` may refer to. */
function idOf(subject: string): string | undefined {
  const steps = subject
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const sections = fieldAt(['waivers', 0, 'where'])?.field?.refers ?? [];
  return sections.includes(steps.slice(0, -1).join('.')) ? steps.at(-1) : undefined;
}
