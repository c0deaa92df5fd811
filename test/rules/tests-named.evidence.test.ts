import { evidence } from '../support/evidence.ts';

const find = evidence('source-access-tested');
const spec = (test: string, carets = '') => `
sources:
  letters:
    status: connected
    access:
      varies_by: role
      enforced_at: index-filter
      test: ${test}${carets}
`;
const wrong = (test: string) => spec(test, `\n            ${'^'.repeat(test.length)} source-access-tested`);
const path = 'tests/test_roles.py';
const subject = '/sources/letters';
const refuses = 'def test_a():\n    assert find("x") == []\n';

find('a test', {
  spec: spec(path),
  files: { [path]: refuses },
  says: [/has 1 test\./],
  states: { [subject]: 'linked' },
});
find('a file that was emptied', {
  spec: wrong(path),
  files: { [path]: '"""Moved."""\n' },
  says: [/"tests\/test_roles\.py" has no test in it\./],
});
find('the only test is skipped', {
  spec: wrong(path),
  files: { [path]: `@pytest.mark.skip\n${refuses}` },
  says: [/The only test in tests\/test_roles\.py is skipped \(tests\/test_roles\.py:1\)\./],
});
find('all are skipped', {
  spec: wrong(path),
  files: { [path]: `pytestmark = pytest.mark.skip(reason="flaky")\n${refuses}\ndef test_b():\n    assert f()\n` },
  says: [/Each of the 2 tests in tests\/test_roles\.py is skipped \(tests\/test_roles\.py:1\)\./],
});
find('none tests anything, each for its reason', {
  spec: wrong(path),
  files: { [path]: '@pytest.mark.skip\ndef test_a():\n    assert f()\n\ndef test_b():\n    pass\n' },
  says: [/None of the 2 tests in tests\/test_roles\.py tests anything: "test_a" is skipped/],
});
find('one of two is skipped', {
  spec: spec(path),
  files: { [path]: `${refuses}\n@pytest.mark.skip\ndef test_b():\n    assert f()\n` },
  says: [/has 2 tests, and 1 of them tests nothing\./],
  states: { [subject]: 'linked' },
});
find('a file that takes its tests from elsewhere', {
  spec: spec(path),
  files: { [path]: 'from suite import *\n' },
  states: { [subject]: 'linked' },
});
find('a test by its name', {
  spec: spec(`${path}#test_a`),
  files: { [path]: `${refuses}\n@pytest.mark.skip\ndef test_b():\n    assert f()\n` },
  says: [/has 1 test\./],
});
find('a test by another name', {
  spec: wrong(`${path}#test_aa`),
  files: { [path]: refuses },
  says: [/No test in tests\/test_roles\.py is called "test_aa"; line 1 is "test_a"\./],
});
find('a test that may come from elsewhere', {
  spec: spec(`${path}#test_aa`),
  files: { [path]: `from shared.roles import *\n\n${refuses}` },
  says: [/has 1 test\./],
});
find('a folder with tests and cases', {
  spec: spec('tests/'),
  files: { [path]: refuses, 'tests/cases.json': '[{"id": 1}]', 'tests/conftest.py': '', 'tests/README.md': '# x\n' },
  says: [/"tests" has 1 test\./],
});
find('a folder whose cases are gone', {
  spec: wrong('tests/'),
  files: { [path]: refuses, 'tests/cases.json': '[]' },
  says: [/"tests\/cases\.json" holds no case\./],
});
find('a folder of helpers', {
  spec: wrong('tests/'),
  files: { 'tests/conftest.py': '', 'tests/roles.py': 'ROLES = ["a"]\n' },
  says: [/"tests\/roles\.py" has no test in it\./],
});
find('a folder with a file that nobody reads here', {
  spec: spec('tests/'),
  files: { [path]: `@pytest.mark.skip\n${refuses}`, 'tests/run.sh': 'exit 1\n' },
  says: [/has 1 test, and 1 of them tests nothing/],
});
find('a suite in JavaScript', {
  spec: wrong('tests/roles.test.ts'),
  files: { 'tests/roles.test.ts': 'describe.skip("roles", () => {\n  it("a", () => { f(); });\n});\n' },
  says: [/The only test in tests\/roles\.test\.ts is skipped \(tests\/roles\.test\.ts:1\)\./],
});
find('a file of cases', {
  spec: spec('tests/roles.yaml'),
  files: { 'tests/roles.yaml': 'cases:\n  - a\n' },
  states: { [subject]: 'linked' },
});
find('a language that nobody reads here', {
  spec: spec('tests/roles.rb'),
  files: { 'tests/roles.rb': 'xit "a" do end\n' },
  says: [/"tests\/roles\.rb" is there\./],
});
