/** Digits that everybody reads alike: no signs of groups, no leading zeros, no exponent. */
const plain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

export function isPlainNumber(text: string): boolean {
  return plain.test(text.trim());
}

/**
 * `1.000` is one for some readers and a thousand for others; nobody ends 12.345 or 0.120 in zeros to mean thousands. An
 * `amount` has two decimals or none, so that 12.345 of it may be thousands as well.
 */
export function mayBeThousands(text: string, amount = false): boolean {
  return (amount ? /^-?[1-9]\d{0,2}\.\d{3}(?![\d%])/ : /^-?[1-9]\d{0,2}\.\d{2}0(?![\d%])/).test(text.trim());
}

/** The numbers that `written` may mean, in digits: one where it is sure, several where only its author knows. */
export function readings(written: string, amount = false): readonly string[] {
  const text = written.trim().replace(/^\+/, '');
  const sign = text.startsWith('-') ? '-' : '';
  const found = unsigned(text.slice(sign.length), amount).map((number) => sign + number);
  return [...new Set(found)].filter((number) => plain.test(number));
}

function unsigned(text: string, amount: boolean): string[] {
  if (/^0x[\da-f]+$/i.test(text) || /^0o[0-7]+$/i.test(text)) return [String(Number(text))];
  if (/^\d+(?:\.\d+)?e[-+]?\d+$/i.test(text)) return [String(Number(text))];
  // Older YAML readers take 010 for 8.
  if (/^0[0-7]+$/.test(text)) return [String(Number(text)), String(Number.parseInt(text, 8))];
  if (/^0\d+$/.test(text)) return [String(Number(text))];
  if (/^\d+(?:_\d+)+$/.test(text)) return [text.replaceAll('_', '')];
  if (/^\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+(?:[.,]\d+)?$/.test(text))
    return [text.replaceAll(/[^\d.,]/g, '').replace(',', '.')];
  // Two marks: the last one is the decimal point. One mark twice: thousands.
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return [text.replaceAll('.', '').replace(',', '.')];
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return [text.replaceAll(',', '')];
  if (/^[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/.test(text)) return [text.replaceAll(/\D/g, '')];
  if (/^[1-9]\d{0,2},\d{3}$/.test(text) || mayBeThousands(text, amount))
    return [decimal(text.replace(',', '.'), amount), text.replaceAll(/\D/g, '')];
  if (/^\d*[.,]\d+$/.test(text)) return [text.replace(',', '.').replace(/^\./, '0.')];
  return /^\d+\.?$/.test(text) || plain.test(text) ? [text.replace(/\.$/, '')] : [];
}

/** Without zeros that say nothing. Four digits behind the point cannot be taken for thousands. */
function decimal(text: string, amount: boolean): string {
  const number = String(Number(text));
  return mayBeThousands(number, amount) ? `${number}0` : number;
}
