// Typing in a spec whose artifacts are there, against the same spec alone: a keystroke waits for no file.
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { edit, spec } from './fixtures.mjs';
import { OpenDocument, pause, Session } from './lsp-session.mjs';
import { cpuOf, median, number, quantile, table } from './measure.mjs';
import { peer } from './peers.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const server = { args: [path('../dist/server.js'), '--stdio'], languageId: 'ai-system' };

const cases = [
  { name: 'with its artifacts', ...server, files: path('../examples/rag-production') },
  { name: 'not trusted: nothing is looked at', ...server, options: { trusted: false } },
  {
    name: 'yaml-language-server',
    args: [peer('yaml-language-server/bin/yaml-language-server'), '--stdio'],
    languageId: 'yaml',
    settings: {
      yaml: {
        validate: true,
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
        schemas: { [new URL('../schemas/ai-system.schema.json', import.meta.url).href]: ['*.yaml'] },
      },
    },
  },
];
const lines = 1_000;
const warmUp = 30;
const keys = 60;

export async function measureArtifacts(rounds, report) {
  const records = new Map(cases.map(({ name }) => [name, { start: [], key: [], cpu: [] }]));
  for (let round = 1; round <= rounds; round++) {
    for (const one of cases) {
      report(`round ${round} of ${rounds}: ${one.name}`);
      await typing(one, records.get(one.name));
    }
  }
  const reference = records.get('yaml-language-server');
  const part = (value, whole) =>
    value === whole ? number(value) : `${number(value)} (${(value / whole).toPrecision(2)})`;
  const rows = cases.map(({ name }) => {
    const { start, key, cpu } = records.get(name);
    return [
      name,
      part(median(start), median(reference.start)),
      part(median(key), median(reference.key)),
      part(quantile(key, 0.95), quantile(reference.key, 0.95)),
      part(median(cpu), median(reference.cpu)),
    ];
  });
  const head = ['spec of 1,000 lines', 'spawn to diagnostics', 'key p50', 'key p95', 'CPU per key'];
  return `**With artifacts** (ms; in brackets: part of yaml-language-server)\n\n${table(head, rows)}`;
}

async function typing(one, record) {
  const session = new Session(one);
  try {
    if (one.files !== undefined) cpSync(one.files, session.folder, { recursive: true });
    await session.initialize(one.options);
    const document = new OpenDocument(session, 'ai-system.yaml', spec(lines), edit);
    record.start.push((await document.opened) - session.started);
    for (let key = 0; key < warmUp; key++) await document.keystroke();
    await pause(500);
    const before = cpuOf(session.process.pid);
    for (let key = 0; key < keys; key++) {
      record.key.push(await document.keystroke());
      await pause(20 + 20 * Math.random());
    }
    record.cpu.push((cpuOf(session.process.pid) - before) / keys);
  } finally {
    await session.stop();
  }
}
