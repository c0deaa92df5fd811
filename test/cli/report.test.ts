import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, run } from './command.ts';
import { broken, clean, foreign } from './specs.ts';

const pilot = 'examples/rag-pilot';
const production = 'examples/rag-production';
const when = ['--as-of', '2026-11-22'];

test('a system that is ready', () => {
  const { code, stdout, stderr } = run(['report', production, ...when]);
  assert.equal(code, 0);
  assert.equal(stderr, '');
  assert.match(stdout, /Nothing blocks production\. Earned production/);
  assert.match(stdout, /7 of 7 questions answered/);
  assert.match(stdout, /Waived\n {2}- source-tested \(claim-record/);
});

test('what blocks a promotion, numbered, each with its place', () => {
  const { code, stdout } = run(['report', pilot, ...when, '--stage', 'production']);
  assert.equal(code, 0, 'a report is no gate');
  assert.match(stdout, /Claims pilot, judged as production\./);
  assert.match(stdout, /What blocks production, in the order to work on it\n {2}1\. /);
  assert.match(stdout, /examples\/rag-pilot\/ai-system\.yaml:\d+/);
});

test('what a state means, and how far the questions are asked', () => {
  const { stdout } = run(['report', 'examples/agent-pilot', ...when]);
  assert.match(stdout, /\nThe questions, as far as they are asked at pilot\n/);
  assert.match(stdout, /\n\n {2}◔ declared: well formed; the names in it lead somewhere\n/);
  assert.match(run(['report', production, ...when]).stdout, /\nThe questions\n/);
});

test('lines stay within the width', () => {
  const { stdout } = run(['report', pilot, ...when, '--stage', 'production']);
  const long = stdout.split('\n').filter((line) => line.length > 100 && !/^ {2}(?:Q\d| {2}) /.test(line));
  assert.deepEqual(long, []);
});

test('--gate stops a promotion that is not earned', () => {
  assert.equal(run(['report', pilot, ...when, '--stage', 'production', '--gate']).code, 1);
  assert.equal(run(['report', production, ...when, '--gate']).code, 0);
});

test('three formats at once, into files', (t) => {
  const out = folder(t, {});
  const files = ['a.md', 'b.html', 'c.json'].map((name) => join(out, name));
  const formats = ['markdown', 'html', 'json'].map((format, index) => `--format=${format}=${files[index]}`);
  const { code, stdout } = run(['report', pilot, production, ...when, ...formats]);
  assert.equal(code, 0);
  assert.equal(stdout, '');
  const [md = '', html = '', json = ''] = files.map((file) => readFileSync(file, 'utf8'));
  assert.match(md, /^## claims-assistant\n[\s\S]+```mermaid\nflowchart LR\n[\s\S]+\n## claims-assistant\n/);
  assert.match(html, /^<!doctype html>[\s\S]+<title>Readiness of 2 AI systems<\/title>[\s\S]+<\/html>\n$/);
  const ids = JSON.parse(json).specs[0].questions.map(({ id }: { id: string }) => id);
  assert.deepEqual(ids, ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'done', 'governance', 'rest']);
});

test('a retired system is asked nothing', (t) => {
  const { code, stdout } = run(['report'], { cwd: folder(t, { 'ai-system.yaml': clean }) });
  assert.equal(code, 0);
  assert.match(stdout, /Nothing is wrong\. Retired/);
  assert.doesNotMatch(stdout, /questions/i);
});

test('an error in the file blocks', (t) => {
  const cwd = folder(t, { 'ai-system.yaml': broken });
  const { code, stdout } = run(['report', '--gate'], { cwd });
  assert.equal(code, 1);
  assert.match(stdout, /Errors in the file\n {2}- .+ownr/);
});

test('nothing to report', (t) => {
  assert.equal(run(['report'], { cwd: folder(t, {}) }).code, 2);
  assert.equal(run(['report', '--allow-empty'], { cwd: folder(t, {}) }).code, 0);
  const somebodyElses = run(['report'], { cwd: folder(t, { 'ai-system.yaml': foreign }) });
  assert.equal(somebodyElses.code, 2);
  assert.match(somebodyElses.stdout, /skipped/);
});

test('a report does not overwrite a spec', (t) => {
  const cwd = folder(t, { 'ai-system.yaml': clean });
  assert.equal(run(['report', '--format', 'html=ai-system.yaml'], { cwd }).code, 2);
  assert.equal(readFileSync(join(cwd, 'ai-system.yaml'), 'utf8'), clean);
  assert.ok(!existsSync(join(cwd, 'html')));
});

test('what the configuration lowers is listed, and earns nothing', (t) => {
  const spec = readFileSync(join(pilot, 'ai-system.yaml'), 'utf8');
  const cwd = folder(t, { 'ai-system.yaml': spec, 'ai-system.config.yaml': 'rules:\n  alert-quality: off\n' });
  const { stdout } = run(['report', '--stage', 'production', ...when], { cwd });
  assert.match(stdout, /Asked less of by the configuration.+\n {2}- `?rules\.alert-quality/);
  assert.doesNotMatch(stdout, /\d+\. .+alert-quality/);
  assert.match(stdout, /Earned no stage yet/);
});
