/** What can be told from its form alone, and certainly: each kind with the words by which a spec calls it. */
const kinds: readonly { readonly called: RegExp; readonly what: string; holds(text: string): boolean }[] = [
  { called: /iban|bank account/, what: 'a valid IBAN', holds: (text) => candidates(text, ibanLike).some(isIban) },
  {
    called: /e-?mail/,
    what: 'an e-mail address',
    holds: (text) => candidates(text, /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g).some(isRealAddress),
  },
  {
    called: /card|\bpan\b/,
    what: 'a valid card number',
    holds: (text) => candidates(text, /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g).some(isCard),
  },
];

const ibanLike = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/g;

/** What a text still holds of the things that a spec says are redacted; never the value itself. */
export function unredacted(
  text: string,
  redacted: readonly string[],
): readonly { readonly label: string; readonly what: string }[] {
  return redacted.flatMap((label) =>
    kinds
      .filter((kind) => kind.called.test(label.toLowerCase()) && kind.holds(text))
      .map(({ what }) => ({ label, what })),
  );
}

function candidates(text: string, pattern: RegExp): readonly string[] {
  return text.match(pattern) ?? [];
}

/** ISO 13616: the rest of 97 is 1. */
function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '');
  if (plain.length < 15 || plain.length > 34) return false;
  let rest = 0;
  for (const letter of plain.slice(4) + plain.slice(0, 4)) {
    const value = /\d/.test(letter) ? letter : String(letter.charCodeAt(0) - 55);
    for (const digit of value) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** Names that RFC 2606 keeps for examples belong to nobody. */
function isRealAddress(address: string): boolean {
  return !/@(?:[\w-]+\.)*(?:example(?:\.\w+)?|test|invalid|localhost)$/i.test(address);
}

/** Luhn's check digit, on the first digits that cards begin with. */
function isCard(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  if (!/^[3-6]/.test(digits)) return false;
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
