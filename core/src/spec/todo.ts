import type { Draft } from '../yaml/print.ts';
import { fieldAt } from './field-tree.ts';
import type { Field } from './fields.generated.ts';
import type { Path } from './place.ts';

/**
 * What a fix writes where an answer is missing: `TODO` and the choices there are, or an example of the form.
 * It never is an answer: whatever it inserts is found again as a placeholder.
 */
export function todo(path: Path): Draft {
  const node = fieldAt(path);
  const field = node?.field;
  if (field === undefined) throw new Error(`No such field: ${path.join('.')}`);
  switch (field.kind) {
    case 'scalar':
      return `TODO ${hint(field)}`;
    case 'list':
      return [todo([...path, 0])];
    case 'map':
      return { [todoId(field)]: todo([...path, todoId(field)]) };
    case 'mapping':
      return Object.fromEntries([...(node?.children ?? [])].map(([key]) => [key, todo([...path, key])]));
    default:
      return field.kind satisfies never;
  }
}

/** What tells one entry of a map from another: enough to begin with, the rest is asked for by the requirements. */
const telling: Readonly<Record<string, readonly string[]>> = {
  owners: ['team', 'contact'],
  sources: ['what', 'system', 'owner', 'status', 'via', 'data'],
  models: ['role', 'provider', 'version', 'owner'],
  'evaluation.datasets': ['path', 'size', 'origin', 'owner'],
  'monitoring.metrics': ['kind', 'window', 'emitted_as'],
  'monitoring.alerts': ['metric', 'above', 'for', 'severity', 'notify', 'runbook', 'rule'],
};

/** A new entry of a map such as `owners`, reduced to what tells it from others. */
export function essentials(path: Path): Draft {
  const keys = telling[path.slice(0, -1).join('.')];
  if (keys === undefined) return todo(path);
  return Object.fromEntries(keys.map((key) => [key, todo([...path, key])]));
}

/** An id that still has to be chosen: `todo-source`. */
function todoId(map: Field): string {
  const entry = fieldAt([...map.path.split('.'), '*'])?.field?.title ?? 'id';
  return `todo-${entry.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}

function hint(field: Field): string {
  if (field.values !== undefined) return field.values.join(' | ');
  // A model is no moment, but the time before it retires is.
  if (field.refersForm === 'before') return 'alert id or 120d before <model id>.retires';
  if (field.refers !== undefined) return `${field.refers.map((section) => idOf(section)).join(' or ')}`;
  return `e.g. ${field.example}`;
}

function idOf(section: string): string {
  if (fieldAt(section.split('.'))?.field?.kind !== 'map') return section; // There is only one: `evaluation.gate`.
  return `${fieldAt([...section.split('.'), '*'])?.field?.title.toLowerCase() ?? section} id`;
}
