// What an editor asks right behind an edit: from the edit to the answer, against a peer and a server that does nothing.
import { fileURLToPath } from 'node:url';
import { edit, spec } from './fixtures.mjs';
import { OpenDocument, pause, Session } from './lsp-session.mjs';
import { cpuOf, median, number, quantile, table } from './measure.mjs';
import { peer } from './peers.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const capabilities = {
  completion: { completionItem: { snippetSupport: true } },
  hover: { contentFormat: ['markdown'] },
  documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  foldingRange: {},
  codeLens: {},
  semanticTokens: { requests: { full: true, range: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
  definition: {},
  references: {},
  rename: { prepareSupport: true },
};

const ours = 'ai-system';
const reference = 'yaml-language-server';
const floor = 'null server (floor)';

const servers = [
  { name: ours, args: [path('../dist/server.js'), '--stdio'], languageId: 'ai-system', capabilities },
  {
    name: reference,
    args: [peer('yaml-language-server/bin/yaml-language-server'), '--stdio'],
    languageId: 'yaml',
    capabilities,
    settings: {
      yaml: {
        validate: true,
        completion: true,
        hover: true,
        format: { enable: true },
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
  { name: floor, args: [path('null-server.mjs')], languageId: 'yaml' },
];

const sizes = [1_000, 10_000];
/** As when keys are measured: the first ones are slower, on either side. */
const warmUp = { 1000: 30, 10000: 5 };
const times = { 1000: 60, 10000: 20 };

/**
 * The id that is renamed. The peer knows no ids: its document says the same with an anchor and its aliases. Of hundreds of
 * aliases it makes seconds, so the longer document is left out.
 */
const owner = 'claims-ops';
const anchored = (text) =>
  text.replaceAll(`owner: ${owner}`, 'owner: *ops').replace('owner: *ops', `owner: &ops ${owner}`);

/**
 * `target`: the greatest part of the peer's p95. `write`: where a letter is typed, behind what is kept of a line and what
 * is added; the request is about the place behind the letter. Others are about the one behind `at`.
 */
const probes = [
  { name: 'completion, value', method: 'completion', target: 0.2, write: { keep: /( {6}class: )(.*)/, letter: 'c' } },
  {
    name: 'completion, key',
    method: 'completion',
    target: 0.2,
    write: { keep: /( {4}owner: .*)()/, add: '\n    ', letter: 'c' },
  },
  { name: 'completion, id', method: 'completion', target: 0.2, write: { keep: /( {4}owner: )(.*)/, letter: 'c' } },
  { name: 'hover, key', method: 'hover', target: 0.2, at: '\n    owner' },
  { name: 'hover, id', method: 'hover', target: 0.2, at: `\n    owner: ${owner}` },
  { name: 'symbols', method: 'documentSymbol', target: 0.3 },
  { name: 'folding', method: 'foldingRange' },
  { name: 'code lens', method: 'codeLens' },
  { name: 'formatting', method: 'formatting', params: { options: { tabSize: 2, insertSpaces: true } } },
  { name: 'definition', method: 'definition', at: `\n    owner: ${owner}`, anchored },
  { name: 'prepare rename', method: 'prepareRename', at: `\n    owner: ${owner}`, anchored },
  { name: 'rename', method: 'rename', at: `\n    owner: ${owner}`, params: { newName: 'renamed' }, anchored },
  { name: 'references', method: 'references', at: `\n    owner: ${owner}`, params: { context: {} }, alone: true },
  { name: 'semantic tokens, all', method: 'semanticTokens/full', alone: true },
  { name: 'semantic tokens, 60 lines', method: 'semanticTokens/range', sixty: true, alone: true },
];

export async function measureRequests(rounds, report) {
  const records = new Map();
  for (let round = 1; round <= rounds; round++) {
    for (const size of sizes) {
      const sessions = servers.map((server) => new Session(server));
      try {
        for (const session of sessions) await session.initialize();
        for (const probe of probesAt(size)) {
          report(`round ${round} of ${rounds}: ${probe.name}, ${size} lines`);
          await ask(sessions, probe, size, records);
        }
      } finally {
        await Promise.all(sessions.map((session) => session.stop()));
      }
    }
  }
  return [comparedTable(records), aloneTable(records)].join('\n\n');
}

function probesAt(size) {
  return probes.filter(({ anchored }) => anchored === undefined || size === sizes[0]);
}

/** The servers take turns at every single request, so that what else the machine does hits each alike. */
async function ask(sessions, probe, size, records) {
  const asked = sessions.filter(({ server }) => !(probe.alone && server.name === reference));
  const documents = asked.map((session) => [session, open(session, probe, size)]);
  for (const [, { document }] of documents) await document.opened;
  for (let i = 0; i < warmUp[size] + times[size]; i++) {
    for (const [session, { document, params }] of documents) {
      const { pid } = session.process;
      const cpu = cpuOf(pid);
      const start = performance.now();
      document.toggle();
      const right = document.right();
      const { result, at } = await session.request(`textDocument/${probe.method}`, params());
      const used = cpuOf(pid) - cpu;
      await right;
      if (session.server.name !== floor && isEmpty(result) && probe.method !== 'formatting')
        throw new Error(`${session.server.name} has no answer: ${probe.name}`);
      if (i < warmUp[size]) continue;
      const key = `${session.server.name} ${size} ${probe.name}`;
      if (!records.has(key)) records.set(key, { ms: [], cpu: [] });
      records.get(key).ms.push(at - start);
      records.get(key).cpu.push(used);
      await pause(5 + 10 * Math.random());
    }
  }
  for (const [, { document }] of documents) document.close();
}

/** In the middle of the document, as `edit` is. */
function open(session, probe, size) {
  const { text: whole, at: middle } = spec(size);
  let [before, after] = [whole.slice(0, middle), whole.slice(middle)];
  let typed = edit;
  if (probe.write !== undefined) {
    const { keep, add = '', letter } = probe.write;
    const [, kept, dropped] = keep.exec(after);
    const end = keep.exec(after).index + kept.length;
    [before, after] = [before + after.slice(0, end) + add, after.slice(end + dropped.length)];
    typed = { insert: letter };
  }
  const says = probe.anchored && session.server.name === reference ? probe.anchored : (text) => text;
  const text = says(before + after);
  const document = new OpenDocument(session, 'ai-system.yaml', { text, at: says(before).length }, typed, false);
  return { document, params: paramsOf(probe, document, text, session) };
}

function paramsOf(probe, document, text, session) {
  const textDocument = { uri: document.uri };
  if (probe.sixty) {
    const { line } = document.cursor();
    const range = { start: { line: line - 30, character: 0 }, end: { line: line + 30, character: 0 } };
    return () => ({ textDocument, range });
  }
  if (probe.write !== undefined) return () => ({ textDocument, position: document.cursor() });
  if (probe.at === undefined) return () => ({ textDocument, ...probe.params });
  const sought = session.server.name === reference && probe.anchored ? probe.at.replace(owner, '*ops') : probe.at;
  const found = text.indexOf(sought, text.length * 0.45) + sought.length - 1;
  const before = text.slice(0, found).split('\n');
  const position = { line: before.length - 1, character: before.at(-1).length };
  return () => ({ textDocument, position, ...probe.params });
}

function isEmpty(result) {
  return result === null || result === undefined || (result.items ?? result).length === 0;
}

function part(value, whole) {
  return `${number(value)} (${(value / whole).toPrecision(2)})`;
}

function comparedTable(records) {
  const rows = sizes.flatMap((size) =>
    probesAt(size).flatMap(({ name, target, alone }) => {
      if (alone) return [];
      const [mine, theirs, nothing] = servers.map((server) => records.get(`${server.name} ${size} ${name}`));
      const ratio = quantile(mine.ms, 0.95) / quantile(theirs.ms, 0.95);
      return [
        [
          name,
          size,
          part(median(mine.ms), median(theirs.ms)),
          part(quantile(mine.ms, 0.95), quantile(theirs.ms, 0.95)),
          part(median(mine.cpu), median(theirs.cpu)),
          number(median(theirs.ms)),
          number(quantile(theirs.ms, 0.95)),
          number(median(theirs.cpu)),
          number(quantile(nothing.ms, 0.95)),
          target === undefined ? '-' : `${target}: ${ratio <= target ? 'met' : 'not met'}`,
        ],
      ];
    }),
  );
  const head = [
    'request',
    'lines',
    'p50',
    'p95',
    'CPU',
    'peer p50',
    'peer p95',
    'peer CPU',
    'floor p95',
    'p95, target',
  ];
  return `**Requests right behind an edit** (ms; in brackets: part of ${reference})\n\n${table(head, rows)}`;
}

function aloneTable(records) {
  const rows = sizes.flatMap((size) =>
    probesAt(size).flatMap(({ name, alone }) => {
      if (!alone) return [];
      const mine = records.get(`${ours} ${size} ${name}`);
      const nothing = records.get(`${floor} ${size} ${name}`);
      const values = [median(mine.ms), quantile(mine.ms, 0.95), median(mine.cpu), quantile(nothing.ms, 0.95)];
      return [[name, size, ...values.map(number)]];
    }),
  );
  const head = ['request', 'lines', 'p50', 'p95', 'CPU', 'floor p95'];
  return `**The same, which ${reference} does not answer** (ms)\n\n${table(head, rows)}`;
}
