import type { Fact } from '../../assessment.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import { document } from '../../evidence/documents/document.ts';
import { thereIs } from '../../evidence/files.ts';
import type { Placed } from '../../evidence/formats/yaml-documents.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { normal, parentOf, shownPath } from '../../evidence/reference.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { adoptText } from './adopt.ts';
import { anchorProof } from './anchor.ts';

/** The keys under which rules name their runbook, the usual one first. */
const keys = ['runbook_url', 'runbook', 'runbook_link', 'playbook', 'playbook_url', 'runbookUrl', 'link'];

export function runbookOf({ annotations }: AlertRule): Placed | undefined {
  for (const key of keys) {
    const found = annotations.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where an annotation leads: a file of the repository, and a heading in it. */
interface Target {
  readonly file: ArtifactPath;
  readonly anchor: string | undefined;
}

/** Whether the runbook that a rule hands out is the one that the spec names. */
export function annotatedRunbook(
  context: Context,
  alert: Subject<Alert>,
  rule: AlertRule,
  file: ArtifactPath,
): { readonly proof?: Proof; readonly fact?: Fact } {
  const named = alert.value.get('runbook');
  const annotation = runbookOf(rule);
  if (annotation === undefined) return {};
  const where = `${shownPath(file)}:${annotation.line}`;
  const target = targetOf(context, annotation.value, file);
  if (target === undefined)
    return { fact: { file, line: annotation.line, says: `Runbook ${quoted(annotation.value)}.` } };
  const at = named ?? alert.value.get('rule') ?? alert.at;
  if (target === 'nowhere') {
    const reason = `The rule in ${where} leads to ${quoted(annotation.value)}, which is not there.`;
    return {
      proof: {
        at,
        state: 'contradicted',
        reason,
        facts: [{ file, line: annotation.line, says: `Runbook ${quoted(annotation.value)}.` }],
      },
    };
  }
  const fact = { file, line: annotation.line, says: `Runbook ${quoted(shownPath(target.file))}.` };
  const own = named === undefined ? undefined : context.evidence?.reference(named.value);
  if (named === undefined || own?.kind !== 'file' || isSame(own.file, target.file)) {
    // What the spec says in the same words is told of the spec.
    const isTold = own?.kind === 'file' && own.selector === target.anchor;
    return { fact, proof: isTold ? undefined : deadAnchor(context, alert, target, where) };
  }
  const reason = `${quoted(alert.id)} opens ${quoted(named.value)} here, but its rule in ${where} leads to ${quoted(shownPath(target.file))}.`;
  const path = asWritten(context, target);
  return {
    proof: {
      at: named,
      state: 'contradicted',
      reason,
      facts: [fact],
      fix: adoptText(named, path, where),
    },
  };
}

/** A page of which the heading that the rule names is not there. */
function deadAnchor(
  { evidence }: Pick<Context, 'evidence'>,
  alert: Subject<Alert>,
  { file, anchor }: Target,
  where: string,
): Proof | undefined {
  const at = alert.value.get('rule');
  const answer = evidence?.ask(document(file));
  if (at === undefined || anchor === undefined || anchor === '') return undefined;
  if (answer?.kind !== 'read' || answer.facts.kind !== 'prose') return undefined;
  const reference = { kind: 'file', file, glob: false, folder: false } as const;
  const dead = anchorProof(at, reference, anchor, answer.facts);
  if (dead?.state !== 'contradicted') return undefined;
  return { ...dead, reason: `The rule in ${where} leads nowhere: ${dead.reason}`, fix: undefined };
}

/**
 * `undefined` where it leads out of the repository, or where that is not known; `nowhere` where it is a path of this
 * repository and there is no such file.
 */
export function targetOf(
  { evidence }: Pick<Context, 'evidence'>,
  annotation: string,
  rules: ArtifactPath,
): Target | 'nowhere' | undefined {
  if (evidence === undefined || annotation.includes('{{') || annotation.length > 2000) return undefined;
  const [address = '', anchor] = annotation.split('#');
  const isRemote = /^[a-z][a-z0-9+.-]*:\/\//i.test(address);
  const paths = isRemote ? pathsIn(address) : pathsBeside(address, rules.path);
  let known = true;
  for (const path of paths) {
    const file = { root: rules.root, path };
    const answer = evidence.ask(thereIs(file));
    if (answer === undefined) known = false;
    else if (answer.kind === 'read' && answer.facts === 'file') return { file, anchor };
    else if (answer.kind === 'unread' && answer.why !== 'absent') known = false;
  }
  return known && !isRemote && paths.length > 0 ? 'nowhere' : undefined;
}

/** The path in the address of a file on a forge: behind `/blob/main/` or what others have in its place. */
function pathsIn(address: string): readonly string[] {
  const match = /^https?:\/\/[^/]+\/.+?\/(?:-\/)?(?:blob|tree|raw|src(?:\/branch)?)\/[^/]+\/([^?]+)/i.exec(address);
  const path = match?.[1] === undefined ? undefined : normal(match[1]);
  return path === undefined || path === '' ? [] : [path];
}

/** A path is meant from the root of the repository, or else from where the rules are. */
function pathsBeside(address: string, rules: string): readonly string[] {
  if (!/\.(?:md|markdown|mdx|rst|adoc|txt|html?)$/i.test(address) || /\s/.test(address)) return [];
  const folder = parentOf(rules);
  const found = [normal(address), address.startsWith('/') ? undefined : normal(`${folder}/${address}`)];
  return [...new Set(found.filter((path) => path !== undefined && path !== ''))] as string[];
}

function isSame(a: ArtifactPath, b: ArtifactPath): boolean {
  return a.root === b.root && a.path === b.path;
}

/** As the spec would name the file. */
export function asWritten({ evidence }: Pick<Context, 'evidence'>, { file, anchor }: Target): string {
  const folder = evidence?.folder ?? '';
  const inFolder =
    folder === ''
      ? file.path
      : file.path.startsWith(`${folder}/`)
        ? file.path.slice(folder.length + 1)
        : `/${file.path}`;
  const path = file.root === '' ? inFolder : `${file.root}//${file.path}`;
  return anchor === undefined || anchor === '' ? path : `${path}#${anchor}`;
}
