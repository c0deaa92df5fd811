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

/** More than any value of a spec is long. */
const longest = 20_000;

export function secretsIn(given: string): Secret[] {
  const text = given.slice(0, longest);
  if (!hint.test(text)) return [];
  const found: Secret[] = [];
  for (const [what, pattern] of shapes) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[0];
      if (isStandIn(value) || (what === 'a secret key' && !isRandom(value))) continue;
      const start = match.index + match[0].indexOf(value);
      found.push({ start, end: start + value.length, what });
    }
  }
  found.push(...inUrls(text), ...assigned(text));
  return withoutOverlaps(found);
}

/** What a value is that stands under a key such as `password` or `apiKey`; `undefined` where it is no secret. */
export function secretUnder(key: string, given: string): string | undefined {
  const name = key.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_');
  const value = given.slice(0, longest).trim();
  if (/\s/.test(value) || isStandIn(value)) return undefined;
  if (passwordName.test(name)) return value.length < 4 || /\/.*\.[a-z]{2,5}$/.test(value) ? undefined : 'a password';
  return keyName.test(name) && isRandom(value) ? 'a secret key' : undefined;
}

/** Nothing without one of these is a secret; most values of a spec end here. */
const hint = /[\w+/=-]{16}|:\/\/|-----BEGIN|pass|pwd|secret|token|key|sig/i;

const passwordName = /(?:^|_)(?:password|passwd|pwd|passphrase)$/i;
const keyName =
  /(?:^|_)(?:secret|token|api_?key|access_?key|account_?key|secret_?key|private_?key|signing_?key|encryption_?key|credential|connection_?string|dsn|bearer|authorization)s?$/i;

/** Shapes that providers gave their secrets so that they can be found. The first group is the secret, if there is one. */
const shapes: readonly (readonly [string, RegExp])[] = [
  [
    'a private key',
    /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,19000}?(?:-----END [A-Z0-9 ]{1,60}-----|$)/g,
  ],
  ['a JSON Web Token', /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,8000}\.[\w-]{8,2000}/g],
  ['an AWS access key', /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g],
  ['a GitHub token', /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{22,255})/g],
  ['a GitLab token', /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|cbt|ft|agent|soat)-[\w-]{20,300}/g],
  ['a Slack token', /(?<![A-Za-z0-9])(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,300}/g],
  ['a webhook address', /https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w+/]{20,200}/g],
  ['a webhook address', /https:\/\/[\w.-]{1,100}\.webhook\.office\.com\/webhookb2\/[\w@/-]{36,300}/g],
  ['a webhook address', /https:\/\/discord(?:app)?\.com\/api\/webhooks\/\d{10,25}\/[\w-]{40,100}/g],
  ['a secret key', /(?<![\w-])sk-[\w-]{20,300}/g],
  ['a Stripe key', /(?<![A-Za-z0-9])(?:[rs]k_(?:live|test)_[A-Za-z0-9]{16,200}|whsec_[A-Za-z0-9+/=]{24,200})/g],
  ['a Google key', /(?<![\w-])(?:AIza[\w-]{35}|GOCSPX-[\w-]{28}|ya29\.[\w-]{20,1000})/g],
  ['a Hugging Face token', /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,100}/g],
  ['an Azure client secret', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/g],
  ['a Databricks token', /(?<![A-Za-z0-9])dapi[0-9a-f]{32}/g],
  ['a Vault token', /(?<![A-Za-z0-9])hv[sb]\.[\w-]{24,300}/g],
  ['a SendGrid key', /(?<![A-Za-z0-9])SG\.[\w-]{22}\.[\w-]{43}/g],
  ['an npm token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/g],
  ['a PyPI token', /(?<![A-Za-z0-9])pypi-[\w-]{50,300}/g],
  ['a Grafana token', /(?<![A-Za-z0-9])(?:glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_[A-Za-z0-9+/=]{32,400})/g],
  ['a New Relic key', /(?<![A-Za-z0-9])NRAK-[A-Z0-9]{27}/g],
  ['a LangSmith key', /(?<![A-Za-z0-9])lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}/g],
  ['a Pinecone key', /(?<![A-Za-z0-9])pcsk_[A-Za-z0-9]{5,10}_[A-Za-z0-9]{40,80}/g],
  ['a Groq key', /(?<![A-Za-z0-9])gsk_[A-Za-z0-9]{40,80}/g],
  ['a Replicate token', /(?<![A-Za-z0-9])r8_[A-Za-z0-9]{37}/g],
  ['an xAI key', /(?<![A-Za-z0-9])xai-[A-Za-z0-9]{60,120}/g],
  ['a Perplexity key', /(?<![A-Za-z0-9])pplx-[A-Za-z0-9]{40,80}/g],
  ['a Notion token', /(?<![A-Za-z0-9])(?:ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{43})(?![A-Za-z0-9])/g],
  ['an Atlassian token', /(?<![A-Za-z0-9])ATATT3[\w=-]{50,300}/g],
  ['a key of age', /AGE-SECRET-KEY-1[0-9A-Z]{58}/g],
  ['a bearer token', /(?<![A-Za-z])[Bb]earer {1,3}([\w.~+/-]{24,4000}=*)/g],
];

/** `scheme://user:password@host` */
function inUrls(text: string): Secret[] {
  const found: Secret[] = [];
  for (const match of text.matchAll(
    /(?<![A-Za-z0-9])[a-z][a-z0-9+.-]{1,30}:\/\/([^\s:@/?#'"<>]{0,100}):([^\s@/?#'"<>]{1,300})@(?!sha\d{3}:)/gi,
  )) {
    const [whole, user = '', password = ''] = match;
    if (isStandIn(password)) continue;
    const end = match.index + whole.length;
    found.push({ start: end - user.length - password.length - 2, end, what: 'a password in a URL', inUrl: true });
  }
  return found;
}

/** `Password=…;`, `api_key: …`, `&sig=…` in the middle of a text. */
function assigned(text: string): Secret[] {
  const found: Secret[] = [];
  const pattern =
    /(?<![A-Za-z0-9])(pass(?:word|wd|phrase)|pwd|(?:client[_-]?)?secret|(?:access|auth|api|refresh)?[_-]?token|(?:api|access|account|secret|private|shared[_-]?access)[_-]?key|sig)["']?[ \t]{0,3}([:=])[ \t]{0,3}["']?([^\s"';,&<>(){}[\]]{4,300})/gi;
  for (const match of text.matchAll(pattern)) {
    const [whole, name = '', sign = '', value = ''] = match;
    if (isStandIn(value)) continue;
    const password = /^p/i.test(name) && !/^private/i.test(name);
    // After a colon a sentence may go on: "password: rotated by the platform".
    const told = sign === '=' || (/\d/.test(value) && /[a-z]/i.test(value));
    if (password ? !told : !isRandom(value)) continue;
    const end = match.index + whole.length;
    found.push({ start: end - value.length, end, what: password ? 'a password' : 'a secret key' });
  }
  return found;
}

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

function withoutOverlaps(found: readonly Secret[]): Secret[] {
  let end = 0;
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((secret) => {
      if (secret.start < end) return false;
      end = secret.end;
      return true;
    });
}
