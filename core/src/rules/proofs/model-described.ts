import { type AiBom, type Listed, readAiBom } from '../../evidence/contracts/ai-bom.ts';
import { daysIn } from '../../evidence/documents/days.ts';
import { labelledIn } from '../../evidence/documents/labelled.ts';
import { readMarkdown } from '../../evidence/documents/markdown.ts';
import { parsed } from '../../evidence/files.ts';
import { mostBytes } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Model } from '../../spec/types.generated.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { adopt } from './counted-cases.ts';
import { findDocument } from './document-proof.ts';
import { counted } from './interfaces.ts';

/** Whether the card or bill of materials of a model is about the version that is in use. */
export function describedVersion(context: Context, { id, value }: Subject<Model>): readonly Proof[] {
  const card = value.get('card');
  const version = value.get('version');
  const found = find(context, card, (file) => parsed('ai-bom', file, readAiBom, mostBytes.json));
  // That a card is there at all is another question, and asked of all documents.
  if (card === undefined || version === undefined || found === undefined || 'proof' in found) return [];
  const { facts: bom, reference } = found;
  const { file } = reference;
  const shown = shownPath(file);
  if (bom.kind === 'unknown') return [];
  if (bom.kind !== 'model-card' && bom.models.length === 0) {
    const reason = `${shown} lists ${counted(bom.others, 'part')} and no model: it describes the libraries.`;
    return [{ at: card, state: 'contradicted', reason, facts: [{ file, says: reason }] }];
  }
  const declared = String(version.value);
  const listed = listedAs(bom, id);
  const stands = listed?.version;
  if (listed !== undefined && stands !== undefined) {
    const facts = [
      {
        file,
        line: listed.line,
        says: `Describes ${listed.name === '' ? 'the model' : listed.name} in version ${stands}.`,
      },
    ];
    if (isSame(declared, stands)) {
      const reason = `${shown}:${listed.line} describes version ${stands}.`;
      return [{ at: card, state: 'proven', reason, facts }];
    }
    const reason = `${declared} is in use, but ${shown}:${listed.line} describes version ${stands}.`;
    return [{ at: card, state: 'stale', reason, facts }];
  }
  const labelled = labelledVersion(bom.text ?? '', declared);
  if (labelled !== undefined && !isSame(declared, labelled.value)) {
    const { value: other, line } = labelled;
    const facts = [{ file, line, says: `Describes version ${other}.` }];
    const reason = `${declared} is in use, but ${shown}:${line} describes version ${other}.`;
    return [{ at: card, state: 'stale', reason, facts }];
  }
  const line = labelled?.line ?? lineOf(bom.text ?? '', declared);
  if (line !== undefined) {
    const facts = [{ file, line, says: `Names the version ${declared.split('+')[0]}.` }];
    return [{ at: card, state: 'proven', reason: `${shown}:${line} names the version in use.`, facts }];
  }
  const reason = `${shown} is there; which version it describes, it does not say.`;
  return [{ at: card, state: 'linked', reach: 'linked', reason, facts: [{ file, says: reason }] }];
}

/** The version under that label; one of another form is that of the page. */
function labelledVersion(
  text: string,
  declared: string,
): { readonly value: string; readonly line: number } | undefined {
  const shape = (version: string) => (version.replace(/^v(?=\d)/i, '').split('+')[0] ?? '').replaceAll(/\d+/g, '0');
  const all = labelledIn(readMarkdown(text)).flatMap(({ label, value, line }) => {
    const version = /^(?:model )?version$|^version of the model$/.test(label)
      ? /^[\w.@+:-]+/.exec(value)?.[0]
      : undefined;
    return version === undefined || shape(version) !== shape(declared) ? [] : [{ value: version, line }];
  });
  return all.find(({ value }) => isSame(declared, value)) ?? all[0];
}

/** Whether a card tells of training on the same data as the spec: the first and the last day, where it names two. */
export function describedPeriod(context: Context, { value }: Subject<Model>): readonly Proof[] {
  const period = value.get('training')?.get('period');
  const found = findDocument(context, value.get('card'));
  if (period === undefined || found === undefined || 'proof' in found || found.facts.kind !== 'prose') return [];
  const told = labelledIn(found.facts.prose).flatMap(({ label, value: said, line }) => {
    const days = trained.test(label) ? daysIn(said).map(({ day }) => day) : [];
    return days.length === 2 ? [{ from: days[0] ?? '', to: days[1] ?? '', line }] : [];
  });
  const [first] = told;
  if (first === undefined || told.length > 1) return [];
  const { file } = found.reference;
  const where = `${shownPath(file)}:${first.line}`;
  return (['from', 'to'] as const).flatMap((end): Proof[] => {
    const day = period.get(end);
    if (day === undefined || day.value === first[end]) return [];
    const reason = `${day.value} here, but ${where} says ${first[end]}.`;
    const facts = [{ file, line: first.line, says: `Trained on ${first.from} to ${first.to}.` }];
    return [{ at: day, state: 'contradicted', reason, facts, fix: adopt(day, first[end], where) }];
  });
}

const trained = /^(?:trained (?:on|with|from)|training(?: data| period| window| set)?|(?:data|training) period)$/;

/** The one that is called like the model of the spec, or the only one. */
function listedAs({ models }: AiBom, id: string): Listed | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return models.find(({ name }) => plain(name) === plain(id)) ?? (models.length === 1 ? models[0] : undefined);
}

/** What follows a `+` names a build; of a provider's model the date may stand in either. */
function isSame(declared: string, listed: string): boolean {
  const bare = (version: string) => version.replace(/^v(?=\d)/i, '').split(/[+@]/)[0] ?? '';
  return declared === listed || bare(declared) === bare(listed) || declared.endsWith(`@${listed}`);
}

function lineOf(text: string, version: string): number | undefined {
  const bare = version.split('+')[0] ?? '';
  if (bare.length < 3) return undefined;
  const index = text.split(/\r\n|\n|\r/).findIndex((line) => names(line.slice(0, 10_000), bare));
  return index === -1 ? undefined : index + 1;
}

/** As a whole: 2026.1 is not in 2026.10. */
function names(line: string, version: string): boolean {
  for (let at = line.indexOf(version); at !== -1; at = line.indexOf(version, at + 1)) {
    // Within a path it is the name of a file.
    if (/[/\\]/.test(line[at - 1] ?? ' ') || /^[\w.+-]*[/\\]|^\.[a-z]{2,8}\b/i.test(line.slice(at + version.length)))
      continue;
    if (!/[\w.]/.test(line[at - 1] ?? ' ') || /v/i.test(line[at - 1] ?? '')) {
      if (!/[\w]/.test(line[at + version.length] ?? ' ') && !/^\.\d/.test(line.slice(at + version.length))) return true;
    }
  }
  return false;
}
