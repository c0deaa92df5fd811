import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCaseList } from '../../../core/src/evidence/tests/case-list.ts';
import { readAnnotatedTests, readGoTests } from '../../../core/src/evidence/tests/compiled-tests.ts';
import { readPythonTests } from '../../../core/src/evidence/tests/python-tests.ts';
import { readScriptTests } from '../../../core/src/evidence/tests/script-tests.ts';
import type { TestFile } from '../../../core/src/evidence/tests/test-file.ts';
import { hostile } from '../hostile.ts';

/** Each test as `name:line`, with what makes nothing of it; `bare` and `more` where they hold. */
function told({ tests, bare, more }: TestFile): string {
  const each = tests.map(
    ({ name, line, idle }) => `${name}:${line}${idle === undefined ? '' : ` ${idle.says} (${idle.line})`}`,
  );
  return [...each, ...(bare ? ['bare'] : []), ...(more ? ['more'] : [])].join(', ');
}

function table(
  read: (text: string) => TestFile,
  rows: Readonly<Record<string, readonly [text: string, told: string]>>,
): void {
  for (const [name, [text, expected]] of Object.entries(rows)) {
    test(`${read.name}: ${name}`, () => assert.equal(told(read(text)), expected));
  }
}

table(readPythonTests, {
  'functions, classes and async': [
    'def test_a():\n    assert f()\n\nclass TestB:\n    async def test_c(self):\n        assert g()\n',
    'test_a:1, test_c:5',
  ],
  'a mark above the function': [
    'import pytest\n@pytest.mark.skip(reason="flaky")\n@pytest.mark.parametrize("a", [1])\ndef test_a(a):\n    assert a\ndef test_b():\n    assert 1 == f()\n',
    'test_a:4 is skipped (2), test_b:6',
  ],
  'a mark under another name': [
    'off = pytest.mark.skip(reason="x")\n@off\ndef test_a():\n    assert f()\n',
    'test_a:3 is skipped (2)',
  ],
  'a mark of the whole file': [
    'pytestmark = [pytest.mark.slow, pytest.mark.skip]\ndef test_a():\n    assert f()\n',
    'test_a:2 is skipped (1)',
  ],
  'a skip of the whole file': [
    'pytest.skip("later", allow_module_level=True)\ndef test_a():\n    assert f()\n',
    'test_a:2 is skipped (1)',
  ],
  'a class that is skipped': [
    '@unittest.skip("x")\nclass A(unittest.TestCase):\n    def test_a(self):\n        self.assertTrue(f())\n',
    'test_a:3 is skipped (1)',
  ],
  'a class whose setup skips': [
    'class A(TestCase):\n    def setUp(self):\n        self.skipTest("x")\n    def test_a(self):\n        self.assertTrue(f())\n',
    'test_a:4 is skipped (3)',
  ],
  'a class that is not collected': [
    'class TestA:\n    __test__ = False\n    def test_a(self):\n        assert f()\n',
    'test_a:3 is not collected (2)',
  ],
  'skips in the body': [
    'def test_a():\n    """x"""\n    pytest.skip("x")\n    assert f()\ndef test_b():\n    raise unittest.SkipTest("x")\ndef test_c(self):\n    client = f()\n    self.skipTest("x")\ndef test_d():\n    if slow:\n        pytest.skip("x")\n    assert f()\n',
    'test_a:1 is skipped (3), test_b:5 is skipped (6), test_c:7 is skipped (9), test_d:10',
  ],
  conditions: [
    '@pytest.mark.skipif(True, reason="x")\ndef test_a():\n    assert f()\n@pytest.mark.skipif(sys.platform == "win32", reason="x")\ndef test_b():\n    assert f()\n@unittest.skipUnless(False, "x")\ndef test_c():\n    assert f()\n@pytest.mark.xfail(reason="x")\ndef test_d():\n    assert f()\n@pytest.mark.xfail(sys.platform == "win32", reason="x")\ndef test_e():\n    assert f()\n',
    'test_a:2 is skipped (1), test_b:5, test_c:8 is skipped (7), test_d:11 is expected to fail (10), test_e:14',
  ],
  'bodies with nothing in them': [
    'def test_a():\n    pass\ndef test_b():\n    """Says."""\n    ...\ndef test_c():\n    return\n    assert f()\ndef test_d():\n    assert True\ndef test_e(): assert f()\n',
    'test_a:1 does nothing (1), test_b:3 does nothing (3), test_c:6 does nothing (6), test_d:9 does nothing (9), test_e:11',
  ],
  'failures that are caught': [
    'def test_a():\n    try:\n        assert f()\n    except Exception:\n        pass\ndef test_b():\n    try:\n        f()\n    except KeyError:\n        pass\n    assert g()\n',
    'test_a:1 passes whatever fails in it (1), test_b:6',
  ],
  'a failure that is no exception': [
    'def test_a():\n    try:\n        f()\n        pytest.fail("no")\n    except Exception:\n        pass\n',
    'test_a:1',
  ],
  'a test that is returned': [
    'def test_a():\n    return check(f())\ndef test_b():\n    return None\n',
    'test_a:1, test_b:3 does nothing (3)',
  ],
  'a list without cases': [
    'CASES = []\n@pytest.mark.parametrize("a", CASES)\ndef test_a(a):\n    assert f(a)\n',
    'test_a:3 has no case to run with (2)',
  ],
  'a list that is filled later': [
    'CASES = []\nCASES.append(1)\n@pytest.mark.parametrize("a", CASES)\ndef test_a(a):\n    assert f(a)\n',
    'test_a:4',
  ],
  'cases that are all skipped': [
    '@pytest.mark.parametrize("a", [pytest.param(1, marks=pytest.mark.skip), pytest.param(2, marks=[pytest.mark.skip("x")])])\ndef test_a(a):\n    assert f(a)\n',
    'test_a:2 is skipped (1)',
  ],
  'nothing but words': ['"""Moved."""\nimport pytest\n\nA = 1\n# def test_a():\n#     assert f()\n', 'bare'],
  'helpers only': ['def role():\n    return f()\n', 'bare'],
  'a fixture that is called like a test': ['@pytest.fixture\ndef test_user():\n    return f()\n', 'bare'],
  'under a condition that never holds': [
    'if False:\n    def test_a():\n        assert f()\nelse:\n    X = 1\n',
    'bare',
  ],
  'under one that may hold': ['if sys.version_info > (3, 9):\n    def test_a():\n        assert f()\n', 'test_a:2'],
  'tests from elsewhere': ['from shared.roles import *\n', 'more'],
  'a test from elsewhere': ['from shared.roles import test_roles\n', 'more'],
  'tests that are inherited': ['class TestRoles(RoleSuite):\n    index = "a"\n', 'more'],
  'a client is no test': ['from fastapi.testclient import TestClient\n', 'bare'],
  'asserts that cannot fail': [
    'def test_a():\n    x = f()\n    assert x == 1 or True\ndef test_b():\n    assert (f(), "nothing")\ndef test_c():\n    x = f()\n    for y in x:\n        assert len(y) >= 0 and y is y\ndef test_d():\n    assert f() or g()\ndef test_e():\n    check(f())\n    assert True or f()\ndef test_f():\n    with pytest.raises(E):\n        f()\n    assert True\ndef test_g():\n    assert f() == f()\n',
    'test_a:1 asserts nothing that could fail (3), test_b:4 does nothing (4), test_c:6 asserts nothing that could fail (9), test_d:10, test_e:12, test_f:15, test_g:19',
  ],
  'a length that is reckoned with': ['def test_a():\n    x = f()\n    assert len(x) - len(g) >= 0\n', 'test_a:1'],
  'a name that the function is given': [
    'OK = True\ndef test_a(OK):\n    assert OK\ndef test_b():\n    OK = f()\n    assert OK\ndef test_c():\n    for OK in f():\n        assert OK\ndef test_d():\n    with f() as OK:\n        assert OK\ndef test_e():\n    from a import OK\n    assert OK\ndef test_f():\n    assert (OK := f()) and OK\ndef test_g():\n    x = f()\n    assert OK\n',
    'test_a:2, test_b:4, test_c:7, test_d:10, test_e:13, test_f:16, test_g:18 asserts nothing that could fail (20)',
  ],
  'a name that another function gives': [
    'OK = True\ndef setup():\n    global OK\n    OK = f()\ndef test_a():\n    x = f()\n    assert OK\n',
    'test_a:5',
  ],
  'calls that may fail': [
    'def test_a(db):\n    ensure_isolated(db)\n    assert True\ndef test_b():\n    client.must_refuse("x")\n    assert True\ndef test_c():\n    for x in f():\n        snapshot.match(x)\n    assert True\nasync def test_d():\n    await refused("x")\n    assert True\ndef test_e():\n    """Says."""\n    x = f()\n    print(x)\n    assert x or True\n',
    'test_a:1, test_b:4, test_c:7, test_d:11, test_e:14 asserts nothing that could fail (18)',
  ],
  'a script': ['assert f()\n', ''],
});

table(readScriptTests, {
  plain: ['import { it } from "vitest";\nit("a", () => {\n  expect(f()).toBe(1);\n});\n', 'a:2'],
  'skipped ones': [
    'it.skip("a", () => { f(); });\nxit("b", () => { f(); });\ntest.todo("c");\ntest.fixme("d", async () => { f(); });\ntest("e");\n',
    'a:1 is skipped (1), b:2 is skipped (2), c:3 is skipped (3), d:4 is skipped (4), e:5 is skipped (5)',
  ],
  'a group': [
    'describe.skip("x", () => {\n  it("a", () => { f(); });\n  describe("y", () => { it("b", () => { f(); }); });\n});\nit("c", () => { f(); });\n',
    'a:2 is skipped (1), b:3 is skipped (1), c:5',
  ],
  'comments and texts': [
    '// it("a", () => {})\nconst x = "it(\'b\', () => {})";\nconst y = /it\\(/;\n/* test("c", () => {}) */\nit(`d`, () => { f(); });\n',
    'd:5',
  ],
  tables: [
    'it.each([1, 2])("a %s", (n) => { f(n); });\nit.each([])("b", (n) => { f(n); });\nit.skip.each([1])("c", (n) => { f(n); });\n',
    'a %s:1, b:2 has no case to run with (2), c:3 is skipped (3)',
  ],
  'options of node:test': [
    'test("a", { skip: true }, () => { f(); });\ntest("b", { skip: "later" }, async (t) => { f(); });\ntest("c", { skip: false }, () => { f(); });\ntest("d", { timeout: 5 }, () => { f({ skip: true }); });\n',
    'a:1 is skipped (1), b:2 is skipped (2), c:3, d:4',
  ],
  'skips in the body': [
    'test("a", (t) => {\n  t.skip("x");\n  f();\n});\ntest("b", async ({ page }) => {\n  test.skip(isMobile, "x");\n  f();\n});\ntest("c", () => {});\ntest("d", function () { this.skip(); });\n',
    'a:1 is skipped (1), b:5, c:9 does nothing (9), d:10 is skipped (10)',
  ],
  'tests that a helper makes': ['it.skip("a", () => { f(); });\nfind("b", { x: 1 });\n', 'a:1 is skipped (1), more'],
  'what is done before tests': [
    'jest.mock("./a");\nbeforeEach(() => { f(); });\nit.skip("a", () => { f(); });\n',
    'a:3 is skipped (3)',
  ],
  'methods of that name': ['page.test("a", () => { f(); });\nexport const it2 = 1;\n', 'more'],
  'brackets in the text of JSX': [
    'it("a", () => {\n  render(<p>don\'t (</p>);\n});\nit("b", () => {\n  render(<p title="x">:) or 5) it\'s</p>);\n});\nit.skip("c", () => { f(); });\nit("d", () => {});\n',
    'a:1, b:4, c:7 is skipped (7), d:8 does nothing (8)',
  ],
  'addresses and closing tags in JSX': [
    'it("a", () => { render(<a b={c} />, <i>http://x</i>, ")"); });\nit("b", () => {});\n',
    'a:1, b:2 does nothing (2)',
  ],
  'templates within templates': [
    'it("a", () => {\n  const x = `${y.map((z) => `${z} (`).join("}")} { it("no", () => {})`;\n});\nit("b", () => {});\n',
    'a:1, b:4 does nothing (4)',
  ],
  'patterns after words': [
    'it("a", () => {\n  const f = () => { return /["{(]/.test(x); };\n  if (typeof /\\(/ === y) f();\n});\nit("b", () => {});\n',
    'a:1, b:5 does nothing (5)',
  ],
  nothing: ['export const roles = ["a"];\n', 'bare'],
});

table(readGoTests, {
  plain: [
    'package x\n\nfunc TestA(t *testing.T) {\n\tif f() { t.Fatal() }\n}\nfunc TestB(t *testing.T) {\n\tt.Skip("later")\n}\nfunc TestC(t *testing.T) {}\nfunc helper() {}\n',
    'TestA:3, TestB:6 is skipped (6), TestC:9 does nothing (9)',
  ],
  'texts that are taken as they are': [
    'func TestA(t *testing.T) {\n\tf(`C:\\`)\n\tg(`${ {`)\n}\nfunc TestB(t *testing.T) {}\n',
    'TestA:1, TestB:5 does nothing (5)',
  ],
  'never built': ['//go:build ignore\n\npackage x\nfunc TestA(t *testing.T) { f(t) }\n', 'TestA:4 is never built (1)'],
  nothing: ['package x\n', 'bare'],
});

table(readAnnotatedTests, {
  java: [
    'class A {\n  @Test\n  void a() { f(); }\n  @Disabled("x")\n  @Test\n  void b() { f(); }\n  @ParameterizedTest @ValueSource(ints = {1})\n  void c(int i) { f(); }\n}\n',
    'a:2, b:5 is skipped (4), c:7',
  ],
  'a class': [
    '@Disabled\nclass A {\n  @Test\n  void a() { f(); }\n}\nclass B {\n  @Test void b() { f(); }\n}\n',
    'a:3 is skipped (1), b:7',
  ],
  'c sharp': [
    'public class A {\n  [Fact(Skip = "x")]\n  public void B() { F(); }\n  [Test, Ignore("x")]\n  public void C() { F(); }\n  [Fact]\n  public void D() => F();\n}\n',
    'B:2 is skipped (2), C:4 is skipped (4), D:6',
  ],
  'what is returned is the test': [
    'public class A {\n  [Fact]\n  public Task B() {\n    return Verify(x);\n  }\n  [Fact]\n  public void C() {\n    return;\n  }\n}\n',
    'B:2, C:6 does nothing (6)',
  ],
  'bodies of Kotlin that are an expression': [
    'class A {\n  @Test fun a() = assertEquals(1, f())\n  @Ignore @Test\n  fun b(): Unit = runTest { f() }\n  @Test\n  fun `c does it`() = runTest(timeout = 5.seconds) { }\n  @Test fun d() = runBlocking<Unit> {\n    f()\n  }\n  @Test fun e() = assertThrows<X> { }\n}\n',
    'a:2, b:3 is skipped (3), c does it:5 does nothing (5), d:7, e:10',
  ],
  'texts of several lines': [
    'class A {\n  @Test fun a() { f("""{ "x" ( @Test fun no() { }""") }\n  @Test fun b() { }\n}\n',
    'a:2, b:3 does nothing (3)',
  ],
  'texts of C sharp': [
    'class A {\n  [Fact]\n  public void B() { F(@"C:\\", @"a""{", $@"{\n(", ""); }\n  [Fact]\n  public void C() { }\n}\n',
    'B:2, C:5 does nothing (5)',
  ],
  'classes within classes': [
    'class A {\n  @Disabled class B {\n    class C { @Test void a() { f(); } }\n    @Disabled class D { }\n    @Test void b() { f(); }\n  }\n  @Test void c() { f(); }\n}\n',
    'a:3 is skipped (2), b:5 is skipped (2), c:7',
  ],
  nothing: ['package a;\n', 'bare'],
});

const lists: readonly (readonly [path: string, text: string, count: number | undefined, line?: number])[] = [
  ['a.json', '[]', 0, 1],
  ['a.json', '[{"id": 1}]', 1, 1],
  ['a.json', '{\n "version": 1,\n "cases": []\n}', 0, 3],
  ['a.json', '{"name": "x"}', undefined],
  ['a.json', '{}', 0, 1],
  ['a.json', 'no json', undefined],
  ['a.jsonl', '{"id": 1}\n\n{"id": 2}\n', 2, 1],
  ['a.yaml', '# later\n', 0, 1],
  ['a.yaml', 'prompts:\n  - x\ntests: []\n', 0, 3],
  ['a.csv', 'id,question\n', 0, 1],
];
for (const [path, text, count, line] of lists) {
  test(`${path} with ${JSON.stringify(text)}`, () => {
    const found = readCaseList(text, path);
    assert.deepEqual([found?.count, found?.line], [count, line]);
  });
}

for (const [name, text] of Object.entries(hostile)) {
  test(`tests in ${name}`, () => {
    for (const read of [readPythonTests, readScriptTests, readGoTests, readAnnotatedTests]) read(text);
    for (const path of ['a.json', 'a.jsonl', 'a.yaml', 'a.csv']) readCaseList(text, path);
  });
}
