import { durationSeconds } from '../../dates.ts';
import type { Setting } from '../../evidence/settings/setting.ts';
import type { Spec } from '../../spec/types.generated.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { readThreshold } from './precision.ts';
import { compared, type Settings, settingsOf } from './settings-compared.ts';

type Limits = NonNullable<NonNullable<Spec['operations']>['run_limits']>;

/** Whether the file that holds the limits of a run holds those of the spec. */
export function limitProofs(context: Context, limits: Mapping<Limits>): Proof[] {
  const settings = settingsOf(context, limits.get('enforced_by'));
  if (settings === undefined) return [];
  const [steps, duration, cost] = [limits.get('max_steps'), limits.get('max_duration'), limits.get('max_cost')];
  return together(settings, [
    [steps, limit(settings, steps, stepsIn)],
    [duration, limit(settings, duration, secondsIn)],
    [cost, limit(settings, cost, costIn)],
  ]);
}

type Budget = NonNullable<NonNullable<Spec['operations']>['budget']>;

/** Whether what stops the spending stops it at the amount of the spec; a bare number is in the `currency` beside it. */
export function budgetProofs(context: Context, budget: Mapping<Budget>): Proof[] {
  const settings = settingsOf(context, budget.get('enforced_by'));
  if (settings === undefined) return [];
  const currencyOf = (path: Setting['path']) =>
    settings.all.find(
      (one) => one.path.at(-1) === 'currency' && one.path.slice(0, -1).join('/') === path.slice(0, -1).join('/'),
    )?.text;
  const all = settings.all.map((one) => {
    const currency = /^\d+(?:\.\d+)?$/.test(one.text) ? currencyOf(one.path) : undefined;
    return currency === undefined ? one : { ...one, text: `${one.text} ${currency}` };
  });
  const named =
    (pattern: RegExp): Reading =>
    (name, text) => {
      if (name !== '' && !pattern.test(name)) return undefined;
      const amount = readThreshold(text);
      return amount === undefined || !/^[a-z]{3}$/i.test(amount.unit)
        ? 'unclear'
        : { ...amount, unit: amount.unit.toUpperCase() };
    };
  const proofs: (Proof | undefined)[] = [
    limit({ ...settings, all }, budget.get('stop_at'), named(/^(?:stop_at|hard_limit|stop_at_(?:eur|usd|gbp|chf))$/)),
    limit({ ...settings, all }, budget.get('per_day'), named(/^(?:per_day|daily_budget|budget_per_day)$/)),
  ];
  const [stop] = proofs;
  const period = stop?.state === 'proven' ? otherPeriod(settings, budget) : undefined;
  return [period ?? stop, ...proofs.slice(1)].filter((proof) => proof !== undefined);
}

/** The amount of the spec is one of a day; beside the setting may stand what it is the amount of. */
function otherPeriod({ all, file, shown }: Settings, budget: Mapping<Budget>): Proof | undefined {
  const at = budget.get('stop_at');
  const stops = all.filter(({ path }) => /^(?:stop_at|hard_limit)(?:_[a-z]{3})?$/.test(path.at(-1) ?? ''));
  const around = new Set(stops.map(({ path }) => path.slice(0, -1).join('/')));
  const period = all.find(
    ({ path }) =>
      // An interval is as likely how often it is looked at.
      /^(?:period|time_grain|budget_duration)$/.test(path.at(-1) ?? '') && around.has(path.slice(0, -1).join('/')),
  );
  if (at === undefined || period === undefined || stops.length !== 1) return undefined;
  if (
    !/^(?:hour|hourly|1h|week|weekly|7d|month|monthly|30d|1mo|quarter|quarterly|year|yearly|annually)$/i.test(
      period.text,
    )
  )
    return undefined;
  const says = `\`${period.path.at(-1)}\` is ${period.text}`;
  const reason = `${at.value} is to be the limit of a day, but in ${shown}:${period.line} ${says}.`;
  return { at, state: 'contradicted', reason, facts: [{ file, line: period.line, says: `${says}.` }] };
}

const unlimited = /^(?:none|inf|infinity|unlimited)$/i;

/** Where one of the limits is not found, the file holds only some of them. */
function together(
  settings: Settings,
  named: readonly (readonly [node: Scalar<string | number> | undefined, proof: Proof | undefined])[],
): Proof[] {
  const proofs = named.flatMap(([, proof]) => proof ?? []);
  const absent = named.find(([node, proof]) => node !== undefined && proof === undefined)?.[0];
  if (absent === undefined || proofs.length === 0) return proofs;
  const reason = `${settings.shown} does not say ${absent.value} in a way that can be read.`;
  const note: Proof = {
    at: absent,
    state: 'linked',
    reach: 'linked',
    reason,
    facts: [{ file: settings.file, says: reason }],
  };
  return [note, ...proofs];
}

/** An amount with its unit, which two that are compared share. */
interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** What a setting, or a value of the spec, comes to; the name may tell the unit. */
type Reading = (name: string, text: string) => Amount | 'unclear' | undefined;

function limit(settings: Settings, node: Scalar<string | number> | undefined, read: Reading): Proof | undefined {
  if (node === undefined) return undefined;
  const said = String(node.value);
  const wanted = read('', said);
  if (wanted === undefined || wanted === 'unclear') return undefined;
  const amountOf = ({ path, text }: Setting) => read(path.at(-1) ?? '', text);
  return compared(settings, {
    at: node,
    said,
    is: (setting) => amountOf(setting) !== undefined,
    isLimit: true,
    agrees: (setting) => {
      if (unlimited.test(setting.text)) return false;
      const amount = amountOf(setting);
      if (amount === undefined || amount === 'unclear' || amount.unit !== wanted.unit) return undefined;
      return Math.abs(amount.value - wanted.value) < 1e-9;
    },
    adopt: (setting, where) => {
      const amount = amountOf(setting);
      if (amount === undefined || amount === 'unclear') return undefined;
      const value =
        amount.unit === ''
          ? String(amount.value)
          : amount.unit === 's'
            ? `${amount.value}s`
            : `${amount.value} ${amount.unit}`;
      return {
        title: `Use "${value}" from ${where}`,
        kind: 'adopt',
        safe: false,
        edits: [replaceScalar(node, value, 'flow')],
      };
    },
  });
}

const stepsIn: Reading = (name, text) => {
  if (name !== '' && !/^(?:\w+_)?max_(?:agent_)?(?:steps|iterations|turns)$/.test(name)) return undefined;
  return /^\d+$/.test(text) ? { value: Number(text), unit: '' } : 'unclear';
};

const secondsIn: Reading = (name, text) => {
  const [whole, unit] =
    /^(?:\w+_)?(?:max_(?:run_)?(?:duration|runtime|run_time|execution_time|seconds)|run_timeout)(?:_(ms|millis(?:econds)?|s|secs?|seconds|m|mins?|minutes))?$/.exec(
      name,
    ) ?? [];
  if (name !== '' && whole === undefined) return undefined;
  const seconds = durationSeconds(text.replaceAll(' ', ''));
  if (seconds !== undefined) return { value: seconds, unit: 's' };
  const told = unit ?? (/seconds$/.test(name) ? 's' : '');
  const factor = told.startsWith('m') ? (/^m(?:s|illi)/.test(told) ? 0.001 : 60) : told.startsWith('s') ? 1 : undefined;
  return factor !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? { value: Number(text) * factor, unit: 's' } : 'unclear';
};

const costIn: Reading = (name, text) => {
  const [whole, currency] = /^(?:\w+_)?max_(?:run_)?cost(?:_([a-z]{3}|cents?))?$/.exec(name) ?? [];
  if (name !== '' && whole === undefined) return undefined;
  const amount = readThreshold(text);
  const unit = amount?.unit !== '' ? amount?.unit : currency?.toUpperCase();
  return amount === undefined || unit === undefined || unit.length !== 3
    ? 'unclear'
    : { value: amount.value, unit: unit.toUpperCase() };
};
