import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionShown } from '../../../core/src/evidence/jobs/condition.ts';
import { programOf } from '../../../core/src/evidence/jobs/shell-words.ts';
import { judged } from '../../support/evidence.ts';

/** Of no shape that anybody would know for a secret. */
const planted = 'hunter2';

const spec = (blocks: string) => `indexes:
  a:
    refresh:
      mode: schedule
      cron: "30 4 * * *"
      timezone: UTC
      takes: 10m
      job: .github/workflows/refresh.yml
    max_age: 26h
evaluation:
  gate:
    job: .github/workflows/eval.yml
    runs_when:
      - index
    blocks: ${blocks}
`;
const workflow = (job: string) =>
  `on:\n  schedule:\n    - cron: "30 4 * * *"\n  pull_request:\n  push:\njobs:\n  evaluate:\n${job}`;
const run = (script: string, more = '') =>
  workflow(`    steps:\n      - run: |\n${script.replaceAll(/^/gm, '          ')}\n${more}`);
const gate = '    steps:\n      - run: python -m eval.gate\n';

const workflows: Readonly<Record<string, string>> = {
  'the condition of a job': workflow(`    if: secrets.KEY == '${planted}'\n${gate}`),
  'a condition that never holds': workflow(`    if: github.event_name == 'x' && secrets.KEY == '${planted}'\n${gate}`),
  'the condition of a step': workflow(`${gate}        if: secrets.KEY == '${planted}'\n`),
  'a text whose quote is left open': workflow(`${gate}        if: secrets.KEY == '${planted}\n`),
  'a text in double quotes': workflow(`${gate}        if: secrets.KEY == "${planted}"\n`),
  'what is tolerated': workflow(`    continue-on-error: \${{ env.A == '${planted}' }}\n${gate}`),
  'what a step tolerates': workflow(`${gate}        continue-on-error: \${{ env.A == '${planted}' }}\n`),
  'a matrix': workflow(`    strategy: {matrix: "\${{ fromJSON('${planted}') }}"}\n${gate}`),
  'a job that is waited for': workflow(`    needs: pre\n${gate}  pre:\n    if: env.A == '${planted}'\n    steps: []\n`),
  'what stands behind ||': run(`python -m eval.gate || curl -H "X-Key: ${planted}" https://x.example`),
  'what stands behind || in words': run(`python -m eval.gate || ${planted}=1 ./send ${planted}`),
  'what stands behind &&': run(`python -m eval.gate && ./send ${planted}\necho done`),
  'what stands behind a pipe': run(`python -m eval.gate | ./send --key ${planted}`),
  'what is asked': run(`if ! python -m eval.gate --key ${planted}; then ./send ${planted}; fi`),
  'what is compared': run(`[ "$SCORE" = "${planted}" ] || echo "score"`),
  'what is given to a variable': run(`export R=$(python -m eval.gate --key ${planted})`),
  'a command that calls a file': run(`make eval KEY=${planted}`),
  'a command with a variable in front': run(`KEY=${planted} ./gate.sh ${planted}`),
  'a command of which nothing is known': run(`python -m something --key ${planted}`),
  'a command that is a text': run(`"./${planted}" gate`),
  'a linter': run(`ruff check --config ${planted}`),
  'a command that is printed': run(`echo python -m refresh --key ${planted}`),
  'a comment in place of a command': run(`# python -m refresh --key ${planted}`),
  'a command that deploys': run(`./deploy.sh ${planted}`, '      - run: python -m eval.gate\n'),
  'a deployment in any case': workflow(
    `${gate}  deploy:\n    needs: evaluate\n    if: always() && env.A == '${planted}'\n    steps: []\n`,
  ),
  'a step that judges later': workflow(
    `${gate}        id: gate\n        continue-on-error: true\n      - run: ./x \${{ steps.gate.outcome }} ${planted}\n`,
  ),
  'a cron': workflow(gate).replace('30 4 * * *', `${planted} 4 * * *`),
  'a cron in a comment': workflow(gate)
    .replace('  schedule:\n    - cron: "30 4 * * *"', `  # schedule:\n  #   - cron: "${planted} 4 * * *"`)
    .replace('  pull_request:\n  push:\n', '  workflow_dispatch:\n'),
};

describe('what messages and facts quote', () => {
  for (const [name, text] of Object.entries(workflows)) {
    test(name, async () => {
      assert.ok(text.includes(planted));
      for (const blocks of ['merge', 'deploy']) {
        const files = { '.github/workflows/eval.yml': text, '.github/workflows/refresh.yml': text };
        const { assessments, findings } = await judged(spec(blocks), { files });
        const told = JSON.stringify([
          assessments.map(({ reason, facts }) => [reason, facts]),
          findings.map(({ message, related }) => [message, related]),
        ]);
        assert.match(told, /eval\.yml/);
        assert.ok(!told.includes(planted), told.slice(Math.max(0, told.indexOf(planted) - 200), told.indexOf(planted)));
      }
    });
  }
});

describe('a condition', () => {
  const cases: readonly (readonly [string, string])[] = [
    ["github.event_name == 'push'", "github.event_name == 'push'"],
    ["'push' != github.event_name", "'push' != github.event_name"],
    ["startsWith(github.ref, 'refs/tags/')", "startsWith(github.ref, 'refs/tags/')"],
    ["github.actor != 'dependabot[bot]' && vars.A == 'b'", "github.actor != 'dependabot[bot]' && vars.A == '…'"],
    ["needs.a.outputs.b == 'true' || env.A != ''", "needs.a.outputs.b == 'true' || env.A != ''"],
    ["github.event.pull_request.title == 'a'", "github.event.pull_request.title == '…'"],
    ["contains(secrets.A, 'it''s')", "contains(secrets.A, '…''…')"],
    ["github.ref == env.A || 'b'", "github.ref == env.A || '…'"],
  ];
  for (const [written, expected] of cases) test(written, () => assert.equal(conditionShown(written), expected));
});

describe('a command', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['python -m eval.gate --key x', 'python -m eval.gate'],
    ['python3.12 tests/run.py x', 'python3.12 tests/run.py'],
    ['KEY="a b" make eval', 'make eval'],
    ['uv run pytest tests/eval', 'uv run pytest'],
    ['sudo docker run -e KEY=x image', 'sudo docker run'],
    ['npm run eval -- --key x', 'npm run eval'],
    ['exit 1', 'exit 1'],
    ['[ "$A" = x ]', '[ … ]'],
    ['(( A < 3 ))', '(( … ))'],
    ['"$TOOL" x', '…'],
    ['mysql -px', 'mysql'],
    ['', ''],
  ];
  for (const [written, expected] of cases) test(written, () => assert.equal(programOf(written), expected));
});
