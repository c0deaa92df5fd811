import { type AiBom, type Listed, readAiBom } from '../../evidence/contracts/ai-bom.ts';
import type { CardVersion } from '../../evidence/contracts/stated-version.ts';
import { parsed } from '../../evidence/files.ts';
import { mostBytes } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Model } from '../../spec/types.generated.ts';
import { find, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { counted } from './interfaces.ts';
import { toldVersion } from './told-version.ts';

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
  const told = toldVersion(stands ?? '');
  if (listed !== undefined && stands !== undefined) {
    const facts = [
      {
        file,
        line: listed.line,
        says: `Describes ${listed.name === '' ? 'the model' : listed.name} in version ${told}.`,
      },
    ];
    if (isSame(declared, stands)) {
      const reason = `${shown}:${listed.line} describes version ${told}.`;
      return [{ at: card, state: 'proven', reason, facts }];
    }
    if (isPartOf(stands, declared)) {
      const reason = `${shown}:${listed.line} says version ${told}, which is less exact than ${declared}.`;
      return [{ at: card, state: 'linked', reach: 'linked', reason, facts }];
    }
    const reason = `${declared} is in use, but ${shown}:${listed.line} describes version ${told}.`;
    return [{ at: card, state: 'stale', reason, facts }];
  }
  const inText = fromText(bom.stated ?? [], declared);
  if (inText?.same !== undefined) {
    const { line } = inText.same;
    const same = toldVersion(inText.same.version);
    const facts = [{ file, line, says: `Describes version ${same}.` }];
    return [{ at: card, state: 'proven', reason: `${shown}:${line} describes version ${same}.`, facts }];
  }
  if (inText?.other !== undefined) {
    const { line } = inText.other;
    const other = toldVersion(inText.other.version);
    const reason = `${declared} is in use, but ${shown}:${line} describes version ${other}.`;
    return [{ at: card, state: 'stale', reason, facts: [{ file, line, says: `Describes version ${other}.` }] }];
  }
  const reason = `${shown} is there; which version it describes, it does not say.`;
  return [{ at: card, state: 'linked', reach: 'linked', reason, facts: [{ file, says: reason }] }];
}

/** The one that is called like the model of the spec, or the only one. */
function listedAs({ models }: AiBom, id: string): Listed | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return models.find(({ name }) => plain(name) === plain(id)) ?? (models.length === 1 ? models[0] : undefined);
}

/**
 * What the text of a card says of the version in use, or of another one. A label outweighs a history and what is said in
 * passing; of a history the newest counts, which stands first or last.
 */
function fromText(
  stated: readonly CardVersion[],
  declared: string,
): { readonly same?: CardVersion; readonly other?: CardVersion } | undefined {
  // A small number beside versions of another form is that of the page.
  const isOfPage = (version: string) => pageVersion.test(version) && !pageVersion.test(declared);
  const labels = stated.filter(({ by, version }) => by === 'label' && !isOfPage(version));
  const same = (all: readonly CardVersion[]) => all.find(({ version }) => isSame(declared, version));
  if (labels.length > 0) {
    const own = same(labels);
    if (own !== undefined) return { same: own };
    const other = labels.find(({ version }) => !isPartOf(version, declared));
    return other === undefined ? undefined : { other };
  }
  const history = stated.filter(({ by }) => by === 'listed');
  const newest = [history[0], history.at(-1)].filter((one) => one !== undefined);
  const own = same(history.length > 0 ? newest : stated);
  return own && { same: own };
}

/** What follows a `+` or `@` names a build, which only one of both may say; a digest may be cut short. */
function isSame(declared: string, listed: string): boolean {
  const parts = (version: string) => version.replace(/^v(?=\d)/i, '').split(/[+@]/);
  const [[a = '', ownBuild], [b = '', itsBuild]] = [parts(declared), parts(listed)];
  if (declared === listed || declared.endsWith(`@${listed}`)) return true;
  if (a !== b) return false;
  return (
    ownBuild === undefined || itsBuild === undefined || ownBuild.startsWith(itsBuild) || itsBuild.startsWith(ownBuild)
  );
}

/** `4.1` is less exact than `gpt-4.1-2025-04-14`, and no other version. */
function isPartOf(listed: string, declared: string): boolean {
  const steps = (version: string) =>
    ` ${version
      .toLowerCase()
      .split(/[^a-z0-9]+|(?<=[a-z])(?=\d)/)
      .join(' ')} `;
  return steps(declared).includes(steps(listed));
}

const pageVersion = /^v?\d{1,2}$/i;
