import type { Fact } from '../../assessment.ts';
import { aliasesOf, type Convention, namesAsOf } from '../../evidence/telemetry/field-names.ts';
import { clipped } from '../../shown.ts';
import type { Fix } from '../../text.ts';
import { insertItem, replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { nodeAt } from '../subject.ts';
import { counted } from './interfaces.ts';
import { counts, type Holding, holding, type Sample, sampleRecord, undeclared } from './sample-record.ts';

const mostNamesShown = 4;
/** So many fields by the names of another convention are no accident. */
const enoughOfAnother = 3;

/** Whether one record really holds the fields that are declared. */
export function heldFields(context: Context, sample: Sample): readonly Proof[] {
  const { named, record, file, shown } = sample;
  const logging = context.spec.get('logging');
  const convention = logging?.get('convention');
  const fields = (logging?.get('fields')?.items ?? []).filter((field) => field !== undefined);
  if (fields.length === 0) return [];
  if (!record.isRecord) {
    const reason = `${shown} holds no record that can be read.`;
    return [{ at: named, state: 'contradicted', reason, facts: [{ file, says: reason }] }];
  }
  const all = fields.map((field) => ({ field, found: holding(record, field.value, convention?.value) }));
  const held = all.flatMap(({ found }) => (found !== undefined && counts(found) ? [found] : []));
  const absent = all.filter(({ found }) => found === undefined || !counts(found));
  const facts = held.map((one) => heldFact(sample, one));
  const proofs: Proof[] = [];
  const odd = otherConvention(convention, held, sample);
  if (odd !== undefined) proofs.push(odd);

  const [first] = absent;
  if (first !== undefined) {
    const lost = absent.map(({ field, found }) => absence(field.value, found, convention?.value));
    proofs.push({
      at: absent.length === 1 ? first.field : named,
      state: 'contradicted',
      reason: `${shown} does not hold ${lost.join('; ')}.`,
      facts: [
        ...absent.flatMap(({ field, found }): Fact[] => {
          return found === undefined ? [] : [{ file, line: found.held.line, says: `"${field.value}" is empty.` }];
        }),
        {
          file,
          says: `Holds ${held.length} of ${counted(fields.length, 'declared field')}; names as of ${namesAsOf}.`,
        },
      ],
    });
  }
  if (proofs.length > 0) return proofs;
  const more = undeclared(
    record,
    fields.map(({ value }) => value),
    convention?.value,
  );
  const besides = more.map(
    ({ field, held: { line } }): Fact => ({
      file,
      line,
      says: `Holds "${field}" as well, which the spec does not declare.`,
    }),
  );
  const reason = `${shown} holds ${fields.length === 1 ? 'the declared field' : `all ${fields.length} declared fields`}.`;
  return [{ at: named, state: 'proven', reason, facts: [...facts, ...besides] }];
}

function absence(field: string, found: Holding | undefined, convention: string | undefined): string {
  if (found !== undefined) return `a value for "${field}"`;
  const names = [...new Set(aliasesOf(field, convention).map(({ written }) => written))];
  const shown = names.slice(0, mostNamesShown).join(', ');
  return `"${field}" (looked for ${shown}${names.length > mostNamesShown ? ', …' : ''})`;
}

function heldFact({ file }: Sample, { field, held, alias }: Holding): Fact {
  const own = alias.convention.convention === 'own';
  const of = own || held.path === field ? '' : `, a name of ${alias.convention.called}`;
  const empty = held.empty ? ' and says nothing, as after a call that went well' : '';
  return { file, line: held.line, says: `"${field}" is held as ${clipped(held.path, 100)}${of}${empty}.` };
}

/** A record that speaks another convention than the spec says, in what the two call differently. */
function otherConvention(
  convention: Scalar<string> | undefined,
  held: readonly Holding[],
  { file, shown }: Sample,
): Proof | undefined {
  const declared = convention?.value.split('/')[0];
  if (convention === undefined || declared === undefined || declared === 'own') return undefined;
  const by = new Map<Convention['convention'], Holding[]>();
  for (const one of held) {
    const { convention: its } = one.alias.convention;
    by.set(its, [...(by.get(its) ?? []), one]);
  }
  // What every tracer writes, such as a trace id, is no sign of a convention.
  const spoken = (by.get(declared as Convention['convention']) ?? []).filter(
    ({ alias }) =>
      /[._]/.test(alias.written) && /gen_ai|llm|openinference|input\.value|output\.value/.test(alias.written),
  );
  if (spoken.length > 0) return undefined;
  const [other] = [...by].filter(
    ([name, found]) => name !== 'own' && name !== declared && found.length >= enoughOfAnother,
  );
  const [example] = other?.[1] ?? [];
  if (other === undefined || example === undefined) return undefined;
  const { called, convention: its } = example.alias.convention;
  return {
    at: convention,
    state: 'contradicted',
    reason: `The convention is ${convention.value}, but ${shown} speaks ${called}: "${example.field}" is ${clipped(example.held.path, 100)}.`,
    facts: other[1].map(({ held: { line, path }, field }) => ({
      file,
      line,
      says: `"${field}" is held as ${clipped(path, 100)}.`,
    })),
    fix: () => (its === 'openinference' ? spokenFix(convention, its, shown) : spokenFix(convention, 'own', shown)),
  };
}

function spokenFix(convention: Scalar<string>, name: string, shown: string): Fix {
  const edits = [replaceScalar(convention, name, 'flow')];
  return { title: `Use "${name}" from ${shown}`, kind: 'adopt', safe: false, edits };
}

/** For fields that are asked for and not declared: those that the sample holds anyway. */
export function inSample(context: Context, asked: readonly string[]): Fix | undefined {
  const sample = sampleRecord(context);
  if (sample === undefined || 'proof' in sample) return undefined;
  const { record, shown } = sample;
  const convention = context.spec.get('logging')?.get('convention')?.value;
  const found = asked.filter((field) => holding(record, field, convention)?.held.empty === false);
  const logging = nodeAt(context.doc.tree, ['logging']);
  const entry = logging?.kind === 'mapping' ? logging.entry('fields') : undefined;
  const sequence = nodeAt(context.doc.tree, ['logging', 'fields']);
  if (found.length === 0 || entry === undefined || sequence?.kind !== 'sequence') return undefined;
  const edit = found.flatMap((field) => insertItem(context.doc.text, { sequence, holder: entry.key }, field) ?? []);
  const [first] = edit;
  if (first === undefined) return undefined;
  // All of them go to one place, in the order they are asked for.
  const edits = [{ span: first.span, text: edit.map(({ text }) => text).join('') }];
  const names = found.map((field) => `"${field}"`).join(', ');
  return { title: `Add ${names} from ${shown}`, kind: 'adopt', safe: false, edits };
}
