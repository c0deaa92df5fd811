import { commonEnds } from './text.ts';

/**
 * Secrets in a text, told by their shape. Every pattern has bounded repeats and begins with something rare, so that the
 * time grows with the length of the text only.
 */
export interface Secret {
  readonly start: number;
  readonly end: number;
  /** With its article: `a GitHub token`. Never the value. */
  readonly what: string;
  /** Belongs to a URL, which works without it. */
  readonly inUrl?: true;
}

/**
 * The secrets in `text`, told by those in an earlier version of it: only the lines that were edited are searched. A
 * private key is the only secret that takes several.
 */
export function secretsAfterEdit(before: string, known: readonly Secret[], text: string): readonly Secret[] {
  if (before === text) return known;
  if ([before, text].some((one) => one.includes(keyStart))) return secretsIn(text);
  const { prefix, suffix } = commonEnds(before, text);
  const by = text.length - before.length;
  const from = lineStart(text, prefix);
  const to = lineEnd(text, text.length - suffix);
  const edited = secretsIn(text.slice(from, to));
  return [
    ...known.filter(({ end }) => end <= from),
    ...edited.map((secret) => moved(secret, from)),
    ...known.filter(({ start }) => start >= to - by).map((secret) => moved(secret, by)),
  ];
}

const keyStart = '-----BEGIN ';

function moved(secret: Secret, by: number): Secret {
  return { ...secret, start: secret.start + by, end: secret.end + by };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  return next === -1 ? text.length : next;
}

export function secretsIn(text: string): Secret[] {
  const found = [...privateKeys(text), ...inUrls(text), ...assigned(text)];
  for (const [what, rare, pattern] of shapes) {
    if (!rare.some((part) => text.includes(part))) continue; // Far quicker than any pattern, and nearly always so.
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[0];
      if (isStandIn(value) || (what === 'a secret key' && !isRandom(value))) continue;
      const start = match.index + match[0].indexOf(value);
      found.push({ start, end: start + value.length, what });
    }
  }
  return withoutOverlaps(found);
}

/** `https://token@host`, where a name would be shorter. */
function tokensInUrls(text: string): Secret[] {
  return [...text.matchAll(/(?<=:\/\/)[^\s:/?#@"'`<>]{16,500}(?=@(?!sha\d{3}:))/g)].map(({ 0: token, index }) => {
    return { start: index, end: index + token.length, what: 'a token in a URL', inUrl: true };
  });
}

/** Stands for each letter of a secret; no sign in any format that is read. */
export const blackOut = '\u2588';

/** The text, every line as long as before, with its secrets blacked out. */
export function blackedOut(text: string): string {
  let result = '';
  let done = 0;
  for (const { start, end } of withoutOverlaps([...secretsIn(text), ...tokensInUrls(text)])) {
    result += text.slice(done, start) + text.slice(start, end).replaceAll(/[^\s:@]/g, blackOut);
    done = end;
  }
  return done === 0 ? text : result + text.slice(done);
}

/** What a value is that stands under a key such as `password` or `apiKey`; `undefined` where it is no secret. */
export function secretUnder(key: string, given: string): string | undefined {
  if (!maybeSecret.test(key)) return undefined;
  const name = key.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_');
  const value = given.slice(0, longest).trim();
  if (/\s/.test(value) || isStandIn(value)) return undefined;
  if (passwordName.test(name))
    return value.length < 4 || (value.includes('/') && /\.[a-z]{2,5}$/.test(value)) ? undefined : 'a password';
  return keyName.test(name) && isRandom(value) ? 'a secret key' : undefined;
}

/** What stands where a place of secrets belongs, such as `vault:claims/dms`, and is none. */
export function secretInsteadOfPlace(given: string): string | undefined {
  const value = given.trim();
  return placeLike.test(value) || environmentName.test(value) || isStandIn(value)
    ? undefined
    : 'a value that names no place, and may be the secret itself,';
}

/** Meant for a place, though it may not be written as one. */
const placeLike =
  /^(?:(?:vault|env|secrets?[ _-]?manager|ssm|key[ _-]?vault|gsm|k8s|sops)(?![a-z0-9])|arn:|op:\/\/|\$)/i;
const environmentName = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;

/** More than any secret is long. */
const longest = 20_000;

const maybeSecret = /pass|pwd|secret|token|key|credential|conn|dsn|bearer|auth/i;
const passwordName = /(?:^|_)(?:password|passwd|pwd|passphrase)$/i;
const keyName =
  /(?:^|_)(?:secret|token|api_?key|access_?key|account_?key|secret_?key|private_?key|signing_?key|encryption_?key|credential|connection_?string|dsn|bearer|authorization)s?$/i;

/**
 * Shapes that providers gave their secrets so that they can be found. The parts tell quickly that there is none; the
 * first group is the secret, if there is one.
 */
const shapes: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['a JSON Web Token', ['eyJ'], /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,8000}\.[\w-]{8,2000}/g],
  [
    'an AWS access key',
    ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g,
  ],
  [
    'a GitHub token',
    ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{22,255})/g,
  ],
  [
    'a GitLab token',
    ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glcbt-', 'glft-', 'glagent-', 'glsoat-'],
    /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|cbt|ft|agent|soat)-[\w-]{20,300}/g,
  ],
  ['a Slack token', ['xox', 'xapp-'], /(?<![A-Za-z0-9])(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,300}/g],
  [
    'a webhook address',
    ['hooks.slack.com/'],
    /https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w+/]{20,200}/g,
  ],
  [
    'a webhook address',
    ['webhook.office.com/'],
    /https:\/\/[\w.-]{1,100}\.webhook\.office\.com\/webhookb2\/[\w@/-]{36,300}/g,
  ],
  ['a webhook address', ['/api/webhooks/'], /https:\/\/discord(?:app)?\.com\/api\/webhooks\/\d{10,25}\/[\w-]{40,100}/g],
  ['a secret key', ['sk-'], /(?<![\w-])sk-[\w-]{20,300}/g],
  [
    'a Stripe key',
    ['sk_', 'rk_', 'whsec_'],
    /(?<![A-Za-z0-9])(?:[rs]k_(?:live|test)_[A-Za-z0-9]{16,200}|whsec_[A-Za-z0-9+/=]{24,200})/g,
  ],
  ['a Google key', ['AIza', 'GOCSPX-', 'ya29.'], /(?<![\w-])(?:AIza[\w-]{35}|GOCSPX-[\w-]{28}|ya29\.[\w-]{20,1000})/g],
  ['a Hugging Face token', ['hf_'], /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,100}/g],
  ['an Azure client secret', ['Q~'], /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/g],
  ['a Databricks token', ['dapi'], /(?<![A-Za-z0-9])dapi[0-9a-f]{32}/g],
  ['a Vault token', ['hvs.', 'hvb.'], /(?<![A-Za-z0-9])hv[sb]\.[\w-]{24,300}/g],
  ['a SendGrid key', ['SG.'], /(?<![A-Za-z0-9])SG\.[\w-]{22}\.[\w-]{43}/g],
  ['an npm token', ['npm_'], /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/g],
  ['a PyPI token', ['pypi-'], /(?<![A-Za-z0-9])pypi-[\w-]{50,300}/g],
  [
    'a Grafana token',
    ['glsa_', 'glc_'],
    /(?<![A-Za-z0-9])(?:glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_[A-Za-z0-9+/=]{32,400})/g,
  ],
  ['a New Relic key', ['NRAK-'], /(?<![A-Za-z0-9])NRAK-[A-Z0-9]{27}/g],
  ['a LangSmith key', ['lsv2_'], /(?<![A-Za-z0-9])lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}/g],
  ['a Pinecone key', ['pcsk_'], /(?<![A-Za-z0-9])pcsk_[A-Za-z0-9]{5,10}_[A-Za-z0-9]{40,80}/g],
  ['a Groq key', ['gsk_'], /(?<![A-Za-z0-9])gsk_[A-Za-z0-9]{40,80}/g],
  ['a Replicate token', ['r8_'], /(?<![A-Za-z0-9])r8_[A-Za-z0-9]{37}/g],
  ['an xAI key', ['xai-'], /(?<![A-Za-z0-9])xai-[A-Za-z0-9]{60,120}/g],
  ['a Perplexity key', ['pplx-'], /(?<![A-Za-z0-9])pplx-[A-Za-z0-9]{40,80}/g],
  [
    'a Notion token',
    ['ntn_', 'secret_'],
    /(?<![A-Za-z0-9])(?:ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{43})(?![A-Za-z0-9])/g,
  ],
  ['an Atlassian token', ['ATATT3'], /(?<![A-Za-z0-9])ATATT3[\w=-]{50,300}/g],
  ['a key of age', ['AGE-SECRET-KEY-1'], /AGE-SECRET-KEY-1[0-9A-Z]{58}/g],
  ['a bearer token', ['earer '], /(?<![A-Za-z])[Bb]earer {1,3}([\w.~+/-]{24,4000}=*)/g],
];

/** From its first line to its last; as far as it goes where that is missing. */
function privateKeys(text: string): Secret[] {
  const found: Secret[] = [];
  let ends = 0;
  for (const { 0: first, index } of text.matchAll(/-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/g)) {
    const after = index + first.length;
    // Looked for once for all that begin before it.
    while (ends !== -1 && ends < after) ends = text.indexOf(keyEnd, Math.max(after, ends + 1));
    const last = ends === -1 || ends - after > longestKey ? undefined : stickyMatch(lastLine, text, ends);
    const end = last === undefined ? after + (stickyMatch(keyLines, text, after) ?? '').length : ends + last.length;
    if (!isStandIn(text.slice(index, end))) found.push({ start: index, end, what: 'a private key' });
  }
  return found;
}

const keyEnd = '-----END ';
const longestKey = 7000;
const lastLine = /-----END [A-Z0-9 ]{1,60}-----/y;
/** In JSON and `.env` a line ends with a written `\n`. */
const keyLines = /(?:(?:\s|\\[nr]){1,80}(?:# {0,4})?[A-Za-z0-9+/=]{40,80}){0,200}/y;

function stickyMatch(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** `scheme://user:password@host` */
function inUrls(text: string): Secret[] {
  const found: Secret[] = [];
  for (const match of text.matchAll(/:\/\/([^\s:@/?#'"<>]{0,100}):([^\s@/?#'"<>]{1,300})@(?!sha\d{3}:)/g)) {
    if (isStandIn(match[2] ?? '')) continue;
    found.push({
      start: match.index + 3,
      end: match.index + match[0].length,
      what: 'a password in a URL',
      inUrl: true,
    });
  }
  return found;
}

/** `Password=…;`, `api_key: …`, `&sig=…` in the middle of a text. */
function assigned(text: string): Secret[] {
  const found: Secret[] = [];
  for (const match of text.matchAll(assignment)) {
    const [whole, name = '', sign = '', value = ''] = match;
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    const named = (!/^key/i.test(name) && !/[A-Za-z0-9]$/.test(before)) || qualifier.test(before);
    if (!named || isStandIn(value)) continue;
    const password = /^p/i.test(name);
    // After a colon a sentence may go on: "password: rotated by the platform".
    const told = sign === '=' || (/\d/.test(value) && /[a-z]/i.test(value));
    if (password ? !told : !isRandom(value)) continue;
    const end = match.index + whole.length;
    found.push({ start: end - value.length, end, what: password ? 'a password' : 'a secret key' });
  }
  return found;
}

const assignment =
  /(pass(?:word|wd|phrase)|pwd|secret|token|key|sig)["']?[ \t]{0,3}([:=])[ \t]{0,3}["']?([^\s"';,&<>(){}[\]]{4,300})/gi;
const qualifier =
  /(?<![A-Za-z0-9])(?:api|access|account|secret|private|signing|client|auth|refresh|shared[_-]?access)[_-]?$/i;

/** A reference to where the secret is kept, a variable, a mask, or a value that says that it is none. */
function isStandIn(value: string): boolean {
  if (/^(?:[$<{[*%!]|(?:todo|tbd|none|null|true|false|redacted|masked|hidden|required)\b)/i.test(value)) return true;
  if (/^(?:vault|env|secretsmanager|ssm|keyvault|gsm|k8s|sops|arn|file|op|doppler)[:/]/i.test(value)) return true;
  return /x{6}|\*{3}|\.{3}|…|example$|redacted|your[-_]|placeholder|dummy/i.test(value);
}

/**
 * Not made of words: letters and digits change places more than once in a part of eight, or it is long hexadecimal or of
 * mixed case. `claims-ai/dms-2026` is made of words.
 */
function isRandom(value: string): boolean {
  if (value.length < 12) return false;
  return value.split(/[-_./:+=~%]+/).some((part) => {
    if (/^[0-9a-f]{16,}$/i.test(part)) return true;
    if (part.length >= 20 && /[a-z]/.test(part) && /[A-Z]/.test(part)) return true;
    return part.length >= 8 && (part.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0) >= 2;
  });
}

export function withoutOverlaps(found: readonly Secret[]): Secret[] {
  let end = 0;
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((secret) => {
      if (secret.start < end) return false;
      end = secret.end;
      return true;
    });
}
