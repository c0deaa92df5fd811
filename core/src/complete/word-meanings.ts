import type { Field } from '../spec/fields.generated.ts';

/** What a word of the language says as the value of `field`, in a few words; undefined of words that are only common. */
export function meaningOf({ path }: Field, word: string): string | undefined {
  const words = meanings[path];
  return words !== undefined && Object.hasOwn(words, word) ? words[word] : undefined;
}

type Words = Readonly<Record<string, string>>;

const refresh: Words = {
  schedule: 'runs by the clock',
  event: 'runs when a source reports a change',
  manual: 'runs when a person thinks of it',
};

const withoutAnswer = {
  'hand-off': 'a person takes over',
  'answer-with-warning': 'it answers, and says how far to trust that',
} as const;

/** By the path of the field. A test holds that each of its values is here, and nothing else. */
export const meanings: Readonly<Record<string, Words>> = {
  apiVersion: { 'ai-system/v1': 'the only version there is' },
  'system.type': {
    rag: 'answers from content that it retrieves',
    llm: 'answers from a prompt alone',
    agent: 'chooses its steps and calls tools',
    model: 'predicts from features',
  },
  'system.stage': {
    pilot: 'being tried out: names what it needs',
    'pre-production': 'being built: what it names exists',
    production: 'in use: what it names agrees and is recent',
    retired: 'switched off: little is asked any more',
  },
  'system.when_out_of_scope': { refuse: 'it says that this is not its task', ...withoutAnswer },
  'system.decision_role': {
    informs: 'a person reads it and decides',
    recommends: 'a person decides on its proposal',
    decides: 'its output is the decision',
  },
  'system.criticality': {
    low: 'an outage or a wrong output is a nuisance',
    standard: 'it costs work or money',
    critical: 'it does serious harm',
  },
  'system.users.exposure': {
    internal: 'your own staff',
    partner: 'outsiders whom you know',
    public: 'anybody',
  },
  'sources.*.status': {
    connected: 'in use',
    planned: 'will be in use',
    dropped: 'will not be used after all',
  },
  'sources.*.via': {
    index: 'is searched',
    api: 'is called at run time',
    features: 'is computed into inputs of a model',
    training: 'is read when a model is trained',
  },
  'sources.*.data.from': {
    production: 'the real system',
    staging: 'a test system',
    copy: 'a copy of the real data, made on a day',
    sample: 'a part of the real data',
    synthetic: 'data that was made up',
  },
  'sources.*.data.class': {
    public: 'anybody may read it',
    internal: 'staff may read it',
    confidential: 'only those who need it may read it',
    restricted: 'a few named people may read it',
  },
  'sources.*.data.personal': {
    none: 'says nothing about people',
    personal: 'is about people',
    special: 'is about health, religion, biometrics and the like',
  },
  'sources.*.access.varies_by': {
    user: 'each person may see something else',
    role: 'each role may see something else',
    none: 'all may see the same',
  },
  'sources.*.access.enforced_at': {
    source: 'the source asks who is asking',
    'index-filter': 'a filter on the index',
    app: 'the application',
  },
  'sources.*.formats.other': {
    quarantine: 'it is set aside for a person',
    ocr: 'its text is read from the picture',
    'count-and-skip': 'it is left out and counted',
    reject: 'whoever sent it is told',
  },
  'sources.*.tested.with': {
    production: 'real data',
    staging: 'data of a test system',
    synthetic: 'data that was made up',
  },
  'models.*.role': {
    generate: 'writes answers',
    embed: 'turns text into vectors',
    rerank: 'sorts what was found',
    judge: 'grades answers',
    predict: 'predicts from features',
  },
  'models.*.data_use.training': {
    none: 'the provider does not train on your data',
    provider: 'the provider may, and it cannot be called back',
  },
  'models.*.training.refresh.mode': refresh,
  'indexes.*.refresh.mode': refresh,
  'indexes.*.no_result.then': { 'say-unknown': 'it says that nothing was found', ...withoutAnswer },
  'indexes.*.rebuild.switch': {
    alias: 'builds beside the old index, then switches',
    'in-place': 'overwrites it',
  },
  'tools.*.effect': {
    read: 'changes nothing',
    write: 'changes what can be changed back',
    irreversible: 'cannot be undone',
  },
  'tools.*.runs_as': {
    user: 'with the rights of the person who asks',
    service: 'with rights of its own',
  },
  'tools.*.approval': {
    human: 'a person lets each call through',
    policy: 'a policy in code does',
    none: 'nobody does',
  },
  'evaluation.datasets.*.origin': {
    production: 'from real use',
    'pilot-users': 'from the people of the pilot',
    historical: 'from cases of the time before',
    expert: 'written by people who know the task',
    synthetic: 'made up by a model or a script',
  },
  'evaluation.datasets.*.use': {
    test: 'is only ever measured on',
    tune: 'may shape prompts and thresholds',
  },
  'evaluation.gate.runs_when[]': {
    prompt: 'when a prompt changes',
    model: 'when a model or its version changes',
    index: 'when an index or its recipe changes',
    connector: 'when the way to a source changes',
    tool: 'when a tool or its rights change',
    features: 'when inputs of a model change',
  },
  'evaluation.gate.blocks': {
    merge: 'a change does not get into the main branch',
    deploy: 'a change does not go live',
  },
  'evaluation.load_test.against': {
    production: 'the real system',
    staging: 'a test system',
    mock: 'a stand-in, which has no limits of its own',
  },
  'logging.content': {
    full: 'as it is',
    redacted: 'without what is about people',
    'by-reference': 'in a protected store, with a pointer here',
    none: 'not at all',
  },
  'monitoring.metrics.*.kind': {
    quality: 'how good outputs are',
    retrieval: 'what the search finds',
    drift: 'how inputs or outputs move',
    usage: 'how much is used, and by whom',
  },
  'monitoring.metrics.*.of': {
    queries: 'what people ask',
    features: 'the inputs of a model',
    predictions: 'what it predicts',
    outputs: 'what it answers',
  },
  'monitoring.alerts.*.severity': {
    page: 'wakes somebody',
    ticket: 'waits for working hours',
    info: 'is only shown',
  },
  'governance.risk.class': {
    minimal: 'nothing is asked by law',
    limited: 'people must know that it is AI',
    high: 'records, oversight and checks are asked by law',
    prohibited: 'must not be used',
  },
  'governance.high_risk.role': {
    provider: 'places the system on the market',
    deployer: 'uses it under its own authority',
  },
};
