import type { Fact } from '../../assessment.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Setting } from '../../evidence/settings/setting.ts';
import { settingsIn } from '../../evidence/settings/settings.ts';
import type { Fix, Span } from '../../text.ts';
import { find, type Named, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';

/** The settings of a file that the spec names. */
export interface Settings {
  readonly all: readonly Setting[];
  readonly file: Fact['file'];
  readonly shown: string;
}

/** What is set in the file at `named`; nothing where it cannot be read, which others tell. */
export function settingsOf(context: Context, named: Named | undefined): Settings | undefined {
  const found = find(context, named, (file) => settingsIn(file));
  if (found === undefined || 'proof' in found) return undefined;
  const { file } = found.reference;
  return { all: found.facts, file, shown: shownPath(file) };
}

/** What the spec says, and how a file may say the same. */
export interface Stated {
  readonly at: { readonly span: Span };
  /** How a message calls the value of the spec. */
  readonly said: string;
  /** That there is none says something, too. */
  readonly isLimit?: true;
  /** Whether a setting is about it. */
  is(setting: Setting): boolean;
  /** Whether a setting says the same; `undefined` where the two cannot be compared. */
  agrees(setting: Setting): boolean | undefined;
  /** Copies the value of the setting into the spec. */
  adopt?(setting: Setting, where: string): Fix | undefined;
}

/** Values for other places than where the system runs. */
const elsewhere =
  /^(?:dev|development|test|tests|testing|staging|stage|local|sandbox|example|examples|ci|pilot|old|previous|legacy)$/;

/**
 * Whether a file says what the spec says. Where it has several values for it, in profiles or in steps, nobody can tell
 * which one is meant.
 */
export function compared({ all, file, shown }: Settings, stated: Stated): Proof | undefined {
  const about = all.filter((one) => stated.is(one) && !one.path.some((step) => elsewhere.test(step)));
  const known = about.filter((one) => (one.text !== 'None' || stated.isLimit) && stated.agrees(one) !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  const factOf = ({ path, text, line }: Setting): Fact => ({ file, line, says: `\`${path.at(-1)}\` is ${text}.` });
  const same = known.find((one) => stated.agrees(one));
  const other = known.find((one) => !stated.agrees(one));
  if (same !== undefined) {
    const reason = `${shown}:${same.line} has \`${same.path.at(-1)}\` ${same.text}, as here`;
    if (other === undefined && same.scaled !== undefined) {
      const often = `${reason}; line ${same.scaled.line} takes \`${same.scaled.says}\`.`;
      return { at: stated.at, state: 'linked', reach: 'linked', reason: often, facts: [factOf(same)] };
    }
    if (other === undefined) return { at: stated.at, state: 'proven', reason: `${reason}.`, facts: [factOf(same)] };
    const beside = `${reason}; line ${other.line} has \`${other.path.at(-1)}\` ${other.text}.`;
    return { at: stated.at, state: 'linked', reach: 'linked', reason: beside, facts: [factOf(same), factOf(other)] };
  }
  const isOne = known.every(({ text }) => text === first.text);
  const facts = known.slice(0, 3).map(factOf);
  if (!isOne || first.conditional) {
    const why = isOne ? 'unless the environment says otherwise' : 'among others';
    const reason = `${stated.said} here, but ${shown}:${first.line} has \`${first.path.at(-1)}\` ${first.text}, ${why}.`;
    return { at: stated.at, state: 'linked', reach: 'linked', reason, facts };
  }
  const where = `${shown}:${first.line}`;
  const reason = `${stated.said} here, but ${where} has \`${first.path.at(-1)}\` ${first.text}.`;
  return {
    at: stated.at,
    state: 'contradicted',
    reason,
    facts,
    fix: stated.adopt && (() => stated.adopt?.(first, where) ?? []),
  };
}
