import { anyCase, quoted, someOf } from '../../spec/words.ts';
import { once } from '../once.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, lacking, part, verdict } from '../subject.ts';

const section = ['governance', 'untrusted'] as const;

/** Where what outsiders write comes in. */
const outsiders =
  /\b(?:e-?mails?|mailbox(?:es)?|inbox(?:es)?|outlook|gmail|letters|correspondence|uploads?|uploaded|attachments?|forums?|stack ?overflow|reddit|customer reviews|comments|web ?pages?|crawled|crawler|the (?:open |public )?(?:web|internet)|support tickets?|zendesk|submissions?|submitted|applicants?|cvs|chat messages)\b/i;
/** Letters that go out. */
const own = anyCase(/\b(?:templates?|outgoing|we (?:write|send)|our own)\b/);
const mailFormats = anyCase(/^\.?(?:eml|msg|mbox)$/);
/** Tools that bring such content, beside those that send it. */
const bringing =
  /^(?:reads?|opens?|fetch(?:es)?|search(?:es)?|browses?|loads?|downloads?|gets?|looks? up|visits?|crawls?|scrapes?)\b.*\b(web|websites?|pages?|internet|urls?|e-?mails?|inbox|attachments?)\b/i;

/** The attack is called after the prompt too. */
const words = (control: string) =>
  control
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll('prompt injection', 'injection');
/** A sentence that asks the model to be careful. */
const plea = /\b(?:prompt|instructions?|instructed|told|tell|asked|guidelines?|sentence|warned|warning)\b/;
/** What works whatever the model thinks. */
const mechanism =
  /\b(?:filter\w*|classifi\w+|scan\w*|detect\w*|shields?|guard\w*|fence\w*|fencing|delimit\w*|marked|markers?|marking|separat\w+|spotlight\w*|strip\w*|sanitis\w+|sanitiz\w+|escap\w+|quarantin\w*|allow\w*|sandbox\w*|no tools|read only|links?|valid\w*|schema\w*|approv\w*|human|rights|scopes?|confirm\w*|review\w*|block\w*|reject\w*|redact\w*|encod\w+)\b/;
const onOutput =
  /\b(?:outputs?|schema\w*|valid\w*|allow\w*|sanitis\w+|sanitiz\w+|escap\w+|approv\w*|human|confirm\w*|polic\w+|typed|sandbox\w*|arguments?|parameters?|limits?)\b/;

export const untrustedContent = defineRequirement({
  id: 'untrusted-content',
  area: 'governance',
  rank: 'recommended',
  gap: 'governance',
  appliesTo: 'language models with retrieval or tools',
  severity: ['off', 'warning', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['governance.untrusted.test'],
  hollow: [
    'mail, uploads or web pages are a source, and are not listed',
    'a sentence in the prompt as the only control',
    'output that goes to a system, and no control on it',
    'a test without cases, or one that is skipped',
  ],
  toFix:
    'List the sources and tools that bring what outsiders write, an empty list where none does. Add controls that work whatever the model thinks, and a test with planted instructions.',
  references: 'OWASP LLM01, LLM05, LLM08 and ASI06; MITRE ATLAS AML.M0030 and AML.M0033',
  summary: 'What outsiders write is known, kept from giving orders, and tested with planted instructions.',
  why: 'To a model a sentence in a letter and a sentence from you look alike. Whoever can send you a letter can then ask the system for what you can see.',
  examples: [
    {
      bad: `
system:
  type: rag
sources:
  correspondence:
    what: Letters and e-mails received for a claim
    status: connected
indexes:
  claims-index:
    from:
      - correspondence
governance:
  untrusted:
    sources: []
             ^^ untrusted-content
`,
      good: `
system:
  type: rag
sources:
  correspondence:
    what: Letters and e-mails received for a claim
    status: connected
indexes:
  claims-index:
    from:
      - correspondence
governance:
  untrusted:
    sources:
      - correspondence
    controls:
      - documents-marked-as-data
      - links-only-to-known-hosts
    test: tests/injection/
`,
    },
    {
      bad: `
system:
  type: rag
indexes:
  claims-index:
    top_k: 8
governance:
^^^^^^^^^^ untrusted-content
  risk:
    class: limited
`,
      good: `
system:
  type: rag
indexes:
  claims-index:
    top_k: 8
governance:
  untrusted:
    sources: []
`,
      fixed: `
system:
  type: rag
indexes:
  claims-index:
    top_k: 8
governance:
  risk:
    class: limited
  untrusted:
    sources:
      - TODO source id or tool id
    controls:
      - TODO e.g. documents-marked-as-data
    test: TODO e.g. tests/injection/
`,
    },
  ],

  *assess(context) {
    const { traits, spec } = context;
    if (!traits.llm || !(traits.retrieval || traits.agent)) return;
    const untrusted = part(context, section, spec.get('governance')?.get('untrusted'));
    const { value } = untrusted;
    const list = value.get('sources');
    const isEmpty = list !== undefined && list.items.length === 0;
    const controls = (value.get('controls')?.items ?? []).flatMap((item) => item?.value ?? []);
    const asked = isEmpty ? [] : ['sources', 'controls', 'test'];
    yield* verdict(untrusted, [
      ...[...lacking(context, untrusted, asked, 'what outsiders write and what keeps it from giving orders')].map(
        (fault) => listing(context, fault),
      ),
      unlisted(context),
      onlyPleas(),
      unchecked(),
    ]);

    function onlyPleas(): Fault | undefined {
      const at = value.entry('controls')?.key;
      const begging = controls.filter((one) => plea.test(words(one)) && !mechanism.test(words(one)));
      if (at === undefined || controls.length === 0 || begging.length < controls.length) return undefined;
      const reason = `${someOf(begging.map(quoted))} only asks the model to be careful, as the planted text asks it not to be.`;
      return { at, state: 'hollow', reason };
    }

    function unchecked(): Fault | undefined {
      const at = value.entry('controls')?.key;
      if (at === undefined || controls.length === 0 || controls.some((one) => onOutput.test(words(one))))
        return undefined;
      const free = each(context, ['tools'], spec.get('tools')).filter(
        (tool) =>
          tool.value.get('approval')?.value === 'none' && (tool.value.get('effect')?.value ?? 'read') !== 'read',
      );
      if (free.length === 0) return undefined;
      const reason = `What the model writes goes to ${someOf(free.map(({ id }) => quoted(id)))} without approval, and no control looks at it.`;
      return { at, state: 'hollow', reason };
    }
  },
});

function unlisted(context: Context): Fault | undefined {
  const list = context.spec.get('governance')?.get('untrusted')?.get('sources');
  if (list === undefined) return undefined;
  const given = new Set(list.items.flatMap((item) => item?.value ?? []));
  const absent = written(context).filter(({ id }) => !given.has(id));
  if (absent.length === 0) return undefined;
  return {
    at:
      list.items.length === 0
        ? list
        : (context.spec.get('governance')?.get('untrusted')?.entry('sources')?.key ?? list),
    state: 'hollow',
    reason: `Outsiders write what ${someOf(absent.map(({ id, word }) => `${quoted(id)} (${word})`))} brings, and the list leaves it out.`,
  };
}

const mostShown = 10;

/** A skeleton that shows what is known of it. */
function listing(context: Context, fault: Fault): Fault {
  const known = written(context)
    .slice(0, mostShown)
    .map(({ id }) => id);
  if (known.length === 0 || fault.insert === undefined) return fault;
  const path = [...section, 'sources'];
  const insert = fault.insert.map((one) =>
    one.path.join('.') === path.join('.') ? { path, draft: [`TODO ${known.join(' | ')}`] } : one,
  );
  return { ...fault, insert };
}

/** Sources and tools that bring what outsiders write, by their own words. */
const written = once((context: Context): readonly { readonly id: string; readonly word: string }[] => {
  const sources = each(context, ['sources'], context.spec.get('sources')).flatMap(({ id, value }) => {
    if ((value.get('status')?.value ?? 'connected') !== 'connected' || value.get('via')?.value === 'training')
      return [];
    const format = value
      .get('formats')
      ?.get('expected')
      ?.items.find((one) => mailFormats.test(one?.value ?? ''))?.value;
    const text = `${id.replaceAll(/[-_.]/g, ' ')} ${value.get('what')?.value ?? ''} ${value.get('system')?.value ?? ''}`;
    const word = own.test(text) ? undefined : (outsiders.exec(text)?.[0] ?? format);
    return word === undefined ? [] : [{ id, word }];
  });
  const tools = each(context, ['tools'], context.spec.get('tools')).flatMap(({ id, value }) => {
    const word = bringing.exec(value.get('what')?.value ?? '')?.[1];
    return word === undefined ? [] : [{ id, word }];
  });
  return [...sources, ...tools];
});
