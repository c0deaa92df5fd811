// Generated from schemas/ai-system.schema.json by `npm run generate`. Do not edit.

/** A name made of letters, digits, dots, hyphens and underscores. It starts with a letter or a digit. */
export type Id = string;

/** The name of a measure. A cut-off may follow after @, as in recall@8. */
export type MetricName = string;

/** The id of a requirement, as findings print it. */
export type RuleId = string;

/** A sentence or two in plain words. Quote it if it holds a comma, a colon or a #. */
export type Text = string;

/** A short name or phrase. */
export type Label = string;

/** One exact version, written as text. 1.10 stays 1.10. */
export type Version = string;

/** A whole number, 0 or more. */
export type Count = number;

/** A plain number on the scale of the metric it belongs to. */
export type Score = number;

/** A number between 0 and 1. */
export type UnitScore = number;

/** The lowest and the highest value a score can have, with two dots between: 0..100. */
export type Scale = string;

/** A percentage from 0% to 100%. */
export type Share = string;

/** A number per unit of time: /s, /min, /h or /day. */
export type Rate = string;

/** How much is looked at: a share such as 5%, or a number per day, week or month such as 40/week. */
export type SampleSize = string;

/** A number or an amount of money, per unit of time where that matters: 20/hour, 500 EUR/day. */
export type Limit = string;

/** An amount and a currency code, with a space between: 40 EUR. */
export type Money = string;

/** A number, a share, a duration or an amount of money, in the unit of the metric. */
export type Threshold = string;

/** A number and one unit: ms, s, m (minutes), h, d or w. */
export type Duration = string;

/** A calendar day, year first: 2026-11-16. */
export type IsoDate = string;

/** The id of an alert, or a time before a date: 120d before answer-llm.retires, 30d before 2027-04-14. */
export type Moment = string;

/** Five fields: minute, hour, day of the month, month, day of the week. Put it in quotes. */
export type Cron = string;

/** A name from the IANA time zone list, such as Europe/Berlin or UTC. */
export type Timezone = string;

/** Either 24x7, or days, hours and a time zone: Mon-Fri 07:00-19:00 Europe/Berlin. */
export type Hours = string;

/** A language tag such as de, en or pt-BR. */
export type Language = string;

/** Where a message is read: mailto:, slack:, teams:, pagerduty: or opsgenie:, and an address. A channel is written without its #. */
export type Contact = string;

/** The name of the team or person in CODEOWNERS or in the service catalogue, with or without the leading @. */
export type Handle = string;

/** Where the secret is kept, never the secret: vault:, env:, secretsmanager:, ssm:, keyvault:, gsm:, k8s: or sops:, and its name there. */
export type SecretRef = string;

/** A path, relative to this file. A leading / means the root of the repository, root// another repository, and #name a thing inside the file. A page on the web is accepted and stays unchecked. */
export type Reference = string;

/** otel-genai/ and its version, openinference, or own. */
export type Convention = string;

/** What is being changed: prompt, model, index, connector, tool or features. */
export type ChangeKind = 'prompt' | 'model' | 'index' | 'connector' | 'tool' | 'features';

/** How content or a trained model is brought up to date, by which job, and who looks after it. */
export type Refresh = ScheduledRefresh | EventRefresh | ManualRefresh;

/** One value that is measured while the system runs. */
export type Metric = QualityMetric | RetrievalLiveMetric | DriftMetric | UsageMetric;

/**
 * rag answers from retrieved content, llm from a prompt alone, agent calls tools, model predicts from features. It decides which requirements apply.
 */
export type SystemType = 'rag' | 'llm' | 'agent' | 'model';
/**
 * Where the system stands today. A pilot names things, pre-production wires them, production proves them.
 */
export type SystemStage = 'pilot' | 'pre-production' | 'production' | 'retired';
/**
 * What the system does with a request outside its scope: refuse it, hand it to a person, or answer with a warning.
 */
export type SystemWhenOutOfScope = 'refuse' | 'hand-off' | 'answer-with-warning';
/**
 * Whether the output informs a person, recommends a decision, or is the decision. It sets how much oversight is asked for.
 */
export type SystemDecisionRole = 'informs' | 'recommends' | 'decides';
/**
 * How much harm an outage or a wrong output does. critical raises several requirements.
 */
export type SystemCriticality = 'low' | 'standard' | 'critical';
/**
 * internal is your own staff, partner is known outsiders, public is anybody. Strangers try things that colleagues never do.
 */
export type SystemUsersExposure = 'internal' | 'partner' | 'public';
/**
 * connected is in use, planned will be, dropped will not. List planned ones too, because they are where the time goes.
 */
export type SourceStatus = 'connected' | 'planned' | 'dropped';
/**
 * index is searched, api is called at run time, features are computed inputs, training is read when a model is trained.
 */
export type SourceVia = 'index' | 'api' | 'features' | 'training';
/**
 * Where the data in use comes from today. Only production shows the formats, gaps and rights of production.
 */
export type SourceDataFrom = 'production' | 'staging' | 'copy' | 'sample' | 'synthetic';
/**
 * The class of the data in your own scheme, mapped to these four. It decides on access rights, logs and providers.
 */
export type SourceDataClass = 'public' | 'internal' | 'confidential' | 'restricted';
/**
 * Whether the data is about people. special means health, religion, biometrics and the like; privacy and log rules follow from it.
 */
export type SourceDataPersonal = 'none' | 'personal' | 'special';
/**
 * Whether two people may see different content: by user, by role, or not at all. If they may, every answer has to respect it.
 */
export type SourceAccessVariesBy = 'user' | 'role' | 'none';
/**
 * Who holds the line: the source itself, a filter on the index, or the application. There has to be one place.
 */
export type SourceAccessEnforcedAt = 'source' | 'index-filter' | 'app';
/**
 * What happens to a document of any other format. Whatever it is, it must leave a trace.
 */
export type SourceFormatsOther = 'quarantine' | 'ocr' | 'count-and-skip' | 'reject';
/**
 * Which data the test used. Synthetic data only holds the cases somebody thought of.
 */
export type SourceTestedWith = 'production' | 'staging' | 'synthetic';
/**
 * What the model does here: write answers, embed text, rerank hits, judge answers, or predict from features.
 */
export type ModelRole = 'generate' | 'embed' | 'rerank' | 'judge' | 'predict';
/**
 * none: the provider does not train on your data. provider: it may, and then the data cannot be called back.
 */
export type ModelDataUseTraining = 'none' | 'provider';
/**
 * Say that nothing was found, hand over to a person, or answer with a warning. It should be decided, not left to the model.
 */
export type IndexNoResultThen = 'say-unknown' | 'hand-off' | 'answer-with-warning';
/**
 * alias builds beside the old index and then switches, in-place overwrites it.
 */
export type IndexRebuildSwitch = 'alias' | 'in-place';
/**
 * read changes nothing, write can be undone, irreversible cannot. The rest of the safeguards depends on it.
 */
export type ToolEffect = 'read' | 'write' | 'irreversible';
/**
 * user acts with the rights of the person asking, service with rights of its own. With its own rights it can do what the person may not.
 */
export type ToolRunsAs = 'user' | 'service';
/**
 * Who lets a call through: a person, a policy in code, or nobody. The model is never its own approver.
 */
export type ToolApproval = 'human' | 'policy' | 'none';
/**
 * What cannot happen while the evaluation fails: the merge or the deployment.
 */
export type EvaluationGateBlocks = 'merge' | 'deploy';
/**
 * What was loaded. A mock cannot show the limits of the model provider.
 */
export type EvaluationLoadTestAgainst = 'production' | 'staging' | 'mock';
/**
 * Where the cases come from. Cases that experts or models made up are kinder than real ones.
 */
export type DatasetOrigin = 'production' | 'pilot-users' | 'historical' | 'expert' | 'synthetic';
/**
 * test is only ever measured on, tune may shape prompts and thresholds. One file cannot be both.
 */
export type DatasetUse = 'test' | 'tune';
/**
 * Whether inputs and outputs are kept: in full, redacted, as a pointer to a protected store, or not at all. Many instrumentations record none by default.
 */
export type LoggingContent = 'full' | 'redacted' | 'by-reference' | 'none';
/**
 * What is compared with the reference: what people ask, the features, the predictions, or the outputs.
 */
export type DriftMetricOf = 'queries' | 'features' | 'predictions' | 'outputs';
/**
 * page wakes somebody, ticket waits for working hours, info is only shown. Too many pages are soon ignored.
 */
export type AlertSeverity = 'page' | 'ticket' | 'info';
/**
 * The risk class of the use, not of the technology. The same model can be harmless or not.
 */
export type GovernanceRiskClass = 'minimal' | 'limited' | 'high' | 'prohibited';
/**
 * provider places the system on the market, deployer uses it under its own authority. Duties differ.
 */
export type GovernanceHighRiskRole = 'provider' | 'deployer';

/**
 * What an AI system depends on, how it is measured, watched and owned.
 */
export interface Spec {
  /**
   * Always ai-system/v1. It tells tools that this file is theirs.
   */
  readonly apiVersion?: 'ai-system/v1';
  /**
   * What the system is for, who uses it, how much, and where it stands. Every other section is judged against it.
   */
  readonly system?: System;
  /**
   * The teams and people named in this file, by id. Whoever owns something below is defined here once, with a way to reach them.
   */
  readonly owners?: {readonly [id: string]: Owner};
  /**
   * The systems of record it depends on, by id, connected and planned. Connecting them is most of the work between pilot and production.
   */
  readonly sources?: {readonly [id: string]: Source};
  /**
   * The models it calls, by id. They get updates and end dates whether you plan for them or not.
   */
  readonly models?: {readonly [id: string]: Model};
  /**
   * The prompts it uses, by id. They are code and need a file, a version and an owner.
   */
  readonly prompts?: {readonly [id: string]: Prompt};
  /**
   * The indexes it searches, by id. What is not refreshed grows wrong without any error.
   */
  readonly indexes?: {readonly [id: string]: Index};
  /**
   * What it can do beside answering, by id. Each tool is a right that a wrong answer can use.
   */
  readonly tools?: {readonly [id: string]: Tool};
  /**
   * How well it must work, on which cases, and what happens to a change that fails.
   */
  readonly evaluation?: Evaluation;
  /**
   * What is kept of every call. What was not logged cannot be explained later.
   */
  readonly logging?: Logging;
  /**
   * What is measured while it runs and who is called. Otherwise users are the monitoring.
   */
  readonly monitoring?: Monitoring;
  /**
   * Who runs it, to which standard, and how it is changed, stopped and repaired.
   */
  readonly operations?: Operations;
  /**
   * Risk, privacy, oversight, and what people are told. These answers take others weeks, so ask early.
   */
  readonly governance?: Governance;
  /**
   * Dated exceptions to requirements. They are counted in every report and end by themselves.
   */
  readonly waivers?: readonly Waiver[];
}
/**
 * What the system is for, who uses it, how much, and where it stands.
 */
export interface System {
  /**
   * The short name of the system, the same one that dashboards, alerts and tickets use, so that they can be found from here.
   */
  readonly name?: Id;
  readonly type?: SystemType;
  readonly stage?: SystemStage;
  /**
   * The first day in production, planned or past. Many other dates are compared with it.
   */
  readonly launch?: IsoDate;
  /**
   * Who answers for the system as a whole. This is the first name people look for when something is wrong.
   */
  readonly owner?: Id;
  /**
   * The last day on which a person compared this file with reality. Descriptions age quietly, so the date does not count for ever.
   */
  readonly reviewed?: IsoDate;
  /**
   * Who is helped with which task by which data, in one to three sentences. Scope, tests and risk are judged against it.
   */
  readonly purpose?: Text;
  /**
   * The languages people and documents use. More than one language in production needs test cases that mix them.
   */
  readonly languages?: readonly Language[];
  /**
   * What the system is meant to handle. Tests are drawn from here.
   */
  readonly in_scope?: readonly Label[];
  /**
   * What people will ask for and must not get. Each entry should have a case in the test set.
   */
  readonly out_of_scope?: readonly Label[];
  readonly when_out_of_scope?: SystemWhenOutOfScope;
  readonly decision_role?: SystemDecisionRole;
  readonly criticality?: SystemCriticality;
  readonly users?: SystemUsers;
  readonly load?: SystemLoad;
  readonly success?: SystemSuccess;
  readonly pilot?: SystemPilot;
  /**
   * What the pilot did not have to face, item by item: closed, or due with an owner. An honest list here is the cheapest part of the launch.
   */
  readonly pilot_gaps?: readonly PilotGap[];
}
/**
 * Who uses the output, how many there are, and from where. Rights, disclosure and abuse depend on it.
 */
export interface SystemUsers {
  /**
   * The people who read the output, by their job. It decides what they can check for themselves.
   */
  readonly who?: Label;
  /**
   * How many people will use it in production, not in the pilot. Load and support follow from it.
   */
  readonly count?: Count;
  /**
   * How many different sets of rights these people have. More than one means that answers must respect rights.
   */
  readonly roles?: Count;
  readonly exposure?: SystemUsersExposure;
}
/**
 * What production will bring, not what the pilot had. Limits, cost and load tests are compared with it.
 */
export interface SystemLoad {
  /**
   * How many requests a normal day brings. It shows how often a rare case will really happen.
   */
  readonly per_day?: Count;
  /**
   * How many requests the busiest minute brings. Limits and load tests have to stand this minute, not the average.
   */
  readonly peak_per_minute?: Count;
  /**
   * How many calls to models and sources one request makes. It multiplies the peak that limits have to stand.
   */
  readonly calls_per_request?: number;
}
/**
 * The outcome this system exists for, before and after. Model scores alone cannot show that people are better off.
 */
export interface SystemSuccess {
  /**
   * What is measured about the work itself, with its unit.
   */
  readonly metric?: Text;
  /**
   * The value without the system. Without it nobody can say later what changed.
   */
  readonly baseline?: number;
  /**
   * The value that makes the system worth running.
   */
  readonly target?: number;
  /**
   * How often somebody compares the outcome with the target. A number that nobody looks at does not help.
   */
  readonly check_every?: Duration;
  /**
   * The dashboard or report that shows the outcome, so that the claim can be looked up.
   */
  readonly proof?: Reference;
}
/**
 * When the pilot ends and what it has to show. A pilot without an end is production without its safeguards.
 */
export interface SystemPilot {
  /**
   * The day on which the pilot is judged. Without a day it goes on until somebody depends on it.
   */
  readonly ends?: IsoDate;
  /**
   * What must be true to go on, each with a number. Happy users are no number.
   */
  readonly exit?: readonly Text[];
}
/**
 * A gap is either closed on a day, or due on a day with an owner.
 */
export interface PilotGap {
  /**
   * One thing that production brings and the pilot did not have to face. Think of data, formats, users and rights, volume, languages, and systems to reach.
   */
  readonly gap?: Text;
  /**
   * The day the gap was closed. Leave it out while the gap is open, and say when it is due instead.
   */
  readonly closed?: IsoDate;
  /**
   * The test, data set or change that closed the gap, so that it cannot open again unseen.
   */
  readonly proof?: Reference;
  /**
   * The day by which the gap will be closed, before launch where it can be.
   */
  readonly due?: IsoDate;
  /**
   * Who closes it, and is still here on the due date.
   */
  readonly owner?: Id;
}
/**
 * A team that can be reached, with a person who answers for it.
 */
export interface Owner {
  /**
   * The name of the team, as the organisation knows it. Teams outlive people, so both are asked for.
   */
  readonly team?: Label;
  /**
   * The person who answers for the team here. A team without a name answers slowly.
   */
  readonly person?: Label;
  /**
   * Where the team can be reached, as URIs. An owner who receives pages needs pagerduty: or opsgenie:.
   */
  readonly contact?: readonly Contact[];
  /**
   * The name of this owner in CODEOWNERS or in the service catalogue. It ties the id to the files the team owns.
   */
  readonly handle?: Handle;
  /**
   * Another owner who steps in. It must not be the same team.
   */
  readonly backup?: Id;
  /**
   * The last day of this owner, when a project team will dissolve. Whatever it owns beyond that day has no owner.
   */
  readonly until?: IsoDate;
}
/**
 * One system of record the AI system depends on.
 */
export interface Source {
  /**
   * What the source contains, in the words of the people who use it.
   */
  readonly what?: Text;
  /**
   * The system the data really comes from, not the folder it was copied to.
   */
  readonly system?: Label;
  /**
   * The team that runs the source system. Changes and outages begin there.
   */
  readonly owner?: Id;
  readonly status?: SourceStatus;
  /**
   * When a planned source will be connected. Access and contracts take longer than code, so the date comes before launch.
   */
  readonly due?: IsoDate;
  readonly via?: SourceVia;
  readonly data?: SourceData;
  readonly auth?: SourceAuth;
  readonly access?: SourceAccess;
  readonly formats?: SourceFormats;
  readonly tested?: SourceTested;
  readonly load?: SourceLoad;
  /**
   * What the source can take and what it promises. Peak load is compared with it.
   */
  readonly limits?: Limits;
  /**
   * What happens when the source is slow or gone. It will be, and answers should not hang with it.
   */
  readonly resilience?: Resilience;
  /**
   * The data contract or check suite that runs against the source. Bad input makes confident output.
   */
  readonly quality?: Reference;
  /**
   * The versioned description of the interface, such as an OpenAPI document. A change of version can be seen, a change in silence cannot.
   */
  readonly contract?: Reference;
  /**
   * Where the source announces changes. Somebody of yours has to read it.
   */
  readonly change_notice?: Contact;
}
/**
 * Which data is really read and how sensitive it is. Other requirements follow from these answers.
 */
export interface SourceData {
  readonly from?: SourceDataFrom;
  /**
   * The day the copy or the sample was drawn. An old copy hides what has changed since.
   */
  readonly copied?: IsoDate;
  readonly class?: SourceDataClass;
  readonly personal?: SourceDataPersonal;
}
/**
 * How the system signs in to the source. The account of a developer stops working when the developer leaves.
 */
export interface SourceAuth {
  /**
   * The way of signing in. What worked for the pilot is often a key of one developer.
   */
  readonly method?: Label;
  /**
   * The account or role that is used. It belongs to the system, not to a person.
   */
  readonly identity?: Label;
  /**
   * Where the secret is kept. Leave it out where the method needs none.
   */
  readonly secret?: SecretRef;
  /**
   * How often the secret is replaced. A secret that never changes has been seen by everybody who ever left.
   */
  readonly rotate?: Duration;
}
/**
 * Whose rights decide what may be read, and where they are enforced. A prompt is no place to enforce rights.
 */
export interface SourceAccess {
  readonly varies_by?: SourceAccessVariesBy;
  readonly enforced_at?: SourceAccessEnforcedAt;
  /**
   * A test in which somebody is refused, run in CI. Tests with permitted users only prove nothing here.
   */
  readonly test?: Reference;
}
/**
 * Which document types arrive and what happens to the rest. A type nobody planned for is a document nobody finds.
 */
export interface SourceFormats {
  /**
   * The formats the pipeline reads. Count what the store holds, not what the pilot used.
   */
  readonly expected?: readonly Label[];
  readonly other?: SourceFormatsOther;
}
/**
 * The last time the connection was tested, with which data, on which cases.
 */
export interface SourceTested {
  /**
   * The day of the last test run. Connectors break when the other side changes.
   */
  readonly date?: IsoDate;
  readonly with?: SourceTestedWith;
  /**
   * The formats and the odd cases the test contains. Each format you expect should be among them.
   */
  readonly covers?: readonly Label[];
  /**
   * The CI job that runs the test, so that it runs without anybody thinking of it.
   */
  readonly proof?: Reference;
}
/**
 * What one request asks of this source, where it is not what `system.load` says of all of them.
 */
export interface SourceLoad {
  /**
   * How many calls to this source one request makes. Times the peak it is compared with the request rate.
   */
  readonly calls_per_request?: number;
}
/**
 * What the system on the other side can take and what it promises. A pilot seldom meets these limits, production meets them daily.
 */
export interface Limits {
  /**
   * How many requests the other side accepts. Peak load is compared with it.
   */
  readonly rate?: Rate;
  /**
   * The token quota of the model deployment. Long documents reach it before the request rate does.
   */
  readonly tokens_per_minute?: Count;
  /**
   * What the other side promises. Your own objective cannot be better than the product of these.
   */
  readonly availability?: Share;
  /**
   * How long a call takes at worst, 19 times out of 20. It has to fit into your own latency objective.
   */
  readonly p95?: Duration;
}
/**
 * What happens when the dependency is slow or gone. Decide it here, so that the first outage does not decide it for you.
 */
export interface Resilience {
  /**
   * How long to wait for one answer. Without one, a slow dependency blocks every request behind it.
   */
  readonly timeout?: Duration;
  /**
   * How often a failed call is repeated. Timeout times tries is what a person waits at worst.
   */
  readonly retries?: Count;
  /**
   * What people get while the dependency does not answer, in a word or two.
   */
  readonly if_down?: Label;
}
/**
 * One model the system calls, at one exact version.
 */
export interface Model {
  readonly role?: ModelRole;
  /**
   * Who runs the model. self-hosted or own means that you do, every other name means that it can change or end without you.
   */
  readonly provider?: Label;
  /**
   * The exact version that answers in production. A family name such as latest changes under you.
   */
  readonly version?: Version;
  /**
   * Who decides on updates of this model. The provider cannot be the owner.
   */
  readonly owner?: Id;
  /**
   * The page that says what the model is good for and where it fails, for those who did not train it.
   */
  readonly card?: Reference;
  readonly load?: ModelLoad;
  /**
   * Quota and availability of the deployment you use. Load tests against a mock do not meet them.
   */
  readonly limits?: Limits;
  /**
   * What people get when the model is slow, full or gone. Providers do have outages.
   */
  readonly resilience?: Resilience;
  /**
   * The day on which the provider switches this version off. After it every call fails.
   */
  readonly retires?: IsoDate;
  readonly successor?: ModelSuccessor;
  /**
   * Where the provider announces changes and retirements. A shared inbox outlives a person.
   */
  readonly change_notice?: Contact;
  readonly data_use?: ModelDataUse;
  readonly training?: ModelTraining;
}
/**
 * What one request asks of this model, where it is not what `system.load` says of all calls.
 */
export interface ModelLoad {
  /**
   * How many calls to this model one request makes. Times the peak it is compared with the request rate.
   */
  readonly calls_per_request?: number;
  /**
   * How many tokens one call takes, prompt and answer together. Times the calls of the peak it is compared with the token quota.
   */
  readonly tokens_per_call?: Count;
}
/**
 * What follows when the version retires. Evaluating a successor takes weeks, so it needs a date.
 */
export interface ModelSuccessor {
  /**
   * The version that will follow, once it is known. Until then the date alone is enough.
   */
  readonly version?: Version;
  /**
   * The day by which the successor is evaluated and chosen, with time left to fix prompts.
   */
  readonly decide_by?: IsoDate;
}
/**
 * What the provider may do with what you send, and the paper that says so.
 */
export interface ModelDataUse {
  /**
   * Where requests are processed. Contracts and law may restrict it.
   */
  readonly region?: Label;
  readonly training?: ModelDataUseTraining;
  /**
   * How long the provider keeps requests and answers: 0d where it keeps nothing. It is part of your own privacy promise.
   */
  readonly retention?: Duration;
  /**
   * The contract or data processing agreement. Settings can be changed, this is what was promised.
   */
  readonly agreement?: Reference;
}
/**
 * How the model was made and how it is made again. A model that cannot be reproduced cannot be repaired.
 */
export interface ModelTraining {
  /**
   * The sources the training data comes from. When one of them changes, the model is affected.
   */
  readonly from?: readonly Id[];
  readonly period?: ModelTrainingPeriod;
  /**
   * How long it takes until the true outcome is known. Younger cases have no label yet.
   */
  readonly label_delay?: Duration;
  /**
   * The instructions or pipeline that produce the same model from a commit. A notebook on a laptop does not.
   */
  readonly reproduce?: Reference;
  /**
   * How and when the model is trained again. The world it learned from moves on.
   */
  readonly refresh?: Refresh;
  /**
   * The oldest model you accept in production, counted from the end of the training period.
   */
  readonly max_age?: Duration;
}
/**
 * The time span of the training data. Test data has to come after it.
 */
export interface ModelTrainingPeriod {
  /**
   * The first day in the training data. Old years teach old habits.
   */
  readonly from?: IsoDate;
  /**
   * The last day in the training data. The age of the model counts from here.
   */
  readonly to?: IsoDate;
}
/**
 * One prompt under version control.
 */
export interface Prompt {
  /**
   * The file that holds the prompt. A prompt that lives in a portal has no history.
   */
  readonly path?: Reference;
  /**
   * The version in production. The call log carries the same one.
   */
  readonly version?: Version;
  /**
   * The model this prompt is written for. Another model may need other words.
   */
  readonly used_by?: Id;
  /**
   * Who revises it when answers get worse. Prompts rarely stay right by themselves.
   */
  readonly owner?: Id;
}
/**
 * One search index, vector store or knowledge graph.
 */
export interface Index {
  /**
   * The sources this index is built from. A source in no index is never found.
   */
  readonly from?: readonly Id[];
  /**
   * The model that embeds documents and queries. Both sides have to use the same one.
   */
  readonly embedding?: Id;
  /**
   * The version of chunking, parsing and embedding together. The call log carries it.
   */
  readonly version?: Version;
  /**
   * The file that says how documents are parsed, cut and embedded, so that the index can be built again.
   */
  readonly recipe?: Reference;
  /**
   * How many hits a query returns in production. Retrieval is measured at the same number.
   */
  readonly top_k?: Count;
  /**
   * How and when changed documents reach the index. Nobody notices a refresh that stopped, so it needs a job and an owner.
   */
  readonly refresh?: Refresh;
  /**
   * The longest time from a change in the source to the moment it can be found. Alert and cron are compared with it.
   */
  readonly max_age?: Duration;
  /**
   * Why so long an age is good enough, where it is more than a month. Readers of old answers will ask.
   */
  readonly max_age_reason?: Text;
  /**
   * How long a document deleted in the source can still be found. Deletion promises include the copy in the index.
   */
  readonly deletes_within?: Duration;
  readonly no_result?: IndexNoResult;
  readonly rebuild?: IndexRebuild;
}
/**
 * What happens when nothing fits the question. Otherwise the model answers without a source.
 */
export interface IndexNoResult {
  /**
   * Hits below this score count as not found. At 0 everything is an answer.
   */
  readonly min_score?: UnitScore;
  readonly then?: IndexNoResultThen;
}
/**
 * How the whole index is built anew, as every change of embedding model demands.
 */
export interface IndexRebuild {
  /**
   * How long a full rebuild takes. It is the shortest way back from a broken index without a copy.
   */
  readonly takes?: Duration;
  readonly switch?: IndexRebuildSwitch;
  /**
   * How long the old index stays. Within that time going back is a switch, later it is a rebuild.
   */
  readonly keep_previous?: Duration;
}
/**
 * A refresh that runs by the clock.
 */
export interface ScheduledRefresh {
  /**
   * schedule runs by the clock, event runs when a source reports a change, manual waits for a person.
   */
  readonly mode: 'schedule';
  /**
   * When it runs, as five quoted fields. The longest gap between two runs counts towards the age.
   */
  readonly cron?: Cron;
  /**
   * The zone in which the cron is read. Without it the run moves when clocks change or servers move.
   */
  readonly timezone?: Timezone;
  /**
   * How long one run takes. Interval plus run time is the age that content can reach.
   */
  readonly takes?: Duration;
  /**
   * The workflow, CronJob or DAG that does the work. Its cron is compared with the one above.
   */
  readonly job?: Reference;
  /**
   * What to do after a failed or half-finished run, so that any colleague on duty can do it.
   */
  readonly runbook?: Reference;
  /**
   * Who is told when a run fails and who repairs it.
   */
  readonly owner?: Id;
  readonly event?: undefined;
}
/**
 * A refresh that runs when a source reports a change.
 */
export interface EventRefresh {
  /**
   * schedule runs by the clock, event runs when a source reports a change, manual waits for a person.
   */
  readonly mode: 'event';
  /**
   * What starts a run: the topic, queue or webhook that carries the change.
   */
  readonly event?: Label;
  /**
   * How long one run takes. Interval plus run time is the age that content can reach.
   */
  readonly takes?: Duration;
  /**
   * The workflow, CronJob or DAG that does the work. Its cron is compared with the one above.
   */
  readonly job?: Reference;
  /**
   * What to do after a failed or half-finished run, so that any colleague on duty can do it.
   */
  readonly runbook?: Reference;
  /**
   * Who is told when a run fails and who repairs it.
   */
  readonly owner?: Id;
  readonly cron?: undefined;
  readonly timezone?: undefined;
}
/**
 * A refresh that a person starts. Good enough for a pilot, forgotten in production.
 */
export interface ManualRefresh {
  /**
   * schedule runs by the clock, event runs when a source reports a change, manual waits for a person.
   */
  readonly mode: 'manual';
  /**
   * How long one run takes. Interval plus run time is the age that content can reach.
   */
  readonly takes?: Duration;
  /**
   * The workflow, CronJob or DAG that does the work. Its cron is compared with the one above.
   */
  readonly job?: Reference;
  /**
   * What to do after a failed or half-finished run, so that any colleague on duty can do it.
   */
  readonly runbook?: Reference;
  /**
   * Who is told when a run fails and who repairs it.
   */
  readonly owner?: Id;
  readonly cron?: undefined;
  readonly timezone?: undefined;
  readonly event?: undefined;
}
/**
 * One thing the system can do beside answering.
 */
export interface Tool {
  /**
   * What the tool does, in one sentence. People who approve its calls read this.
   */
  readonly what?: Text;
  readonly effect?: ToolEffect;
  readonly runs_as?: ToolRunsAs;
  /**
   * The permissions the tool holds, as narrow as the task allows. [] says that a tool which only reads needs none.
   */
  readonly scopes?: readonly Label[];
  /**
   * What an open-ended tool may touch: commands, hosts, tables. Needed for shells, browsers and raw queries.
   */
  readonly allows?: readonly Label[];
  /**
   * The manifest or OpenAPI document of the tool. Its scopes and parameters are compared with this file.
   */
  readonly contract?: Reference;
  /**
   * The team that runs what is behind the tool, and hears of it when calls go wrong.
   */
  readonly owner?: Id;
  /**
   * Where changes of the tool are announced. A renamed parameter is enough to break a run.
   */
  readonly change_notice?: Contact;
  readonly approval?: ToolApproval;
  /**
   * The file that holds the policy, where approval is policy. It can be reviewed like any code.
   */
  readonly policy?: Reference;
  /**
   * How often or for how much it may act before it is stopped. A loop acts faster than anybody reads.
   */
  readonly limit?: Limit;
}
/**
 * How well it must work, on which cases, and what happens when it does not.
 */
export interface Evaluation {
  /**
   * The test and tuning sets, by id. What is measured here has to look like production.
   */
  readonly datasets?: {readonly [id: string]: Dataset};
  /**
   * What the search must find, by name of the metric. Good answers on a bad search are luck.
   */
  readonly retrieval?: {readonly [id: string]: RetrievalMetric};
  /**
   * What the answers must reach, by name of the metric. One of them should say how well it admits not to know.
   */
  readonly answers?: {readonly [id: string]: AnswerMetric};
  /**
   * What the predictions must reach, by name of the metric, and the baseline to beat.
   */
  readonly predictions?: {readonly [id: string]: PredictionMetric};
  readonly slices?: EvaluationSlices;
  readonly results?: EvaluationResults;
  readonly gate?: EvaluationGate;
  readonly judge?: EvaluationJudge;
  readonly load_test?: EvaluationLoadTest;
  readonly red_team?: EvaluationRedTeam;
}
/**
 * Results for parts of the data. An overall score can hide a group for whom the system fails.
 */
export interface EvaluationSlices {
  /**
   * Fields of the data set by which results are split. Think of groups, regions and kinds of documents.
   */
  readonly by?: readonly Label[];
  /**
   * The metric that is compared between slices, by its name above.
   */
  readonly metric?: MetricName;
  /**
   * The value that even the worst slice must reach. Otherwise one group pays for the average.
   */
  readonly worst_min?: Score;
  /**
   * The largest difference between two slices you accept. An alert can watch the same number.
   */
  readonly largest_gap?: Score;
  /**
   * Where the results by slice stand, in the report.
   */
  readonly measured?: Reference;
}
/**
 * The last full evaluation. It vouches only for the versions it was run with.
 */
export interface EvaluationResults {
  /**
   * The report with the measured values. It should name the versions it was made with.
   */
  readonly path?: Reference;
  /**
   * The data sets it was measured on, where there are several. The report has to hold as many cases as they do.
   */
  readonly datasets?: readonly Id[];
  /**
   * The day of the evaluation. A newer prompt, model or index makes it stale.
   */
  readonly date?: IsoDate;
  /**
   * Where the report says when it was made, if the tool does not find it by itself.
   */
  readonly at?: Reference;
  /**
   * The scale of the values in the report, where it is not the one used here.
   */
  readonly scale?: Scale;
  /**
   * Paths whose later change makes the report stale, such as prompts and index recipes.
   */
  readonly covers?: readonly Reference[];
}
/**
 * The automatic check that stands between a change and production.
 */
export interface EvaluationGate {
  /**
   * The CI workflow that runs the evaluation. A run by hand is forgotten in the week that matters.
   */
  readonly job?: Reference;
  /**
   * Which kinds of change start it. Every kind that exists here should.
   */
  readonly runs_when?: readonly ChangeKind[];
  readonly blocks?: EvaluationGateBlocks;
}
/**
 * How far the judging model agrees with people. A judge nobody checked is one more model to doubt.
 */
export interface EvaluationJudge {
  /**
   * The model that judges. It should not be the one it judges.
   */
  readonly model?: Id;
  /**
   * The version that was compared with people. Another version has to be compared again.
   */
  readonly version?: Version;
  /**
   * How many cases people and judge both scored. Below 50 the agreement is mostly chance.
   */
  readonly cases?: Count;
  /**
   * Cohen's kappa between people and judge. Below 0.6 the judge says little.
   */
  readonly kappa?: number;
  /**
   * The day of the comparison. It ages with every change of the judge.
   */
  readonly date?: IsoDate;
  /**
   * The file with the labels of people next to those of the judge, so that others can do the sum again.
   */
  readonly proof?: Reference;
}
/**
 * What the system held under load, before people put it there.
 */
export interface EvaluationLoadTest {
  /**
   * The load that was held. It should be above the peak you expect.
   */
  readonly rate?: Rate;
  /**
   * The latency under that load. Compare it with the latency objective.
   */
  readonly p95?: Duration;
  /**
   * The day of the test. It vouches for the system as it was then.
   */
  readonly date?: IsoDate;
  readonly against?: EvaluationLoadTestAgainst;
  /**
   * The report of the load tool, with rate and percentiles.
   */
  readonly proof?: Reference;
}
/**
 * What happened when somebody tried to break it. If you do not try, users will.
 */
export interface EvaluationRedTeam {
  /**
   * The day of the last attempt. Attacks and models both change within months.
   */
  readonly date?: IsoDate;
  /**
   * The kinds of attack that were tried. Where outsiders write the documents, attacks arrive in documents.
   */
  readonly covers?: readonly Label[];
  /**
   * The report, with what got through.
   */
  readonly proof?: Reference;
}
/**
 * A file with cases, and where they came from.
 */
export interface Dataset {
  /**
   * The file with the cases. After #, field=value picks some of its rows.
   */
  readonly path?: Reference;
  readonly origin?: DatasetOrigin;
  readonly sampled?: DatasetSampled;
  /**
   * How many cases the file holds. Few cases cannot show a small drop.
   */
  readonly size?: Count;
  readonly edge_cases?: DatasetEdgeCases;
  readonly use?: DatasetUse;
  /**
   * How often the set is drawn again, because people and documents change.
   */
  readonly refresh_every?: Duration;
  /**
   * Who keeps the cases and their answers correct. Wrong expected answers punish good changes.
   */
  readonly owner?: Id;
}
/**
 * How the cases were drawn from real traffic. A hand-picked set says little about next week.
 */
export interface DatasetSampled {
  /**
   * First day of the window. For a trained model it lies after the training period.
   */
  readonly from?: IsoDate;
  /**
   * Last day of the window. A window long past no longer looks like production.
   */
  readonly to?: IsoDate;
  /**
   * The way of drawing: every query, random, stratified by what. Picking by hand leaves out what nobody likes.
   */
  readonly how?: Label;
}
/**
 * The difficult cases that are in the set on purpose. Rare cases turn up daily once the volume is there.
 */
export interface DatasetEdgeCases {
  /**
   * How much of the set they are. Too few say nothing about their kind.
   */
  readonly share?: Share;
  /**
   * Which kinds of difficulty are covered, in the words the rows are tagged with.
   */
  readonly kinds?: readonly Label[];
  /**
   * The field of a row that carries its kind. With it the share and the kinds can be counted.
   */
  readonly field?: Label;
}
/**
 * A measure of what the search finds, and the value it must reach.
 */
export interface RetrievalMetric {
  /**
   * The lowest value you accept, between 0 and 1. The default of a tool is not a decision.
   */
  readonly min?: UnitScore;
  /**
   * Where the measured value stands: a report, and after # a JSON pointer or the name of the metric.
   */
  readonly measured?: Reference;
  /**
   * The scale of the measured value, where the report uses another one than this file.
   */
  readonly scale?: Scale;
}
/**
 * A measure of the answers, and the value it must reach.
 */
export interface AnswerMetric {
  /**
   * The lowest value you accept. Below it the change does not go out.
   */
  readonly min?: Score;
  /**
   * The highest value you accept, for measures that should be small. Above it the change does not go out.
   */
  readonly max?: Score;
  /**
   * The model that scores the answers. Leave it out where people or code score them.
   */
  readonly judge?: Id;
  /**
   * Where the measured value stands: a report, and after # a JSON pointer or the name of the metric.
   */
  readonly measured?: Reference;
  /**
   * The scale of the measured value, where the report uses another one than this file.
   */
  readonly scale?: Scale;
}
/**
 * A measure of the predictions, the value it must reach and the one it has to beat.
 */
export interface PredictionMetric {
  /**
   * The lowest value you accept. Give max instead where small is good.
   */
  readonly min?: Score;
  /**
   * The highest value you accept, for errors.
   */
  readonly max?: Score;
  /**
   * What the simple method reaches that the model replaces. A model that does not beat it is not worth its upkeep.
   */
  readonly baseline?: Score;
  /**
   * Where the measured value stands: a report, and after # a JSON pointer or the name of the metric.
   */
  readonly measured?: Reference;
  /**
   * The scale of the measured value, where the report uses another one than this file.
   */
  readonly scale?: Scale;
}
/**
 * What is kept of every call, where, for how long, and who may read it.
 */
export interface Logging {
  /**
   * The share of calls that leave a record. The one you need later is never in the sample.
   */
  readonly calls?: Share;
  readonly content?: LoggingContent;
  /**
   * The naming scheme of the attributes, with its version. Names have changed between versions.
   */
  readonly convention?: Convention;
  /**
   * What each record holds. Without versions and retrieved ids nobody can explain a wrong answer later.
   */
  readonly fields?: readonly Label[];
  /**
   * One real, redacted record. It is compared with the fields above.
   */
  readonly sample?: Reference;
  /**
   * The code that writes the record or sets up the instrumentation. The fields are searched for there.
   */
  readonly emitted_by?: Reference;
  /**
   * The collector configuration through which records pass: sampling, redaction, export.
   */
  readonly collector?: Reference;
  /**
   * Where the records are kept and can be searched. The disk of a container is not a store.
   */
  readonly store?: Label;
  /**
   * How long records are kept. Long enough to explain a complaint, no longer than privacy allows.
   */
  readonly retention?: Duration;
  /**
   * What is removed before storage. A log of prompts holds whatever people type.
   */
  readonly redacts?: readonly Label[];
  /**
   * Who may read the records. Everybody is no answer where people write about people.
   */
  readonly readers?: readonly Id[];
  /**
   * The day logging began. It should be weeks before launch, so that there is a normal to compare with.
   */
  readonly live_since?: IsoDate;
}
/**
 * What is measured while the system runs, and who is called when it turns bad.
 */
export interface Monitoring {
  /**
   * The day the alerts went live, early enough to learn what is normal before launch.
   */
  readonly live_since?: IsoDate;
  /**
   * Where a person looks first when something seems wrong.
   */
  readonly dashboard?: Reference;
  /**
   * What is measured while it runs, by id. Latency and errors alone do not show a wrong answer.
   */
  readonly metrics?: {readonly [id: string]: Metric};
  /**
   * What calls a person, by id. Quality, retrieval and use each need one.
   */
  readonly alerts?: {readonly [id: string]: Alert};
  readonly feedback?: MonitoringFeedback;
}
/**
 * How users say that an answer was wrong, and who reads it. People who are not heard stop using it.
 */
export interface MonitoringFeedback {
  /**
   * The way users give feedback. The fewer clicks, the more of it.
   */
  readonly how?: Text;
  /**
   * Who reads it. A mailbox without a reader is no feedback.
   */
  readonly reaches?: Id;
  /**
   * How often it is read, and turned into cases or changes.
   */
  readonly review_every?: Duration;
}
/**
 * A live measure of how good the outputs are.
 */
export interface QualityMetric {
  /**
   * quality watches how good outputs are, retrieval what the search finds, drift how inputs or outputs move, usage how much and by whom.
   */
  readonly kind: 'quality';
  /**
   * Who or what gives the score: a judge model, an owner whose people review, a data set that is replayed, or the source that brings the true outcome.
   */
  readonly by?: Id;
  /**
   * How much of the traffic is scored. A small sample moves by itself and makes false alarms.
   */
  readonly sample?: SampleSize;
  /**
   * The time over which the value is computed. A longer one is steadier and later.
   */
  readonly window?: Duration;
  /**
   * The name of the time series. Alert rules are searched for it.
   */
  readonly emitted_as?: Label;
  /**
   * The code, job or recording rule that produces the series. An alert on a series nobody emits never fires.
   */
  readonly emitted_by?: Reference;
  readonly of?: undefined;
  readonly method?: undefined;
  readonly reference?: undefined;
}
/**
 * A live measure of what the search finds, or of how old the index is.
 */
export interface RetrievalLiveMetric {
  /**
   * quality watches how good outputs are, retrieval what the search finds, drift how inputs or outputs move, usage how much and by whom.
   */
  readonly kind: 'retrieval';
  /**
   * Who or what gives the score: a judge model, an owner whose people review, a data set that is replayed, or the source that brings the true outcome.
   */
  readonly by?: Id;
  /**
   * How much of the traffic is scored. A small sample moves by itself and makes false alarms.
   */
  readonly sample?: SampleSize;
  /**
   * The time over which the value is computed. A longer one is steadier and later.
   */
  readonly window?: Duration;
  /**
   * The name of the time series. Alert rules are searched for it.
   */
  readonly emitted_as?: Label;
  /**
   * The code, job or recording rule that produces the series. An alert on a series nobody emits never fires.
   */
  readonly emitted_by?: Reference;
  readonly of?: undefined;
  readonly method?: undefined;
  readonly reference?: undefined;
}
/**
 * A measure of how far live data has moved from a reference.
 */
export interface DriftMetric {
  /**
   * quality watches how good outputs are, retrieval what the search finds, drift how inputs or outputs move, usage how much and by whom.
   */
  readonly kind: 'drift';
  readonly of?: DriftMetricOf;
  /**
   * How the distance is computed. Thresholds mean nothing without it.
   */
  readonly method?: Label;
  /**
   * The data set that stands for normal. Drift is always drift away from something.
   */
  readonly reference?: Id;
  /**
   * The time over which the value is computed. A longer one is steadier and later.
   */
  readonly window?: Duration;
  /**
   * The name of the time series. Alert rules are searched for it.
   */
  readonly emitted_as?: Label;
  /**
   * The code, job or recording rule that produces the series. An alert on a series nobody emits never fires.
   */
  readonly emitted_by?: Reference;
  readonly by?: undefined;
  readonly sample?: undefined;
}
/**
 * A measure of use or cost. Falling use is often the first sign that people have given up on it.
 */
export interface UsageMetric {
  /**
   * quality watches how good outputs are, retrieval what the search finds, drift how inputs or outputs move, usage how much and by whom.
   */
  readonly kind: 'usage';
  /**
   * The time over which the value is computed. A longer one is steadier and later.
   */
  readonly window?: Duration;
  /**
   * The name of the time series. Alert rules are searched for it.
   */
  readonly emitted_as?: Label;
  /**
   * The code, job or recording rule that produces the series. An alert on a series nobody emits never fires.
   */
  readonly emitted_by?: Reference;
  readonly by?: undefined;
  readonly sample?: undefined;
  readonly of?: undefined;
  readonly method?: undefined;
  readonly reference?: undefined;
}
/**
 * A threshold on a metric, who hears of it, and what they do.
 */
export interface Alert {
  /**
   * The metric that is watched, by its id.
   */
  readonly metric?: Id;
  /**
   * Fires when the metric is above this value. Choose one that the metric can reach on a bad day.
   */
  readonly above?: Threshold;
  /**
   * Fires when the metric is below this value. Choose it close to what users are promised, as far as the sample allows.
   */
  readonly below?: Threshold;
  /**
   * What a percentage refers to, when it is not the metric itself.
   */
  readonly of?: Label;
  /**
   * The event that fires it each time it happens, in place of a threshold: a failed run, a refused sign-in.
   */
  readonly each?: Label;
  /**
   * How long the condition must hold before the alert fires. Too short wakes people for noise.
   */
  readonly for?: Duration;
  readonly severity?: AlertSeverity;
  /**
   * Who gets the alert. A page needs an owner with a pager.
   */
  readonly notify?: Id;
  /**
   * What the person who gets it does first. At night nobody works it out from scratch.
   */
  readonly runbook?: Reference;
  /**
   * The alert in the rule file, by name after the #. Threshold and severity there are compared with these.
   */
  readonly rule?: Reference;
  /**
   * The last day on which somebody saw it fire. Alerts that never fired are hopes.
   */
  readonly tested?: IsoDate;
  /**
   * The unit test of the rule, or the record of the drill. It should also cover the case that the data is missing.
   */
  readonly test?: Reference;
}
/**
 * Who runs it, to which standard, and how it is changed, stopped and repaired.
 */
export interface Operations {
  /**
   * Who runs it after launch. Not the team that builds it and moves on.
   */
  readonly run_owner?: Id;
  /**
   * The day the run owner joined the design work. On handover day it is too late to change anything.
   */
  readonly involved_since?: IsoDate;
  /**
   * Decision records the run owner took part in. Those who will be called at night ask other questions.
   */
  readonly design_reviews?: readonly Reference[];
  readonly handover?: OperationsHandover;
  readonly slo?: OperationsSlo;
  readonly support?: OperationsSupport;
  /**
   * For each kind of change: how it is tested, who approves it, how it goes out and comes back.
   */
  readonly changes?: {readonly [id: string]: Change};
  /**
   * Which signal leads to which revision, by whom and by when. Otherwise alerts end as closed tickets.
   */
  readonly triggers?: {readonly [id: string]: Trigger};
  readonly fallback?: OperationsFallback;
  readonly run_limits?: OperationsRunLimits;
  readonly off_switch?: OperationsOffSwitch;
  readonly budget?: OperationsBudget;
  readonly incidents?: OperationsIncidents;
}
/**
 * When and how the builders handed it over. Afterwards they have other projects.
 */
export interface OperationsHandover {
  /**
   * Who built it and can still be asked for a while.
   */
  readonly from?: Id;
  /**
   * The day of the handover, before launch and not after it.
   */
  readonly date?: IsoDate;
  /**
   * What was handed over: access, on-call, open points.
   */
  readonly record?: Reference;
}
/**
 * What users can count on, measured over a window. Without numbers every slow day is a matter of opinion.
 */
export interface OperationsSlo {
  /**
   * How much of the time it answers. Not more than its dependencies allow together.
   */
  readonly availability?: Share;
  /**
   * The hours in which availability counts. Without them it counts around the clock, and support has to match.
   */
  readonly hours?: Hours;
  /**
   * How long 19 of 20 requests take at most. Beyond it people give up or ask twice.
   */
  readonly p95_latency?: Duration;
  readonly quality?: OperationsSloQuality;
  /**
   * The time over which the objective is judged. Without it one bad hour means everything or nothing.
   */
  readonly window?: Duration;
  /**
   * The file that defines the objective for the monitoring system. Its targets are compared with these.
   */
  readonly definition?: Reference;
}
/**
 * The quality users can count on, tied to a live metric. A fast wrong answer meets every other objective.
 */
export interface OperationsSloQuality {
  /**
   * The live metric the promise is measured by.
   */
  readonly metric?: Id;
  /**
   * The value it must not fall below over the window.
   */
  readonly min?: Score;
  /**
   * The value it must not rise above, for metrics that should be small.
   */
  readonly max?: Score;
}
/**
 * When somebody is there, and how fast. An objective without people behind it is a wish.
 */
export interface OperationsSupport {
  /**
   * When somebody is on duty, with the time zone. Outside these hours a page waits.
   */
  readonly hours?: Hours;
  /**
   * How soon a page is answered in these hours. Users wait at least that long.
   */
  readonly respond_within?: Duration;
}
/**
 * What people get while a part is down. Each part that exists needs an answer.
 */
export interface OperationsFallback {
  /**
   * What people get while the model does not answer.
   */
  readonly model_down?: Label;
  /**
   * What people get while the index does not answer.
   */
  readonly index_down?: Label;
  /**
   * What people get while a source does not answer.
   */
  readonly source_down?: Label;
  /**
   * What people get while a tool does not answer.
   */
  readonly tool_down?: Label;
}
/**
 * Where an agent stops by itself. A loop costs money until somebody sees it.
 */
export interface OperationsRunLimits {
  /**
   * The most steps one run may take. A run that needs more has usually lost its way.
   */
  readonly max_steps?: Count;
  /**
   * The longest one run may take. It should end before the gateway cuts it off.
   */
  readonly max_duration?: Duration;
  /**
   * The most one run may cost. It bounds what a bad input can spend.
   */
  readonly max_cost?: Money;
  /**
   * The configuration or code that holds these limits. They are compared.
   */
  readonly enforced_by?: Reference;
}
/**
 * How the system is turned off in minutes, without a deployment.
 */
export interface OperationsOffSwitch {
  /**
   * What exactly is switched. It must not need a deployment or the vendor.
   */
  readonly how?: Text;
  /**
   * Who may and can do it. At least one is awake when the system runs.
   */
  readonly who?: readonly Id[];
  /**
   * How long it takes until nobody gets an answer any more.
   */
  readonly takes?: Duration;
  /**
   * The last day somebody really did it. Untested switches are often no longer connected.
   */
  readonly tested?: IsoDate;
  /**
   * The definition of the flag, or the record of the drill that used it.
   */
  readonly proof?: Reference;
}
/**
 * What it may cost, and where it stops. Cost grows with use, loops and abuse.
 */
export interface OperationsBudget {
  /**
   * What a normal day may cost. The cost alert sits near it.
   */
  readonly per_day?: Money;
  /**
   * What one request costs on average. Times the load it has to fit the day.
   */
  readonly per_call?: Money;
  /**
   * The amount per day at which it stops by itself. Before somebody reads the bill.
   */
  readonly stop_at?: Money;
  /**
   * The cloud budget or gateway limit that stops it. A mail to somebody stops nothing.
   */
  readonly enforced_by?: Reference;
}
/**
 * How failures that only AI systems have are noticed and handled. The usual process looks for outages, and these are none.
 */
export interface OperationsIncidents {
  /**
   * The incident process of the organisation that this one joins. One process, not two.
   */
  readonly process?: Reference;
  /**
   * The last day an AI failure was practised, not only a server outage.
   */
  readonly last_drill?: IsoDate;
  /**
   * What was practised, how long it took, and what came out of it.
   */
  readonly drill_record?: Reference;
  /**
   * The data set that gets a case after each incident, so that it is not repeated.
   */
  readonly new_cases_go_to?: Id;
  /**
   * The ways this system can fail, by name. Each needs a signal and a first action.
   */
  readonly modes?: {readonly [id: string]: IncidentMode};
}
/**
 * How one kind of change is tested, let out and taken back. Each kind breaks in its own way.
 */
export interface Change {
  /**
   * What tests such a change: evaluation.gate, or the workflow that does. A test by hand is skipped under pressure.
   */
  readonly tested_by?: Reference;
  /**
   * Who lets it out, and is asked when it was wrong.
   */
  readonly approver?: Id;
  /**
   * In which steps it reaches users. All at once means all are hit at once.
   */
  readonly rollout?: Label;
  /**
   * How it is taken back, concretely. To deploy again is not an answer.
   */
  readonly rollback?: Label;
  /**
   * How long that takes. Wrong answers go out all the while.
   */
  readonly rollback_takes?: Duration;
  /**
   * The last day it was really done. The first time should not be during an incident.
   */
  readonly rollback_tested?: IsoDate;
  /**
   * The record of that drill, or the deployment that shows it was done.
   */
  readonly rollback_proof?: Reference;
}
/**
 * A signal, the revision it calls for, and who does it by when.
 */
export interface Trigger {
  /**
   * Ids of alerts, or a time before a date such as 120d before answer-llm.retires. Something a machine can notice.
   */
  readonly when?: readonly Moment[];
  /**
   * What has to be done: revise, retrain, rebuild, replace.
   */
  readonly then?: Label;
  /**
   * Who does it. Without a name it is discussed.
   */
  readonly owner?: Id;
  /**
   * How soon it has to be done. Without it the alert becomes normal.
   */
  readonly within?: Duration;
}
/**
 * One way in which an AI system fails, how it shows, and what to do first.
 */
export interface IncidentMode {
  /**
   * The alert or metric that shows it. A mode nothing can detect is found by users.
   */
  readonly detected_by?: Id;
  /**
   * What the person on duty does in the first minutes, before knowing the cause.
   */
  readonly first_action?: Text;
  /**
   * The steps after that: how to tell, what to do, whom to call.
   */
  readonly runbook?: Reference;
}
/**
 * Risk, privacy, oversight, and what people are told. These answers take others weeks, so ask early.
 */
export interface Governance {
  readonly risk?: GovernanceRisk;
  readonly privacy?: GovernancePrivacy;
  readonly oversight?: GovernanceOversight;
  readonly disclosure?: GovernanceDisclosure;
  readonly untrusted?: GovernanceUntrusted;
  readonly high_risk?: GovernanceHighRisk;
}
/**
 * How risky the use is, who judged it, and why. Oversight and records follow from it.
 */
export interface GovernanceRisk {
  readonly class?: GovernanceRiskClass;
  /**
   * The reason for this class, in one or two sentences. A class without a reason will be asked about.
   */
  readonly why?: Text;
  /**
   * The day of the assessment. A new purpose or source makes it old.
   */
  readonly assessed?: IsoDate;
  /**
   * Who assessed it. In production not the builders themselves.
   */
  readonly by?: Id;
  /**
   * The impact assessment, where the reason is written out.
   */
  readonly assessment?: Reference;
}
/**
 * On what ground personal data is used. It has to be known before the first real record flows.
 */
export interface GovernancePrivacy {
  /**
   * The legal basis of the processing, in the words of your privacy office.
   */
  readonly basis?: Text;
  /**
   * The data protection impact assessment. It has to cover every source in this file.
   */
  readonly dpia?: Reference;
  /**
   * Who answers questions on privacy, from users and from authorities.
   */
  readonly contact?: Id;
}
/**
 * How a person stays in charge of what is done with the output. A click per second is no oversight.
 */
export interface GovernanceOversight {
  /**
   * The person who looks at the output, by their job. They need the time and the knowledge to disagree.
   */
  readonly who?: Label;
  /**
   * What they see and decide, so that it is more than a click.
   */
  readonly how?: Text;
  /**
   * How they go against the output, and what that costs them.
   */
  readonly override?: Text;
  /**
   * How many cases a day reach a person. Where all do, it is the load.
   */
  readonly cases_per_day?: Count;
  /**
   * How long a proper look takes. Cases times minutes must fit the people there are.
   */
  readonly minutes_per_case?: number;
  /**
   * How many people do it. With the numbers above it shows whether they can.
   */
  readonly reviewers?: Count;
}
/**
 * How people learn that it is AI, what it cannot do, and how to report an error. They check more when they know.
 */
export interface GovernanceDisclosure {
  /**
   * Where they read it. Next to the output, not in the terms of use.
   */
  readonly where?: Label;
  /**
   * The words they read: that it is AI, its limits, and how to report an error.
   */
  readonly says?: Text;
  /**
   * The file with the text, or the test that it is shown. Texts get lost in redesigns.
   */
  readonly proof?: Reference;
}
/**
 * Content that outsiders write and the model reads. It can carry instructions.
 */
export interface GovernanceUntrusted {
  /**
   * Ids of sources and tools that bring such content, and user-input or uploads where people bring it themselves.
   */
  readonly sources?: readonly Id[];
  /**
   * What keeps instructions in the content from being followed. A sentence in the prompt is not enough.
   */
  readonly controls?: readonly Label[];
  /**
   * Tests with planted instructions, run like any other test.
   */
  readonly test?: Reference;
}
/**
 * What the law asks of high-risk systems in addition. Authorities ask for it by these names.
 */
export interface GovernanceHighRisk {
  readonly role?: GovernanceHighRiskRole;
  /**
   * The technical documentation of the system, kept up to date after launch.
   */
  readonly technical_docs?: Reference;
  /**
   * The plan for watching the system after launch, and the day it was last followed.
   */
  readonly monitoring_plan?: Reference;
  /**
   * The authority that receives reports of serious incidents, and who sends them.
   */
  readonly report_to?: Text;
}
/**
 * An exception with a reason, an owner and an end.
 */
export interface Waiver {
  /**
   * The id of the requirement that is waived, as the finding prints it.
   */
  readonly rule?: RuleId;
  /**
   * The id of the thing it is waived for. Leave it out to waive the requirement as a whole.
   */
  readonly where?: MetricName;
  /**
   * Why it is acceptable until then, in a full sentence.
   */
  readonly reason?: Text;
  /**
   * Who carries the risk until then. It should be somebody who could have said no.
   */
  readonly owner?: Id;
  /**
   * The day the exception ends, at most 90 days away.
   */
  readonly expires?: IsoDate;
}
