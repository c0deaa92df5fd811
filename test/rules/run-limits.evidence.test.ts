import { evidence } from '../support/evidence.ts';

const find = evidence('agent-stop-conditions');
type At = 'max_steps' | 'max_duration' | 'max_cost';
const values = { max_steps: '20', max_duration: '90s', max_cost: '0.60 EUR' };
const spec = (file: string, wrong?: At) => {
  const lines = Object.entries(values).map(([name, value]) => {
    const mark = `${' '.repeat(name.length + 6)}${'^'.repeat(value.length)} agent-stop-conditions\n`;
    return `    ${name}: ${value}\n${name === wrong ? mark : ''}`;
  });
  return `
tools:
  book:
    effect: write
models:
  llm:
    provider: azure-openai
operations:
  run_limits:
${lines.join('')}    enforced_by: ${file}
`;
};
const states = { '/operations/run_limits': 'proven' };
const limits = 'MAX_STEPS = 20\nMAX_DURATION_SECONDS = 90\nMAX_COST_EUR = 0.60\n';

find('the limits in code', { spec: spec('limits.py'), files: { 'limits.py': limits }, states });
find('the limits in other units', {
  spec: spec('limits.yaml'),
  files: { 'limits.yaml': 'agent:\n  max_iterations: 20\n  max_duration: 1.5m\n  max_cost: 0.6 EUR\n' },
  states,
});
find('milliseconds, and nothing of the others', {
  spec: spec('limits.ts'),
  files: { 'limits.ts': 'export const MAX_DURATION_MS = 90_000;\n' },
  says: [/limits\.ts does not say 20 in a way that can be read/],
  states: { '/operations/run_limits': 'linked' },
});
find('a limit that the code takes several times over', {
  spec: spec('limits.py'),
  files: { 'limits.py': `${limits}def step(self):\n    if self.steps >= MAX_STEPS * 10:\n        raise Stopped\n` },
  says: [/limits\.py:1 has `max_steps` 20, as here; line 5 takes `MAX_STEPS \* 10`/],
  states: { '/operations/run_limits': 'linked' },
});
for (const [code, state] of [
  ['for step in range(MAX_STEPS * 10):\n    act()\n', 'linked'],
  ['agent = Agent(max_iterations=MAX_STEPS * 10)\n', 'linked'],
  ['timeout = MAX_STEPS * 30\n', 'proven'],
  ['client = Client(max_tokens=MAX_STEPS * 500)\n', 'proven'],
  ['found = search(k=MAX_STEPS * 4)\n', 'proven'],
  ['if len(found) < MAX_STEPS * 4:\n    search()\n', 'proven'],
] as const)
  find(`a limit in \`${code.split('\n')[0]}\``, {
    spec: spec('limits.py'),
    files: { 'limits.py': `${limits}${code}` },
    states: state === 'proven' ? states : { '/operations/run_limits': state },
  });
find('a limit in other units', {
  spec: spec('limits.py'),
  files: { 'limits.py': `${limits}timer.start(MAX_DURATION_SECONDS * 1000)\n` },
  states,
});
find('a limit that the environment may change', {
  spec: spec('limits.py'),
  files: { 'limits.py': limits.replace('= 20', '= int(os.environ.get("MAX_STEPS", "200"))') },
  says: [/has `max_steps` 200, unless the environment says otherwise/],
  states: { '/operations/run_limits': 'linked' },
});
const others: readonly (readonly [at: At, from: string, to: string, says: RegExp])[] = [
  ['max_steps', '20', '200', /20 here, but limits\.py:1 has `max_steps` 200\./],
  ['max_steps', '20', 'None', /limits\.py:1 has `max_steps` None\./],
  ['max_cost', '0.60', 'float("inf")', /limits\.py:3 has `max_cost_eur` inf\./],
  ['max_duration', '90', '900', /90s here, but limits\.py:2 has `max_duration_seconds` 900\./],
  ['max_cost', '0.60', '6.0', /0\.60 EUR here, but limits\.py:3 has `max_cost_eur` 6\./],
];
for (const [at, from, to, says] of others)
  find(`another ${at}`, {
    spec: spec('limits.py', at),
    files: { 'limits.py': limits.replace(from, to) },
    says: [says],
  });
for (const [name, text] of Object.entries({
  'another currency': 'MAX_COST_USD = 0.9\n',
  'a number without unit': 'MAX_DURATION = 900\n',
  'other limits': 'MAX_TOOL_CALLS = 3\nRECURSION_LIMIT = 50\n',
}))
  find(name, { spec: spec('limits.py'), files: { 'limits.py': text }, states: { '/operations/run_limits': 'linked' } });

const spend = evidence('cost-budget');
const budget = (mark = '') => `
models:
  llm:
    provider: azure-openai
operations:
  budget:
    per_day: 120 EUR
    per_call: 0.15 EUR
    stop_at: 200 EUR
${mark}    enforced_by: budget.tf
`;
const stop = 'resource "gateway_budget" "x" {\n  currency = "EUR"\n  stop_at  = 200\n}\n';
spend('the amount at which it stops', {
  spec: budget(),
  files: { 'budget.tf': stop },
  states: { '/operations/budget': 'proven' },
});
spend('another amount', {
  spec: budget('             ^^^^^^^ cost-budget\n'),
  files: { 'budget.tf': stop.replace('200', '2000') },
  says: [/200 EUR here, but budget\.tf:3 has `stop_at` 2000 EUR/],
});
spend('an amount in no currency', {
  spec: budget(),
  files: { 'budget.tf': stop.replace('  currency = "EUR"\n', '') },
  states: { '/operations/budget': 'linked' },
});
for (const [period, state] of [
  ['day', 'proven'],
  ['daily', 'proven'],
  ['rolling', 'proven'],
] as const)
  spend(`a budget by the ${period}`, {
    spec: budget(),
    files: { 'budget.tf': stop.replace('  stop_at', `  period = "${period}"\n  stop_at`) },
    states: { '/operations/budget': state },
  });
for (const name of ['interval', 'time_unit'])
  spend(`an hourly ${name}`, {
    spec: budget(),
    files: { 'budget.tf': stop.replace('  stop_at', `  ${name} = "hourly"\n  stop_at`) },
    states: { '/operations/budget': 'proven' },
  });
spend('a budget by the month', {
  spec: budget('             ^^^^^^^ cost-budget\n'),
  files: { 'budget.tf': stop.replace('  stop_at', '  period = "month"\n  stop_at') },
  says: [/200 EUR is to be the limit of a day, but in budget\.tf:3 `period` is month/],
});
