import { anyCase } from '../spec/words.ts';

/** Names under which something else can be found tomorrow. */
const moving = anyCase(
  /(?:^|[-_.:@/ ])(?:latest|newest|current|stable|default|auto|main|master|trunk|head|live|prod|production)$/,
);
const range = anyCase(/^[\^~<>=]|\*|\bx$/);

/** Families of models whose members carry a date; without one, the name follows the newest member. */
const family = anyCase(
  /(?:^|[./:])(?:chatgpt-|gpt-\d|gpt-35|o[134](?:-mini|-pro)?$|claude-(?:3|(?:opus|sonnet|haiku)-4(?:-[015])?$))/,
);
const dated = /\d{8}|\d{4}-\d{2}-\d{2}|-\d{4}(?!\d)|@/;

/** Why a version is not one exact version; `undefined` where it may well be. */
export function inexact(version: string): string | undefined {
  const text = version.trim();
  if (moving.test(text)) return 'moves: whatever carries that name tomorrow answers';
  if (range.test(text)) return 'is a range of versions, not one';
  if (family.test(text) && !dated.test(text)) return 'names a family: its provider decides which member answers';
  // A commit may do without digits; a word that is none names something and pins nothing.
  if (!/\d/.test(text) && !/^[0-9a-f]{7,}$/i.test(text)) return 'is a name without a version';
  return undefined;
}
