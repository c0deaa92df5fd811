import { labelledIn } from '../../evidence/documents/labelled.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Spec } from '../../spec/types.generated.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Mapping } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { findDocument } from './document-proof.ts';

type Risk = NonNullable<NonNullable<Spec['governance']>['risk']>;

/** How assessments call a class, and how the spec does. */
const classes = new Map([
  ['minimal', 'minimal'],
  ['limited', 'limited'],
  ['high', 'high'],
  ['prohibited', 'prohibited'],
  ['unacceptable', 'prohibited'],
]);

/** Whether the assessment comes to the class of risk that the spec says, where it says one under such a label. */
export function sameClass(context: Context, risk: Mapping<Risk>): Proof | undefined {
  const declared = risk.get('class');
  const found = findDocument(context, risk.get('assessment'));
  if (declared === undefined || found === undefined || 'proof' in found || found.facts.kind !== 'prose')
    return undefined;
  const said = labelledIn(found.facts.prose).flatMap(({ label, value, line }) => {
    const name = /^(?:(?:eu )?ai act )?(?:risk )?(?:class|classification|category|level|tier)(?: of risk)?$/.test(label)
      ? classes.get(/^[a-z]+/i.exec(value)?.[0].toLowerCase() ?? '')
      : undefined;
    return name === undefined ? [] : [{ name, line }];
  });
  const [first] = said;
  // Several parts of a system may be of several classes.
  if (first === undefined || said.some(({ name }) => name !== first.name)) return undefined;
  const { file } = found.reference;
  const where = `${shownPath(file)}:${first.line}`;
  const facts = [{ file, line: first.line, says: `The class is ${first.name}.` }];
  if (first.name === declared.value) {
    return { at: declared, state: 'linked', reach: 'linked', reason: `${where} says ${first.name}, too.`, facts };
  }
  const reason = `${declared.value} here, but ${where} says ${first.name}.`;
  const edit = replaceScalar(declared, first.name, 'flow');
  const fix = { title: `Use "${first.name}" from ${where}`, kind: 'adopt', safe: false, edits: [edit] } as const;
  return { at: declared, state: 'contradicted', reason, facts, fix: () => fix };
}
