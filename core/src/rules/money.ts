/** `0.045 EUR` as a number and its currency. */
export function readMoney(text: string | undefined): Money | undefined {
  const match = /^([0-9.]+) ([A-Z]{3})$/.exec(text ?? '');
  return match === null ? undefined : { amount: Number(match[1]), currency: match[2] ?? '' };
}

export interface Money {
  readonly amount: number;
  readonly currency: string;
}
