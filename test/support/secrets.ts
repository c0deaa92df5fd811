/** Put together here, so that no scanner takes this file for a leak. */
export const letters = (length: number) => 'aB3dE5gH7jK9mN2pQ4rS6tV8wX1zC'.repeat(20).slice(0, length);
export const hex = (length: number) => '3f9c2ad17b60e584'.repeat(20).slice(0, length);
const upper = (length: number) => 'QZ7XK4PWM2LT6RYB'.repeat(5).slice(0, length);

/** One of each shape, and what it is. */
export const shaped: readonly (readonly [string, string])[] = [
  ['an AWS access key', `AK${'IA'}${upper(16)}`],
  ['an AWS access key', `AS${'IA'}${upper(16)}`],
  ['a GitHub token', `gh${'p_'}${letters(36)}`],
  ['a GitHub token', `github${'_pat_'}${letters(40)}`],
  ['a GitLab token', `gl${'pat-'}${letters(20)}`],
  ['a Slack token', `xo${'xb-'}${letters(30)}`],
  ['a webhook address', `https://hooks.${'slack'}.com/services/T0/B0/${letters(24)}`],
  ['a webhook address', `https://acme.webhook.${'office'}.com/webhookb2/${hex(36)}`],
  ['a secret key', `sk${'-'}${letters(40)}`],
  ['a secret key', `sk${'-proj-'}${letters(48)}`],
  ['a secret key', `sk${'-ant-api03-'}${letters(80)}`],
  ['a Stripe key', `sk${'_live_'}${letters(24)}`],
  ['a Google key', `AI${'za'}${letters(35)}`],
  ['a Hugging Face token', `hf${'_'}${letters(34)}`],
  ['an Azure client secret', `aB3${'8Q~'}${letters(33)}`],
  ['a Databricks token', `da${'pi'}${hex(32)}`],
  ['a Vault token', `hv${'s.'}${letters(24)}`],
  ['a SendGrid key', `S${'G.'}${letters(22)}.${letters(43)}`],
  ['an npm token', `np${'m_'}${letters(36)}`],
  ['a PyPI token', `py${'pi-'}${letters(60)}`],
  ['a Grafana token', `gl${'sa_'}${letters(32)}_${hex(8)}`],
  ['a New Relic key', `NR${'AK-'}${upper(27)}`],
  ['a LangSmith key', `lsv2${'_pt_'}${hex(32)}_${hex(10)}`],
  ['a Pinecone key', `pc${'sk_'}${letters(6)}_${letters(60)}`],
  ['a Groq key', `gs${'k_'}${letters(52)}`],
  ['a Replicate token', `r8${'_'}${letters(37)}`],
  ['an xAI key', `xa${'i-'}${letters(80)}`],
  ['a Perplexity key', `ppl${'x-'}${letters(48)}`],
  ['a Notion token', `nt${'n_'}${letters(46)}`],
  ['an Atlassian token', `ATA${'TT3'}${letters(60)}`],
  ['a key of age', `AGE-SECRET${'-KEY-1'}${upper(58)}`],
  ['a JSON Web Token', `ey${'J'}${letters(20)}.ey${'J'}${letters(40)}.${letters(43)}`],
  ['a private key', `-----BEGIN ${'RSA PRIVATE'} KEY-----\n${letters(64)}\n-----END ${'RSA PRIVATE'} KEY-----`],
  ['a private key', `-----BEGIN ${'PRIVATE'} KEY-----\n${letters(64)}`],
];

/** Secrets of all kinds as they might stand in an artifact. */
export const plants: readonly string[] = [
  ...shaped.map(([, secret]) => secret),
  `Bearer ${letters(40)}`,
  `postgres://claims:${letters(16)}@db.acme.example/calls`,
  `https://user:${letters(24)}@git.acme.example/runbooks/errors.md?x=1#top`,
  `https://${letters(24)}@git.acme.example/runbooks/errors.md`,
  `https://acme.example/blob?sv=2024&sig=${letters(40)}%3D`,
  `https://acme.example/?code=${hex(32)}`,
  `password=${letters(12)}`,
  `api_key: ${letters(24)}`,
  `AccountKey=${letters(86)}==`,
];

const parts = [letters(12), hex(12), upper(12)].map((part) => part.toLowerCase());

/** Whether a text tells a part of any of them, however it is written. */
export function tellsSecret(text: string): boolean {
  const bare = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');
  return parts.some((part) => bare.includes(part));
}
