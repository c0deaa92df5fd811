import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inexact } from '../../core/src/rules/versions.ts';
import { marked, requirement } from '../support/requirement.ts';

const id = 'model-pinned';
const { find, states } = requirement(id);
const version = (line: string) => `models:\n  answer-llm:\n    role: generate\n${line}\n`;

for (const exact of [
  'gpt-4.1-2025-04-14',
  'gpt-4-0613',
  'gpt-35-turbo-0125',
  'gpt-4o (2024-08-06)',
  '2024-08-06',
  'gpt-oss-120b',
  'claude-sonnet-4-5-20250929',
  'claude-3-5-sonnet@20240620',
  'anthropic.claude-3-5-sonnet-20240620-v1:0',
  'claude-opus-4-6',
  'gemini-2.0-flash-001',
  'text-embedding-3-large',
  'bge-m3@5617a9f',
  'bge-reranker-v2-m3',
  '2026.10.1+3f9c2ad',
  '1.10',
  'v7',
  'deadbeef',
]) {
  test(`exact: ${exact}`, () => assert.equal(inexact(exact), undefined));
}

for (const name of [
  'latest',
  'gpt-4o-latest',
  'claude-3-5-sonnet-latest',
  'llama3:latest',
  'main',
  'prod',
  'gpt-4o',
  'gpt-4.1-mini',
  'azure/gpt-5',
  'o3-mini',
  'claude-sonnet-4-5',
  'claude-3-haiku',
  '^1.2',
  '1.x',
  '2.*',
  'mistral-large',
]) {
  test(`not exact: ${name}`, () => assert.notEqual(inexact(name), undefined));
}

find('a name that moves, in a pilot', version(marked('    version: latest', 'latest', id)), 'pilot', /"latest" moves/);
find('a family', version(marked('    version: gpt-4o', 'gpt-4o', id)), 'production', /which member answers/);
find('what 1.10 is to other readers is told by `unquoted-version`', version('    version: 1.10'));
find('no models', 'system:\n  type: llm\n');
states('every model is looked at', 'models:\n  a:\n    version: v1\n  b:\n    version: latest\n', [
  '/models/a declared',
  '/models/b hollow',
]);
