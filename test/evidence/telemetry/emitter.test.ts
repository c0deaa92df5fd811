import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEmitter } from '../../../core/src/evidence/telemetry/emitter.ts';
import { readSwitches } from '../../../core/src/evidence/telemetry/switches.ts';

/** Names with their lines, and what records calls. */
const sources: Readonly<
  Record<
    string,
    readonly [text: string, names: Readonly<Record<string, number | undefined>>, instrumentors: readonly string[]]
  >
> = {
  'literals, constants and keywords': [
    'span.set_attribute("gen_ai.request.model", m)\nspan.set(GenAI.GEN_AI_USAGE_INPUT_TOKENS, 1)\nlog.info("call", prompt_version=v)\n',
    { gen_ai_request_model: 1, gen_ai_usage_input_tokens: 2, prompt_version: 3 },
    [],
  ],
  'comments and docstrings are no code': [
    '"""Sets "gen_ai.request.model".\nand "user.id" """\n# "session.id"\n/* "a.b" */\n/*\n "c.d"\n*/\n// "e.f"\nx = "role"\n',
    {
      gen_ai_request_model: undefined,
      user_id: undefined,
      session_id: undefined,
      a_b: undefined,
      c_d: undefined,
      e_f: undefined,
      role: 9,
    },
    [],
  ],
  instrumentors: [
    'from opentelemetry.instrumentation.openai import OpenAIInstrumentor\nFastAPIInstrumentor.instrument_app(app)\nOpenAIInstrumentor().instrument()\nTraceloop.init(app_name="x")\n',
    {},
    ['3 OpenAIInstrumentor', '4 Traceloop.init'],
  ],
  'in TypeScript': [
    "import { x } from 'y';\nconst sdk = new NodeSDK({});\nspan.setAttributes({ 'gen_ai.response.model': m, outcome: o });\n",
    { gen_ai_response_model: 3, outcome: 3 },
    ['2 NodeSDK'],
  ],
  'only imported': ['from langfuse import observe\nimport OpenAIInstrumentor\n', {}, []],
};

for (const [name, [text, names, instrumentors]] of Object.entries(sources)) {
  test(name, () => {
    const emitter = readEmitter(text);
    for (const [one, line] of Object.entries(names)) assert.equal(emitter.names.get(one), line, one);
    assert.deepEqual(
      emitter.instrumentors.map(({ called, line }) => `${line} ${called}`),
      instrumentors,
    );
  });
}

test('what is taken out before writing', () => {
  assert.equal(readEmitter('from x import redact\ntext = redact(question)\n').redactsAt, 2);
  const name = (text: string) => /(?:redact|mask|scrub|sanitize)\w*/.exec(text)?.[0];
  /** Of a function that a record is written with. */
  const idle = (text: string, more = '') =>
    readEmitter(`${text}${more}span.set_attribute("x", ${name(text)}(question))\n`).idleRedaction?.line;
  assert.equal(idle('def redact(text):\n    """Later."""\n\n    return text\n'), 4);
  assert.equal(idle('def redact(text: str, *, deep=False) -> str: return text\n'), 1);
  assert.equal(idle('export function maskAll(text: string): string {\n  return text;\n}\n'), 2);
  assert.equal(idle('const scrub = (text) => text;\n'), 1);
  assert.equal(idle('def redact(text):\n    return clean(text)\n'), undefined);
  assert.equal(idle('def redact(text):\n    if off:\n        return text\n    return clean(text)\n'), undefined);
  assert.equal(idle('class Nothing:\n    def redact(self, text):\n        return text\n'), undefined);
  assert.equal(idle('def redact(text):\n    return text\ndef redact(text):\n    return clean(text)\n'), undefined);
  assert.equal(readEmitter('def redact(text):\n    return text\nx = redact(question)\n').redactsAt, undefined);
  const chain = '\n    .replace(A, "x");\n';
  assert.equal(idle(`export const redact = (value: string): string =>\n  value${chain}`), undefined);
  assert.equal(idle(`export function redact(text: string) {\n  return text${chain}}\n`), undefined);
  assert.equal(idle('const redact = (text) =>\n  text as Clean;\n'), undefined);
  assert.equal(idle('const redact = (text) =>\n  text\n  ?? clean(text);\n'), undefined);
  assert.equal(idle('const redact = (text) =>\n  text\n\nconst other = 1;\n'), 2);
  assert.equal(idle('@cleans\ndef redact(text):\n    return text\n'), undefined);
  assert.equal(idle('@cleans(\n    all=True,\n)\ndef redact(text):\n    return text\n'), undefined);
  const stub = 'def redact(text):\n    return text\n';
  assert.equal(idle(stub, 'redact = cleaning(redact)\n'), undefined);
  assert.equal(idle(stub, 'span.set_attribute("y", redact_pii(answer))\n'), undefined);
  assert.equal(readEmitter(`${stub}span.set("y", redact_pii(answer))\n`).redactsAt, 3);
  assert.equal(idle(stub, 'engine = AnonymizerEngine()\n'), 2);
  assert.equal(idle(stub, 'engine = AnonymizerEngine()\nprovider.add(engine)\n'), undefined);
  assert.equal(readEmitter(`${stub}title = redact(title)\n`).idleRedaction, undefined);
  assert.equal(idle('def sanitize_model_name(name):\n    return name\n'), undefined);
  assert.equal(idle('const maskOf = (kind) => kind;\n'), undefined);
  assert.equal(idle('const maskWith = (fn) => fn;\n'), undefined);
  assert.equal(readEmitter('# redact(x)\ntext = question\n').redactsAt, undefined);
});

/** Switches as `line name on|off`, with `!` in production. */
const switches: readonly (readonly [path: string, text: string, ...expected: string[]])[] = [
  ['fly.toml', "[env]\n  ENVIRONMENT = 'production'\n  OTEL_ENABLED = 'false'\n", '3 OTEL_ENABLED off!'],
  [
    'compose.yaml',
    'environment:\n  - OTEL_SDK_DISABLED=true\n  - OTEL_ENABLED=true\n',
    '2 OTEL_SDK_DISABLED off',
    '3 OTEL_ENABLED on',
  ],
  ['deploy/prod/configmap.yaml', 'data:\n  LANGSMITH_TRACING: "false"\n', '2 LANGSMITH_TRACING off!'],
  [
    '.env',
    '# OTEL_ENABLED=false\nexport OTEL_TRACES_EXPORTER=none\nOTEL_LOGS_EXPORTER=otlp\n',
    '2 OTEL_TRACES_EXPORTER off',
  ],
  ['.env', 'FEATURE_ENABLED=false\nOTEL_SERVICE_NAME=false\nTRACING=1\nOTEL_ENABLED=${OTEL}\n'],
  ['product.env', 'OTEL_ENABLED=0\n', '1 OTEL_ENABLED off'],
];

for (const [path, text, ...expected] of switches) {
  test(`switches in ${path}: ${expected.join(', ') || 'none'}`, () => {
    const found = readSwitches(text, { root: '', path });
    assert.deepEqual(
      found.map(({ line, name, off, production }) => `${line} ${name} ${off ? 'off' : 'on'}${production ? '!' : ''}`),
      expected,
    );
  });
}
