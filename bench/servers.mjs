// The language server against a peer and against a server that does nothing.
import { fileURLToPath } from 'node:url';
import { edit, spec } from './fixtures.mjs';
import { OpenDocument, pause, Session } from './lsp-session.mjs';
import { cpuOf, median, memoryOf, number, quantile, table } from './measure.mjs';
import { peer } from './peers.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const servers = [
  { name: 'ai-system (push)', args: [path('../dist/server.js'), '--stdio'], languageId: 'ai-system' },
  { name: 'ai-system (pull)', args: [path('../dist/server.js'), '--stdio'], languageId: 'ai-system', pull: true },
  {
    name: 'yaml-language-server',
    args: [peer('yaml-language-server/bin/yaml-language-server'), '--stdio'],
    languageId: 'yaml',
    settings: {
      yaml: {
        validate: true,
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
        maxItemsComputed: 100_000,
        schemas: { [new URL('../schemas/ai-system.schema.json', import.meta.url).href]: ['*.yaml'] },
      },
      http: {},
      files: {},
      editor: {},
    },
  },
  { name: 'null server (floor)', args: [path('null-server.mjs')], languageId: 'yaml' },
];

const sizes = [1_000, 10_000];
const warmUp = 30;
const keys = 30;
const burst = 21;
const manyDocuments = 50;

/** Everything in turn, so that what else the machine does hits each server alike. */
export async function measureServers(rounds, report) {
  const records = new Map(sizes.flatMap((size) => servers.map((server) => [`${size} ${server.name}`, emptyRecord()])));
  const many = new Map(servers.map(({ name }) => [name, { time: [], cpu: [], memory: [] }]));
  for (const server of servers) await firstStart(server, spec(sizes[0]));
  for (let round = 1; round <= rounds; round++) {
    for (const size of sizes) {
      const document = spec(size);
      for (const server of servers) {
        report(`round ${round} of ${rounds}: ${server.name}, ${size} lines`);
        await typing(server, document, records.get(`${size} ${server.name}`));
      }
    }
    for (const server of servers) {
      report(`round ${round} of ${rounds}: ${server.name}, ${manyDocuments} documents`);
      await manyOpen(server, spec(sizes[0]), many.get(server.name));
    }
  }
  return [typingTable(records), manyTable(many)].join('\n\n');
}

/** Not measured: only the first start after an update is without the code that V8 compiled in an earlier one. */
async function firstStart(server, text) {
  const session = new Session(server);
  try {
    await session.initialize();
    await new OpenDocument(session, 'ai-system.yaml', text, edit).opened;
  } finally {
    await session.stop();
  }
}

function emptyRecord() {
  return { start: [], key: [], cpu: [], memory: [], publishes: [], settled: [] };
}

async function typing(server, text, record) {
  const session = new Session(server);
  const pid = session.process.pid;
  try {
    await session.initialize();
    const document = new OpenDocument(session, 'ai-system.yaml', text, edit);
    record.start.push((await document.opened) - session.started);

    // The first keystrokes are slower: the code is not warm yet. A day of work is measured, not its first minute.
    for (let i = 0; i < warmUp; i++) await document.keystroke();
    await pause(100);
    const before = cpuOf(pid);
    for (let i = 0; i < keys; i++) {
      record.key.push(await document.keystroke());
      await pause(20 + 20 * Math.random());
    }
    record.cpu.push((cpuOf(pid) - before) / keys);
    record.memory.push(memoryOf(pid));

    await pause(500);
    await editAtOnce(session, document, record);
  } finally {
    await session.stop();
  }
}

async function editAtOnce(session, document, record) {
  let publishes = 0;
  const count = () => publishes++;
  session.listeners.add(count);
  for (let i = 0; i < burst; i++) document.toggle();
  const start = performance.now();
  record.settled.push((await document.right()) - start);
  await pause(1_000);
  session.listeners.delete(count);
  if (!session.server.pull) record.publishes.push(publishes);
}

async function manyOpen(server, text, record) {
  const session = new Session(server);
  try {
    await session.initialize();
    const start = performance.now();
    const documents = Array.from(
      { length: manyDocuments },
      (_, n) => new OpenDocument(session, `${n}.ai-system.yaml`, text, edit),
    );
    record.time.push(Math.max(...(await Promise.all(documents.map(({ opened }) => opened)))) - start);
    // What is known later, such as what artifacts say, costs as well.
    await pause(2_000);
    record.cpu.push(cpuOf(session.process.pid));
    record.memory.push(memoryOf(session.process.pid));
  } finally {
    await session.stop();
  }
}

const reference = 'yaml-language-server';

/** The value, and what part of the reference's it is. */
function withRatio(value, referenceValue) {
  if (value === undefined || referenceValue === undefined || value === referenceValue) return number(value);
  return `${number(value)} (${(value / referenceValue).toPrecision(2)})`;
}

function typingTable(records) {
  const columns = [
    ['spawn to diagnostics', ({ start }) => median(start)],
    ['key p50', ({ key }) => median(key)],
    ['key p95', ({ key }) => quantile(key, 0.95)],
    ['CPU per key', ({ cpu }) => median(cpu)],
    ['RSS MB', ({ memory }) => median(memory)],
    [`${burst} edits: publishes`, ({ publishes }) => median(publishes)],
    [`${burst} edits: settled`, ({ settled }) => median(settled)],
  ];
  const rows = sizes.flatMap((size) =>
    servers.map(({ name }) => {
      const cell = ([, value]) =>
        withRatio(value(records.get(`${size} ${name}`)), value(records.get(`${size} ${reference}`)));
      return [name, size, ...columns.map(cell)];
    }),
  );
  return `**Language server** (ms; in brackets: part of ${reference})\n\n${table(['server', 'lines', ...columns.map(([name]) => name)], rows)}`;
}

function manyTable(many) {
  const columns = [
    ['all right after', ({ time }) => median(time)],
    ['CPU', ({ cpu }) => median(cpu)],
    ['RSS MB', ({ memory }) => median(memory)],
  ];
  const rows = servers.map(({ name }) => [
    name,
    ...columns.map(([, value]) => withRatio(value(many.get(name)), value(many.get(reference)))),
  ]);
  return `**${manyDocuments} open documents of 1,000 lines** (ms)\n\n${table(['server', ...columns.map(([name]) => name)], rows)}`;
}
