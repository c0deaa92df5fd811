import { durationSeconds } from '../dates.ts';
import { type DefaultNumber, defaultNumbers, type NumberName, type Unit } from '../numbers.ts';
import { normalForm } from '../spec/formats.ts';

/** As a configuration calls them. */
export const numberSettings: ReadonlyMap<string, NumberName> = new Map(
  (Object.keys(defaultNumbers) as NumberName[]).map((name) => [kebab(name), name]),
);

export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function defaultNumber(name: NumberName): DefaultNumber {
  return defaultNumbers[name];
}

/** Whether a rule that goes by `value` lets more pass than one that goes by `than`. */
export function isLaxer(name: NumberName, value: number, than: number): boolean {
  return defaultNumber(name).stricter === 'less' ? value > than : value < than;
}

interface UnitForm {
  /** Completes "… is ". */
  readonly says: string;
  read(text: string): number | undefined;
  write(value: number): string;
  /** What was meant, in our form. */
  normalise(text: string): string | undefined;
  /** For the schema. */
  readonly pattern?: string;
}

const forms: Readonly<Record<Unit, UnitForm>> = {
  days: duration('a duration such as 30d or 6w', 'd', 86_400),
  minutes: duration('a duration such as 15m or 2h', 'm', 60),
  percent: {
    says: 'a share such as 10%',
    read: (text) => (/^\d{1,3}(?:\.\d+)?%$/.test(text) ? upTo(100, Number(text.slice(0, -1))) : undefined),
    write: (value) => `${value}%`,
    normalise: (text) => (/^\d{1,3}$/.test(text) ? `${text}%` : normalForm('share', text)),
    pattern: '^\\d{1,3}(\\.\\d+)?%$',
  },
  count: {
    says: 'a whole number such as 30',
    read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
    write: String,
    normalise: (text) => normalForm('count', text),
  },
  score: {
    says: 'a number from 0 to 1 such as 0.5',
    read: (text) => (/^\d(?:\.\d+)?$/.test(text) ? upTo(1, Number(text)) : undefined),
    write: String,
    normalise: (text) => normalForm('unitScore', text),
  },
};

export function formOfUnit(unit: Unit): UnitForm {
  return forms[unit];
}

/** As a person would write it. */
export function writtenNumber(name: NumberName, value: number): string {
  return forms[defaultNumber(name).unit].write(value);
}

function duration(says: string, unit: string, seconds: number): UnitForm {
  return {
    says,
    read: (text) => {
      const length = durationSeconds(text);
      return length === undefined ? undefined : length / seconds;
    },
    write: (value) => `${value}${unit}`,
    normalise: (text) => (/^\d{1,6}$/.test(text) ? `${text}${unit}` : normalForm('duration', text)),
    pattern: '^\\d+(\\.\\d+)?(ms|s|m|h|d|w)$',
  };
}

function upTo(most: number, value: number): number | undefined {
  return value <= most ? value : undefined;
}
