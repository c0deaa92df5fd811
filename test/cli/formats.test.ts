import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { folder, put, run, text } from './command.ts';
import { both, broken, clean, foreign, unquoted } from './specs.ts';

const valid = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync('schemas/check-output.schema.json', 'utf8')),
);

const files = {
  'a/ai-system.yaml': both,
  'b.ai-system.yaml': unquoted,
  'c.ai-system.yaml': clean,
  'd.ai-system.yaml': foreign,
  'e.ai-system.yaml': Buffer.from(`\ufeff${clean}`, 'utf16le'),
  'f.ai-system.yaml': '',
  'ai-system.config.yaml': 'no-such-setting: 1\n',
};

/** Examples bring requirements, assessments and unsafe fixes of every kind. */
const examples = ['rag-pilot', 'rag-production', 'model-production', 'agent-production', 'llm-pilot'].map(
  (name) => `examples/${name}/ai-system.yaml`,
);
const stages = ['pilot', 'pre-production', 'production'];

test('JSON fits its schema: one of everything', (t) => {
  const { stdout, code } = run(['check', '--format', 'json'], { cwd: folder(t, files) });
  assert.equal(code, 1);
  const report = parse(stdout);
  assert.deepEqual(
    report.specs.map(({ path }) => path),
    [
      'a/ai-system.yaml',
      'b.ai-system.yaml',
      'c.ai-system.yaml',
      'd.ai-system.yaml',
      'e.ai-system.yaml',
      'f.ai-system.yaml',
    ],
  );
  assert.equal(report.summary.skipped, report.specs.filter((spec) => spec.skipped !== undefined).length);
  const found = [...report.specs, ...report.configs].flatMap(({ findings = [] }) => findings);
  assert.equal(report.summary.errors, found.filter(({ severity }) => severity === 'error').length);
  assert.equal(report.summary.warnings, found.filter(({ severity }) => severity === 'warning').length);
});

for (const stage of stages) {
  test(`JSON fits its schema: the examples judged at ${stage}`, () => {
    const { stdout } = run(['check', '--format', 'json', '--stage', stage, '--as-of', '2026-11-22', ...examples]);
    const { specs } = parse(stdout);
    assert.equal(specs.length, examples.length);
    for (const spec of specs) assert.equal(spec.stage?.judged, stage);
  });
}

test('JSON: a fix in full', (t) => {
  const { stdout } = run(['check', '--format', 'json', 'b.ai-system.yaml'], { cwd: folder(t, files) });
  const finding = parse(stdout).specs[0]?.findings?.find(({ rule }) => rule === 'unquoted-version');
  assert.deepEqual(finding?.range, { start: { line: 7, column: 14 }, end: { line: 7, column: 18 } });
  assert.deepEqual(
    finding?.fixes.slice(0, 1).map(({ kind, safe, edits }) => ({ kind, safe, edits })),
    [{ kind: 'normalise', safe: true, edits: [{ range: finding?.range, text: '"1.10"' }] }],
  );
});

test('JSON: nothing to check is still a report', (t) => {
  const report = parse(run(['check', '--format', 'json', '--allow-empty'], { cwd: folder(t) }).stdout);
  assert.deepEqual([report.specs, report.configs, report.summary.specs], [[], [], 0]);
});

test('JSON: no absolute paths, and the same bytes from every place and time', (t) => {
  const one = folder(t, files);
  const two = folder(t, files);
  const report = (cwd: string) =>
    run(['check', '--format', 'json', '--as-of', '2026-11-22', '--format', 'sarif'], { cwd }).stdout;
  assert.equal(report(one), report(two));
  assert.ok(!report(one).includes(one) && !/"\/(?:tmp|home|root|Users)\b/.test(report(one)));
});

test('--quiet leaves out what is no error, and counts it', (t) => {
  const report = parse(
    run(['check', '--format', 'json', '--quiet', 'a'], { cwd: folder(t, { 'a/ai-system.yaml': both }) }).stdout,
  );
  assert.deepEqual(new Set(report.specs[0]?.findings?.map(({ severity }) => severity)), new Set(['error']));
  assert.ok(report.summary.warnings > 0);
});

test('several reports in one run say the same', (t) => {
  const at = folder(t, files);
  const args = [
    'check',
    '--format',
    'concise',
    '--format',
    'json=r.json',
    '--format',
    'sarif=r.sarif',
    '--format=github=r.txt',
  ];
  const { stdout } = run(args, { cwd: at });
  const specs = parse(text(at, 'r.json')).specs;
  const configs = parse(text(at, 'r.json')).configs;
  const expected = [...specs, ...configs].flatMap(({ path, findings = [] }) =>
    findings.map(({ rule, range: { start } }) => `${path}:${start.line}:${start.column} ${rule}`),
  );
  const fromConcise = [...stdout.matchAll(/^(.+:\d+:\d+): (?:error|warning|info): .* \[(.+)\]$/gm)].map(
    ([, place, rule]) => `${place} ${rule}`,
  );
  const fromSarif = sarif(text(at, 'r.sarif')).results.map(({ ruleId, locations }) => {
    const { artifactLocation, region } = locations[0]!.physicalLocation;
    return `${artifactLocation.uri}:${region.startLine}:${region.startColumn} ${ruleId}`;
  });
  const fromGithub = [...text(at, 'r.txt').matchAll(/^::\w+ file=(.+?),line=(\d+),.*?title=([a-z-]+)::/gm)].map(
    ([, file, line, rule]) => `${file}:${line} ${rule}`,
  );
  assert.ok(expected.length >= 5);
  assert.deepEqual(fromConcise.toSorted(), expected.toSorted());
  assert.deepEqual(fromSarif.toSorted(), expected.toSorted());
  assert.deepEqual(fromGithub.toSorted(), expected.map((line) => line.replace(/:\d+ /, ' ')).toSorted());
});

test('SARIF: what GitHub requires', (t) => {
  const at = folder(t, { ...files, 'ä b#%/x.ai-system.yaml': broken });
  const run_ = sarif(run(['check', '--format', 'sarif'], { cwd: at }).stdout);
  assertSarif(run_);
  assert.ok(
    run_.results.some(
      ({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri === '%C3%A4%20b%23%25/x.ai-system.yaml',
    ),
  );
  const fixed = run_.results.find(({ ruleId }) => ruleId === 'unquoted-version');
  assert.deepEqual(fixed?.fixes?.[0]?.artifactChanges[0]?.replacements, [
    {
      deletedRegion: { startLine: 7, startColumn: 14, endLine: 7, endColumn: 18 },
      insertedContent: { text: '"1.10"' },
    },
  ]);
});

for (const stage of stages) {
  test(`SARIF: the examples judged at ${stage}`, () => {
    assertSarif(
      sarif(run(['check', '--format', 'sarif', '--stage', stage, '--as-of', '2026-11-22', ...examples]).stdout),
    );
  });
}

test('SARIF and annotations name files from the root of the repository', (t) => {
  const at = folder(t, { '.git/HEAD': '', 'services/claims/ai-system.yaml': broken });
  const { stdout } = run(['check', '--format', 'github', '--format', 'sarif=r.sarif'], { cwd: `${at}/services` });
  assert.match(
    stdout,
    /^::error file=services\/claims\/ai-system\.yaml,line=5,endLine=5,col=3,endColumn=7,title=unknown-key::/,
  );
  const [result] = sarif(text(at, 'services/r.sarif')).results;
  assert.equal(result?.locations[0]?.physicalLocation.artifactLocation.uri, 'services/claims/ai-system.yaml');
});

test('SARIF: fingerprints stay when lines move, and are those that GitHub computes', (t) => {
  const at = folder(t, { 'ai-system.yaml': broken });
  const fingerprints = () =>
    sarif(run(['check', '--format', 'sarif'], { cwd: at }).stdout).results.map(
      ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
    );
  const [first] = fingerprints();
  put(at, 'ai-system.yaml', `# a comment\n\n${broken}`);
  assert.deepEqual(fingerprints(), [first]);
  put(at, 'ai-system.yaml', broken.replaceAll('\n', '\r\n'));
  assert.deepEqual(fingerprints(), [first]);
  assert.equal(first, 'ba9fff111c1b56a8:1');
});

test('SARIF: what could not be judged is told, and that the run was no success', (t) => {
  const at = folder(t, { 'ai-system.yaml': clean });
  const { stdout, code } = run(['check', '--format', 'sarif', 'ai-system.yaml', 'gone.yaml'], { cwd: at });
  assert.equal(code, 2);
  assert.deepEqual(sarif(stdout).invocations, [
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'gone.yaml: no such file or directory' } }],
    },
  ]);
});

interface JsonReport {
  readonly specs: readonly JsonSpec[];
  readonly configs: readonly JsonSpec[];
  readonly summary: Readonly<Record<'specs' | 'skipped' | 'errors' | 'warnings', number>>;
}

interface JsonSpec {
  readonly path: string;
  readonly skipped?: string;
  readonly stage?: { readonly judged: string };
  readonly findings?: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly range: { readonly start: { readonly line: number; readonly column: number } };
    readonly fixes: readonly { readonly kind: string; readonly safe: boolean; readonly edits: readonly unknown[] }[];
  }[];
}

function parse(stdout: string): JsonReport {
  const report = JSON.parse(stdout);
  assert.equal(valid(report), true, JSON.stringify(valid.errors, null, 2));
  return report;
}

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[] };
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly SarifRule[] } };
  readonly columnKind: string;
  readonly invocations: readonly unknown[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: Readonly<Record<string, number>>;
      };
    }[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly fixes?: readonly { readonly artifactChanges: readonly { readonly replacements: readonly unknown[] }[] }[];
  }[];
}

function sarif(stdout: string): SarifRun {
  const log = JSON.parse(stdout);
  assert.equal(log.version, '2.1.0');
  assert.match(log.$schema, /sarif-2\.1\.0\.json$/);
  assert.equal(log.runs.length, 1);
  return log.runs[0];
}

function assertSarif({ tool, columnKind, results }: SarifRun): void {
  assert.equal(columnKind, 'utf16CodeUnits');
  assert.equal(tool.driver.name, 'AI System Spec');
  assert.ok(results.length > 0 && results.length <= 25_000);
  const ids = tool.driver.rules.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);

  for (const rule of tool.driver.rules) {
    const { id, shortDescription, fullDescription, help, defaultConfiguration, properties } = rule;
    for (const { text } of [shortDescription, fullDescription]) assert.ok(text.length > 0 && text.length <= 1024, id);
    assert.ok(help.text.length > 0 && help.markdown.length > 0, id);
    assert.match(defaultConfiguration.level, /^(error|warning|note)$/);
    assert.ok(properties.tags.length <= 10 && new Set(properties.tags).size === properties.tags.length, id);
  }
  for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of results) {
    assert.equal(ids[ruleIndex], ruleId);
    assert.match(level, /^(error|warning|note)$/);
    assert.ok(message.text.length > 0);
    assert.equal(locations.length, 1);
    const { artifactLocation, region } = locations[0]!.physicalLocation;
    assert.match(artifactLocation.uri, /^[^/:\\ ][^:\\ ]*$/);
    const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region;
    assert.ok(startLine >= 1 && startColumn >= 1 && endColumn >= 1);
    assert.ok(endLine > startLine || (endLine === startLine && endColumn >= startColumn));
    assert.match(partialFingerprints.primaryLocationLineHash ?? '', /^[0-9a-f]{1,16}:[1-9]\d*$/);
  }
}
