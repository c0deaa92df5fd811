import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CodeAction, Range } from 'vscode-languageserver';
import {
  type Analysis,
  applyEdits,
  completeStage,
  type Finding,
  type Fix,
  fixAll,
  lineIndex,
  rulePageUrl,
} from '../../core/src/index.ts';
import { applied, at } from './edits.ts';
import { expected, faulty } from './faulty.ts';
import { capabilities, type Profile } from './profiles.ts';
import { Refused, Session } from './session.ts';

const uri = 'file:///somewhere/ai-system.yaml';
const whole = at(0, 0, 10_000, 0);
const analysis = expected(faulty);
const lines = lineIndex(faulty);
const rangeOf = ({ span }: Finding): Range => ({ start: lines.position(span.start), end: lines.position(span.end) });
const isException = ({ kind }: Fix) => kind === 'waive' || kind === 'ignore';

async function open(t: TestContext, profile: Profile, text = faulty, options = {}): Promise<Session> {
  const session = new Session(t);
  await session.initialize({ capabilities: capabilities(profile), options });
  session.open(uri, text, { version: 5 });
  return session;
}

/** With its edit, from wherever the profile gets it. */
async function withEdit(session: Session, action: CodeAction): Promise<CodeAction> {
  return action.edit !== undefined || action.data === undefined
    ? action
    : session.request('codeAction/resolve', action);
}

test('the fixture has all that the tests need', () => {
  const fixes = analysis.findings.flatMap((finding) => finding.fixes());
  for (const kind of ['normalise', 'skeleton', 'waive'] as const) {
    assert.ok(
      fixes.some((fix) => fix.kind === kind),
      kind,
    );
  }
  assert.ok(fixes.some(({ safe }) => safe));
  assert.ok(fixes.some(({ safe }) => !safe));
});

for (const profile of ['vscode', 'neovim', 'eglot', 'ale'] as const) {
  test(`${profile}: each finding has its own fixes, and their edits are those of the check`, async (t) => {
    const session = await open(t, profile);
    let snippets = 0;
    for (const finding of analysis.findings) {
      const actions = await session.actions(uri, rangeOf(finding), { only: ['quickfix'] });
      for (const fix of finding.fixes()) {
        const same = actions.filter(
          ({ title, diagnostics }) => title === fix.title && diagnostics?.some(({ code }) => code === finding.rule),
        );
        assert.ok(same.length > 0, fix.title);
        assert.equal(
          same[0]!.edit === undefined,
          profile !== 'ale',
          'edits come when they are wanted, where that is possible',
        );
        const results: string[] = [];
        for (const action of same) {
          assert.equal(action.kind, 'quickfix');
          assert.equal(action.isPreferred, fix.safe && profile !== 'neovim' && profile !== 'ale' ? true : undefined);
          const { edit } = await withEdit(session, action);
          const result = applied(edit!, uri, faulty);
          assert.equal(result.version, profile === 'vscode' || profile === 'eglot' ? 5 : null);
          if (result.snippet !== undefined) snippets++;
          results.push(result.text);
        }
        assert.ok(results.includes(applyEdits(faulty, fix.edits)), `${finding.rule}: ${fix.title}`);
      }
    }
    assert.equal(snippets > 0, profile === 'vscode', 'tab stops only where they are understood');
    assert.deepEqual(session.all('window/logMessage'), []);
  });
}

test('a finding is found by an empty range, by the whole document, and by its diagnostic without data or source', async (t) => {
  const session = await open(t, 'ale');
  const finding = analysis.findings.find((one) => one.fixes().length > 0 && one.span.end - one.span.start > 2)!;
  const range = rangeOf(finding);
  const { title } = finding.fixes()[0]!;
  const { line, character } = range.start;
  const offers = async (asked: Range, diagnostics: object[] = []) => {
    const actions = await session.actions(uri, asked, { diagnostics });
    return actions.some((action) => action.title === title && action.diagnostics?.[0]?.code === finding.rule);
  };
  assert.ok(await offers(at(line, character)));
  assert.ok(await offers(at(line, character + 1)));
  assert.ok(await offers(at(range.end.line, range.end.character)));
  assert.ok(await offers(whole));
  assert.ok(!(await offers(at(1, 0))), 'it is offered elsewhere');
  assert.ok(await offers(at(1, 0), [{ range, code: finding.rule, message: 'shortened …', severity: 1 }]));
  assert.ok(!(await offers(at(1, 0), [{ range, code: 'made-up', message: finding.message }])));
  assert.ok(!(await offers(at(1, 0), [{ range: at(1, 0), code: finding.rule, message: finding.message }])));
});

test("an action names the client's own diagnostic, as the client sent it", async (t) => {
  const session = await open(t, 'vscode');
  const finding = analysis.findings.find((one) => one.fixes().length > 0)!;
  const told = {
    range: rangeOf(finding),
    code: finding.rule,
    message: 'as shown',
    source: 'ai-system',
    data: { own: 1 },
  };
  const actions = await session.actions(uri, told.range, { diagnostics: [told] });
  const named = actions.filter(({ diagnostics }) => diagnostics?.[0]?.message === 'as shown');
  assert.ok(named.length > 0);
  for (const { diagnostics } of named) assert.deepEqual(diagnostics?.[0], told);
});

const kinds: Readonly<Record<string, readonly string[]>> = {
  quickfix: ['quickfix'],
  source: ['source.fixAll.ai-system', 'source'],
  'source.fixAll': ['source.fixAll.ai-system'],
  'source.fixAll.ai-system': ['source.fixAll.ai-system'],
  'source.fixAll.eslint': [],
  'source.organizeImports': [],
  refactor: [],
  sour: [],
  '': ['quickfix', 'source.fixAll.ai-system', 'source'],
};

for (const [only, wanted] of Object.entries(kinds)) {
  test(`of the kinds only what is asked for: "${only}"`, async (t) => {
    for (const triggerKind of [1, 2, undefined]) {
      const session = await open(t, 'vscode');
      const actions = await session.actions(uri, whole, { only: [only], triggerKind });
      assert.deepEqual(new Set(actions.map(({ kind }) => kind)), new Set(wanted), `trigger ${triggerKind}`);
    }
  });
}

test('on a move of the cursor nothing is offered that is about the whole file', async (t) => {
  const session = await open(t, 'vscode');
  const kindsOf = async (context: object) =>
    new Set((await session.actions(uri, whole, context)).map(({ kind }) => kind));
  assert.deepEqual(await kindsOf({ triggerKind: 2 }), new Set(['quickfix']));
  assert.deepEqual(await kindsOf({ triggerKind: 1 }), new Set(kinds['']));
  assert.deepEqual(await kindsOf({}), new Set(kinds['']));
});

test('fix-all makes what --fix makes, and is not offered where there is nothing safe to do', async (t) => {
  for (const profile of ['vscode', 'neovim', 'ale'] as const) {
    const session = await open(t, profile);
    const [action, ...others] = await session.actions(uri, at(0, 0), { only: ['source.fixAll'], triggerKind: 2 });
    assert.equal(others.length, 0);
    const { edit } = await withEdit(session, action!);
    const fixed = fixAll(faulty, analysis.options).text;
    assert.notEqual(fixed, faulty);
    assert.equal(applied(edit!, uri, faulty).text, fixed);
    const size = JSON.stringify(edit).length;
    assert.ok(size < faulty.length * 2, `minimal edits, not ${size} bytes`);

    session.change(uri, 6, { text: fixed });
    assert.deepEqual(await session.actions(uri, at(0, 0), { only: ['source.fixAll.ai-system'] }), []);
  }
});

test('all that a stage asks is offered for the stage that is claimed and for the next', async (t) => {
  for (const [claimed, offered] of [
    ['pilot', ['pilot', 'pre-production']],
    ['pre-production', ['pre-production', 'production']],
    ['production', ['production']],
    ['retired', []],
  ] as const) {
    const text = faulty.replace('stage: pilot', `stage: ${claimed}`);
    for (const profile of ['vscode', 'ale'] as const) {
      const session = await open(t, profile, text);
      const actions = (await session.actions(uri, at(0, 0), { only: ['source'] })).filter(
        ({ kind }) => kind === 'source',
      );
      const fixes = offered.flatMap((stage) => completeStage(expected(text), stage) ?? []);
      assert.deepEqual(
        actions.map(({ title }) => title),
        fixes.map(({ title }) => title),
        claimed,
      );
      assert.equal(fixes.length, offered.length);
      for (const [i, action] of actions.entries()) {
        const { edit } = await withEdit(session, action);
        assert.equal(applied(edit!, uri, text).text, applyEdits(text, fixes[i]!.edits));
      }
    }
  }
});

test('one action mends every finding of a rule, as far as the fixes keep out of each other’s way', async (t) => {
  const text = `${faulty}\ntools:\n  a: { kind: Read }\n  b: { kind: Read }\n`;
  const doubled = repeatedRule(expected(text));
  for (const profile of ['vscode', 'ale'] as const) {
    const session = await open(t, profile, text);
    const actions = await session.actions(uri, whole, { only: ['quickfix'] });
    const all = actions.filter(({ title }) => title.startsWith('Fix all '));
    assert.ok(all.length > 0);
    assert.equal(new Set(all.map(({ title }) => title)).size, all.length, 'each once');
    const action = all.find(({ title }) => title.includes(`\`${doubled}\``))!;
    const { edit } = await withEdit(session, action);
    const result = applied(edit!, uri, text).text;
    const count = (of: string) => expected(of).findings.filter(({ rule }) => rule === doubled).length;
    assert.ok(count(result) <= count(text) - 2, `${count(text)} before, ${count(result)} after`);
  }
});

function repeatedRule({ findings }: Analysis): string {
  const safe = findings.filter((finding) => finding.fixes().some((fix) => fix.safe)).map(({ rule }) => rule);
  const repeated = safe.find((rule, i) => safe.indexOf(rule) !== i);
  assert.ok(repeated, 'the fixture has no rule with two safe fixes');
  return repeated;
}

test('what one fix brings is offered once, and told as what it does', async (t) => {
  const text = 'apiVersion: ai-system/v1\nowners:\n  ops:\n    team: Operations\n    contact: [slack:ops]\n';
  for (const profile of ['vscode', 'ale'] as const) {
    const session = await open(t, profile, text);
    const actions = await session.actions(uri, whole, { only: ['quickfix'] });
    const named = (title: string) => actions.filter((action) => action.title === title);
    // A dozen findings want that section.
    const [section, ...others] = named('Add the `system` section');
    assert.equal(others.length, 0);
    assert.ok((section?.diagnostics?.length ?? 0) > 5);
    // Both of its findings, one of them with that section.
    assert.deepEqual(
      actions.filter(({ title }) => /^Fix all .*`risk-classified`/.test(title)),
      [],
    );
    const [both] = named('Add what is missing for all 2 findings of `risk-classified` in this file');
    const { edit } = await withEdit(session, both!);
    assert.match(applied(edit!, uri, text).text, /^ {2}criticality: TODO[\s\S]*^governance:\n {2}risk:/m);
    // These would have the same done twice.
    assert.deepEqual(
      actions.filter(({ title }) => /all .*`observability-before-launch`/.test(title)),
      [],
    );
  }
});

test('what is missing in a section can be added at once, without the sections that are missing behind it', async (t) => {
  const text = 'apiVersion: ai-system/v1\nsystem:\n  name: bot # the name\n  stage: pilot\n';
  const session = await open(t, 'vscode', text);
  const actions = await session.actions(uri, at(1, 2), { only: ['quickfix'] });
  const { edit } = await withEdit(
    session,
    actions.find(({ title }) => title === 'Add all that is missing in `system`')!,
  );
  const made = applied(edit!, uri, text).text;
  for (const key of ['type', 'owner', 'purpose', 'in_scope', 'pilot_gaps', 'reviewed'])
    assert.match(made, new RegExp(`^ {2}${key}:`, 'm'));
  assert.match(made, /^ {2}name: bot # the name$/m);
  assert.deepEqual(made.match(/^\w+/gm), ['apiVersion', 'system']);
});

test('exceptions come behind fixes, and the page of the rule last, once for each rule', async (t) => {
  const session = await open(t, 'vscode', faulty, { commands: true });
  const actions = await session.actions(uri, whole, { only: ['quickfix'] });
  const exceptions = new Set(
    analysis.findings.flatMap((finding) => finding.fixes().filter(isException)).map(({ title }) => title),
  );
  const rank = ({ title, command }: CodeAction) =>
    command ? 3 : exceptions.has(title) ? 2 : / all \d+ findings of /.test(title) ? 1 : 0;
  const ranks = actions.map(rank);
  assert.deepEqual(ranks, ranks.toSorted());
  assert.deepEqual(new Set(ranks), new Set([0, 1, 2, 3]));

  const pages = actions.flatMap(({ command }) => command ?? []);
  const shown = [...new Set(analysis.findings.map(({ rule }) => rule))];
  assert.deepEqual(
    pages.map(({ command, arguments: given }) => [command, ...(given ?? [])]),
    shown.map((rule) => ['aiSystem.openRulePage', rulePageUrl(rule)]),
  );

  const without = await open(t, 'vscode');
  const plain = await without.actions(uri, whole, {});
  assert.ok(
    plain.every(({ command }) => command === undefined),
    'a command that the client does not have',
  );
});

test('an action that is chosen after the document moved on fits the new text, or is refused', async (t) => {
  for (const profile of ['vscode', 'neovim'] as const) {
    const session = await open(t, profile);
    const more = '  new-one: { what: A new one }\n';
    const moved = `${'# one line more\n'.repeat(20)}${faulty}`.replace(
      /^(?:sources|owners):\n/gm,
      (line) => line + more,
    );
    for (const finding of analysis.findings) {
      const offered = (await session.actions(uri, rangeOf(finding), { only: ['quickfix'] })).filter(
        ({ title, diagnostics }) =>
          diagnostics?.[0]?.code === finding.rule && finding.fixes().some((fix) => fix.title === title),
      );
      session.change(uri, 6, { text: moved });
      for (const action of offered) {
        const { edit } = await session.request<CodeAction>('codeAction/resolve', action);
        const result = applied(edit!, uri, moved);
        assert.equal(result.version, profile === 'vscode' ? 6 : null);
        const fixes = expected(moved)
          .findings.filter(
            ({ rule, subject, message }) =>
              rule === finding.rule && subject === finding.subject && message === finding.message,
          )
          .flatMap((one) => one.fixes());
        assert.ok(
          fixes.some((fix) => applyEdits(moved, fix.edits) === result.text),
          `${finding.rule}: ${action.title}`,
        );
      }
      session.change(uri, 7, { text: 'apiVersion: v1\nkind: Service\n' });
      for (const action of offered) {
        const answer = session.request('codeAction/resolve', action);
        await assert.rejects(answer, (error) => error instanceof Refused && error.code === -32801, action.title);
      }
      session.change(uri, 5, { text: faulty });
    }
    const [all] = await session.actions(uri, at(0, 0), { only: ['source.fixAll'] });
    session.change(uri, 8, { text: moved });
    const { edit } = await session.request<CodeAction>('codeAction/resolve', all);
    assert.equal(applied(edit!, uri, moved).text, fixAll(moved, analysis.options).text);
    session.close(uri);
    await assert.rejects(
      session.request('codeAction/resolve', all),
      (error) => error instanceof Refused && error.code === -32801,
    );
  }
});

test('line ends of Windows and characters beyond the first plane are counted as LSP does', async (t) => {
  const text = faulty.replaceAll('\n', '\r\n').replace('what: Policy', 'what: 😀😀 Policy');
  const { findings } = expected(text);
  const session = await open(t, 'neovim', text);
  const index = lineIndex(text);
  for (const finding of findings) {
    const range = { start: index.position(finding.span.start), end: index.position(finding.span.end) };
    for (const action of await session.actions(uri, range, { only: ['quickfix'] })) {
      const fix = finding.fixes().find(({ title }) => title === action.title);
      if (fix === undefined || action.diagnostics?.[0]?.code !== finding.rule) continue;
      const { edit } = await withEdit(session, action);
      assert.doesNotMatch(applied(edit!, uri, text).text, /(?<!\r)\n/, fix.title);
    }
  }
});

test('documents that are not specs, or not open, have no actions', async (t) => {
  const session = await open(t, 'vscode');
  session.open('file:///a/docker-compose.yaml', faulty);
  assert.deepEqual(await session.actions('file:///a/docker-compose.yaml', whole), []);
  assert.deepEqual(await session.actions('file:///a/never-opened/ai-system.yaml', whole), []);
});
