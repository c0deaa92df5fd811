import { readObjectives } from '../../evidence/alerts/slo.ts';
import { readApi } from '../../evidence/contracts/api.ts';
import { readContract } from '../../evidence/contracts/contract.ts';
import type { Found, Seen } from '../found.ts';
import { idOf, nameOf } from '../names.ts';
import type { Finder, Surveyed } from '../surveyed.ts';

const prose = /\.(?:md|rst|adoc|txt|pdf|docx)$/i;

/** Documents that the name tells, each for the one field that asks for it. */
const named: readonly (readonly [path: readonly string[], pattern: RegExp, what: string])[] = [
  [
    ['operations', 'incidents', 'process'],
    /^incident[-_]?(?:process|response|management|playbook|runbook|handling)?s?\.[a-z]+$/i,
    'an incident process',
  ],
  [
    ['operations', 'handover', 'record'],
    /^(?:hand-?over|handoff)(?:[-_][\w-]*)?\.[a-z]+$/i,
    'the record of a handover',
  ],
  [
    ['governance', 'privacy', 'dpia'],
    /^(?:dpia|data[-_]protection[-_]impact[-_]assessment)(?:[-_][\w-]*)?\.[a-z]+$/i,
    'a data protection impact assessment',
  ],
  [['governance', 'risk', 'assessment'], /^(?:ai[-_])?(?:risk|impact)[-_]assessment\.[a-z]+$/i, 'an impact assessment'],
];

/** What belongs into a spec, but where is for a person to say. */
const seenOnly: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/(?:^|\/)runbooks?\/.*\.(?:md|rst|adoc)$/i, 'a runbook'],
  [/(?:^|\/)(?:adr|adrs|decisions)\/.*\.md$/i, 'a decision record'],
  [/(?:^|\/)[^/]*model[-_]?card[^/]*\.(?:md|json|ya?ml)$/i, 'a model card'],
  [/(?:^|\/)[^/]*dashboard[^/]*\.json$/i, 'a dashboard'],
];

const mostSeen = 12;

/** Documents, objectives, contracts and descriptions of interfaces. */
export const findDocuments: Finder = async (repository) => {
  const answers: Found[] = [];
  const seen: Seen[] = [];
  const documents = repository.paths.filter((path) => prose.test(path));
  for (const [path, pattern, what] of named)
    takeOnly(
      repository,
      documents.filter((file) => pattern.test(nameOf(file))),
      { path, what, answers, seen },
    );
  for (const [pattern, what] of seenOnly)
    for (const file of repository.paths.filter((path) => pattern.test(path)).slice(0, mostSeen))
      seen.push({ what, file });

  const objectives: { readonly file: string; readonly line: number }[] = [];
  for (const file of repository.paths.filter((path) => /\.(?:ya?ml|json)$/i.test(path))) {
    const text = await repository.text(file);
    if (text === undefined) continue;
    const [objective] = /openslo\/|prometheus\/v|PrometheusServiceLevel|pyrra\.dev|sloth\.slok/.test(text)
      ? readObjectives(text)
      : [];
    if (objective !== undefined) objectives.push({ file, line: objective.line });
    if (/DataContract|dataContractSpecification/.test(text)) contractIn(repository, file, text, { answers, seen });
    if (isInterface.test(text.slice(0, 20_000)) && !/(?:^|\/)\.vscode\//.test(file)) {
      const { kind, operations } = readApi(text);
      if (kind !== 'unknown') seen.push({ what: `${interfaces[kind]} (${operations.length})`, file });
    }
  }
  const [objective, another] = objectives;
  if (objective !== undefined && another === undefined) {
    const reference = repository.reference(objective.file);
    if (reference !== undefined)
      answers.push({ path: ['operations', 'slo', 'definition'], value: reference, ...objective });
  } else for (const one of objectives) seen.push({ what: 'service level objectives', ...one });
  return { answers, seen };
};

const isInterface = /["']?\b(?:openapi|swagger|asyncapi|mcpServers|mcp_servers)["']?\s*:|modelcontextprotocol/;
const interfaces = {
  openapi: 'the description of an API',
  asyncapi: 'the description of channels',
  graphql: 'a GraphQL schema',
  'mcp-server': 'an MCP server',
  'mcp-clients': 'a list of MCP servers',
  tools: 'a list of tools',
} as const;

function takeOnly(
  repository: Surveyed,
  files: readonly string[],
  { path, what, answers, seen }: { path: readonly string[]; what: string; answers: Found[]; seen: Seen[] },
): void {
  const [file, another] = files;
  const reference = file === undefined ? undefined : repository.reference(file);
  if (file !== undefined && another === undefined && reference !== undefined)
    answers.push({ path, value: reference, file, line: 1 });
  else for (const one of files) seen.push({ what, file: one });
}

/** A contract is about one source, which it names by its file. */
function contractIn(
  repository: Surveyed,
  file: string,
  text: string,
  { answers, seen }: { answers: Found[]; seen: Seen[] },
): void {
  const contract = readContract(text);
  if (contract.kind !== 'odcs' && contract.kind !== 'data-contract-specification') return;
  const id = idOf(nameOf(file).replace(/(?:\.(?:odcs|datacontract|contract))?\.(?:ya?ml|json)$/i, ''));
  const reference = repository.reference(file);
  const live = contract.status === undefined || /^(?:active|production)$/i.test(contract.status.text);
  if (id !== undefined && reference !== undefined && live && contract.parts.length > 0) {
    answers.push({ path: ['sources', id, 'quality'], value: reference, file, line: 1 });
  } else seen.push({ what: 'a data contract', file, line: contract.status?.line });
}
