import { evidence } from '../support/evidence.ts';

const find = evidence('owner-reachable');
const spec = (carets = '') => `
system:
  name: claims-assistant
  owner: claims-ops
${carets}owners:
  claims-ops:
    team: Claims Platform Operations
    contact:
      - slack:claims-ops
  claims-build:
    team: Claims AI Engineering
    handle: nordhafen/claims-ai
    contact:
      - slack:claims-ai
`;
const wrong = spec('         ^^^^^^^^^^ owner-reachable\n');
const entry = (owner: string, name = 'claims-assistant') =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  owner: ${owner}\n`;
const states = { '/system': 'linked' };

const same = ['group:default/claims-ops', 'claims-ops', 'claims-platform-operations'];
for (const owner of same) {
  find(`${owner} is the owner`, {
    spec: spec(),
    files: { 'catalog-info.yaml': entry(owner) },
    says: [/has the same owner/],
    states,
  });
}
find('a name that the spec does not know', {
  spec: spec(),
  files: { 'catalog-info.yaml': entry('team-7') },
  says: [/whether that is `claims-ops` is for people to see/],
  states,
});
find('the name of another owner', {
  spec: wrong,
  files: { 'catalog-info.yaml': entry('group:claims-ai') },
  says: [/`claims-ops` owns it here, but catalog-info\.yaml:6 names claims-ai, which is `claims-build`/],
});
find('another owner of another component', {
  spec: spec(),
  files: { 'catalog-info.yaml': entry('claims-ai', 'index-job') },
  says: [/is for people to see/],
  states,
});
find('no owner any more', {
  spec: spec(),
  files: { 'catalog-info.yaml': entry('x').replace('  owner: x\n', '  type: service\n') },
  says: [/catalog-info\.yaml names no owner/],
  states,
});
find('no YAML any more', {
  spec: wrong,
  files: { 'catalog-info.yaml': entry('claims-ops').replace('spec:', 'spec: [') },
  says: [/Nothing can load catalog-info\.yaml: line \d is no YAML\./],
});
find('a template', {
  spec: spec(),
  files: { 'catalog-info.yaml': entry('${{ values.owner }}').replace('spec:', '{% if x %}\nspec:') },
  states,
});
