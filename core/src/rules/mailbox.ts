/** Providers of mailboxes that belong to one person and not to an employer. */
const freeMail =
  /@(?:gmail|googlemail|outlook|hotmail|live|yahoo|gmx|web|icloud|me|proton|protonmail|aol)\.[a-z.]{2,6}$/i;
/** Parts of an address that name a function and no person. */
const functions =
  /^(?:ops|team|support|help|desk|helpdesk|service|services|office|admin|info|group|platform|data|ai|ml|it|dev|oncall|duty|alerts?|tools?)$/i;

/** A free mailbox, the name of the person, or first.last where neither word is one of the team's. */
export function isOnePersons(contact: string, person: readonly string[], team: readonly string[]): boolean {
  const address = /^mailto:([^@]+)@/.exec(contact);
  if (address === null) return false;
  if (freeMail.test(contact)) return true;
  const parts = wordsOfName(address[1] ?? '');
  if (parts.some((part) => functions.test(part) || team.includes(part))) return false;
  if (parts.some((part) => part.length > 2 && person.includes(part))) return true;
  return /^\p{L}+\.\p{L}+$/u.test(address[1] ?? '');
}

export function wordsOfName(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
