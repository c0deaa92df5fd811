import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Fate, fateOf } from '../../../core/src/evidence/jobs/shell-fate.ts';
import { readShell } from '../../../core/src/evidence/jobs/shell-syntax.ts';

function fate(script: string, pipefail = false): Fate {
  const { root, commands } = readShell(script);
  const gate = commands.find(({ text }) => /^gate\b|\bscore\b/.test(text));
  assert.ok(gate !== undefined, JSON.stringify(commands));
  return fateOf(root, gate, { errexit: true, pipefail });
}

describe('what a script makes of the failure of `gate`', () => {
  const cases: readonly (readonly [string, Fate['kind'], RegExp?])[] = [
    ['gate', 'fails'],
    ['gate --a "x || true" # || true', 'fails'],
    ['cd eval && gate', 'fails'],
    ['gate\necho done', 'fails'],
    ['gate || exit 1', 'fails'],
    ['gate || { echo failed; exit 1; }', 'fails'],
    ['gate || (echo failed && exit 1)', 'fails'],
    ['if ! gate; then echo failed; exit 1; fi', 'fails'],
    ['if gate; then echo fine; else exit 1; fi', 'fails'],
    ['set +e\ngate\nrc=$?\ncat log\nexit $rc', 'fails'],
    ['set +e\ngate\nif [ $? -ne 0 ]; then\n  exit 1\nfi\necho fine', 'fails'],
    ['set +e\ngate\nrc=$?\nif [[ "$rc" != "0" ]]; then exit 1; fi', 'fails'],
    ['gate || rc=$?\n./comment.sh\nexit ${rc:-0}', 'fails'],
    ['set -o pipefail\ngate | tee log', 'fails'],
    ['set -euo pipefail; gate 2>&1 | tee log', 'fails'],
    ['gate | tee log; exit ${PIPESTATUS[0]}', 'fails'],
    ['for set in a b; do\n  gate $set\ndone\necho done', 'fails'],
    ['run() {\n  gate\n}\nrun', 'fails'],
    ['(cd eval; gate)', 'fails'],
    ['x=$(gate)\necho $x', 'fails'],
    ['x="$(gate "a b")"; echo $x', 'fails'],
    ['set +e\nR=$(gate)\nrc=$?\nexit $rc', 'fails'],
    ['local x; x=$(gate)', 'fails'],
    ["echo '$(gate)'\ngate", 'fails'],
    ['if ! R=$(gate); then exit 1; fi', 'fails'],
    ['gate && echo fine', 'fails'],
    ["bash -c 'gate'", 'fails'],
    ["bash -euo pipefail -c 'gate | tee log'", 'fails'],
    ["bash -ec 'gate; echo done'", 'fails'],
    ['if grep -q score log; then exit 1; fi', 'fails'],
    ['grep -q score log || exit 1', 'fails'],
    ['if (( score < 80 )); then exit 1; fi', 'fails'],
    ['cat <<EOF\ngate || true\nEOF\ngate', 'fails'],
    ['failed=0\nfor s in a b; do gate $s || failed=1; done\nexit $failed', 'fails'],
    ['timeout 5 ls\ngate &> log', 'fails'],
    ['set +e; gate; [ $? -eq 0 ]', 'fails'],
    ['[ -n "$KEY" ] && gate', 'fails'],
    ['gate || true', 'lost', /`\|\| true`/],
    ['gate || :', 'lost'],
    ['gate || exit 0', 'lost', /exit 0/],
    ['gate || echo "failed"', 'lost'],
    ['gate ||\n  echo failed', 'lost'],
    ['gate \\\n  --x || true', 'lost'],
    ['gate || { echo failed; }', 'lost'],
    ['gate || echo failed && echo done', 'lost'],
    ['gate || exit 0 && exit 1', 'lost'],
    ['gate || (exit 0)', 'lost'],
    ['(gate) || true', 'lost'],
    ['{ gate; } || true', 'lost'],
    ['(gate || true) && echo x', 'lost'],
    ['run() { gate; echo x; }\nrun || true', 'lost'],
    ['gate &', 'lost', /`&`/],
    ['gate &\nwait', 'lost'],
    ['nohup ls &\ngate & sleep 1', 'lost'],
    ['gate; true', 'fails'],
    ['set +e; gate; true', 'lost', /set \+e/],
    ['set +e\ngate\nexit 0', 'lost'],
    ['set +e; gate; set -e; [ $? -eq 0 ]', 'lost'],
    ['set +e\ngate\necho done', 'lost'],
    ['set +o errexit\ngate\necho done', 'lost'],
    ['if ! gate; then echo "::warning::failed"; fi', 'lost', /`if ! gate …`/],
    ['if gate; then echo fine; fi', 'lost'],
    ['if gate; then echo fine; else echo bad; fi\nls', 'lost'],
    ['gate && echo fine\necho done', 'lost', /with more behind it/],
    ['! gate\necho done', 'lost', /`!`/],
    ['gate | tee log', 'lost', /`\| tee` without pipefail/],
    ['gate |& tee log', 'lost'],
    ['set -e\ngate 2>&1 | tee log', 'lost'],
    ['for s in a b; do gate $s && break; done\necho x', 'lost'],
    ['for s in a b; do gate $s || continue; done', 'lost'],
    ['if (( score < 80 )); then echo "::warning::low"; fi', 'lost'],
    ['grep -q score log && echo "::warning::low"\necho done', 'lost'],
    ['set +e\ngate\nrc=$?\nif [ $rc -ne 0 ]; then echo bad; fi', 'lost'],
    ['x=$(gate | tail -1)', 'lost', /`\| tail` without pipefail/],
    ['x=$(gate || true)\necho "$x"', 'lost', /`\|\| true`/],
    ['x="$(gate --a "b c")" || true', 'lost', /`\|\| true`/],
    ['x=$(gate; echo done)', 'lost', /`\$\(…\)`/],
    ['export R=$(gate)', 'lost', /`export …\$\(…\)`/],
    ['export R=`gate`\necho done', 'lost'],
    ['declare -r R="$(gate)"', 'lost', /`declare …/],
    ['run() {\n  local r=$(gate)\n  return $?\n}\nrun', 'lost', /`local …/],
    ['echo "score: $(gate)"', 'lost', /`echo …/],
    ['./post.sh "$(gate)"', 'lost'],
    ['exit 0\ngate', 'lost', /never reached/],
    ['true || gate', 'lost', /never reached/],
    ['false && gate', 'lost'],
    ['if false; then gate; fi', 'lost'],
    ["bash -c 'gate || true'", 'lost', /`\|\| true`/],
    ['sh -c "gate; true"', 'lost', /goes on/],
    ['[ -n "$KEY" ] && gate\necho x', 'unsure'],
    ['if [ -z "$KEY" ]; then echo skipped; exit 0; fi\ngate', 'unsure', /end before/],
    ['if [ -n "$KEY" ]; then gate; fi', 'unsure'],
    ['test -f x || exit 0\ngate', 'unsure'],
    ['until gate; do sleep 1; done', 'unsure'],
    ['while read -r one; do gate "$one"; done < list', 'unsure'],
    ['gate & pid=$!\nwait $pid', 'unsure'],
    ["trap 'exit 0' ERR\ngate", 'unsure', /trap/],
    ['gate || rc=$?\nif [ "$STRICT" = yes ]; then exit $rc; fi', 'unsure'],
    ['gate || ./handle.sh', 'lost'],
    ['unused() { gate; }\necho x', 'unsure'],
  ];
  for (const [script, kind, by] of cases) {
    test(script.replaceAll('\n', ' ⏎ '), () => {
      const found = fate(script);
      assert.equal(found.kind, kind, JSON.stringify(found));
      if (by !== undefined && found.kind !== 'fails') assert.match(found.by, by);
    });
  }
  test('a shell that goes on after an error', () => {
    const { root, commands } = readShell('gate\necho done');
    const [command] = commands;
    assert.ok(command !== undefined);
    const found = fateOf(root, command, { errexit: false, pipefail: false });
    assert.deepEqual(found, { kind: 'lost', by: 'its shell goes on after an error' });
  });
  test('a pipe, where the shell fails with any part', () => assert.equal(fate('gate | tee log', true).kind, 'fails'));
});

test('any text is answered', () => {
  const texts = [
    '(',
    ')',
    '{',
    'if',
    'fi',
    'case',
    '<<',
    '((',
    '$(',
    "'",
    '| |',
    '&& ;',
    'for',
    'if if if',
    ...'()|&;"`',
  ];
  for (const text of [...texts, ...texts.map((one) => `${one} `.repeat(20_000)), '(\n'.repeat(50_000)]) {
    const { root, commands } = readShell(text);
    for (const command of commands.slice(0, 3)) fateOf(root, command, { errexit: true, pipefail: false });
  }
});
