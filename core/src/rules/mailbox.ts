import { anyCase, wordsIn } from '../spec/words.ts';

/** Providers of mailboxes that belong to one person and not to an employer. */
const freeMail = anyCase(
  /@(?:gmail|googlemail|outlook|hotmail|live|yahoo|gmx|web|icloud|me|proton|protonmail|aol)\.[a-z.]{2,6}$/,
);
/** Parts of an address that name a function and no person. */
const functions = anyCase(
  /^(?:ops|team|support|help|desk|helpdesk|service|services|office|admin|info|group|platform|data|ai|ml|it|dev|oncall|duty|alerts?|tools?)$/,
);

/** A free mailbox, the name of the person, or first.last where neither word is one of the team's. */
export function isOnePersons(contact: string, person: readonly string[], team: readonly string[]): boolean {
  const address = /^mailto:([^@]+)@/.exec(contact);
  if (address === null) return false;
  if (freeMail.test(contact)) return true;
  const parts = wordsIn(address[1] ?? '');
  if (parts.some((part) => functions.test(part) || team.includes(part))) return false;
  if (parts.some((part) => part.length > 2 && person.includes(part))) return true;
  return /^\p{L}+\.\p{L}+$/u.test(address[1] ?? '');
}
