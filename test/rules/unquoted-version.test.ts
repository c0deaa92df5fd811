import { language } from '../support/language.ts';

const { find, fixes } = language('unquoted-version');

const model = (version: string) => `models:\n  llm:\n    version: ${version}\n`;

for (const version of ['1.10', '2', '1e3', '1_000', '.5', '0x10', '0o7', '20250414']) {
  find(version, model(`${version}\n             ${'^'.repeat(version.length)} unquoted-version`));
  fixes(version, model(version), model(`"${version}"`), 'safe');
}
find('says what others read', model('1.10\n             ^^^^ unquoted-version'), /take 1\.10 for the number 1\.1\./);
fixes('a comment stays', model('1.10 # pinned'), model('"1.10" # pinned'), 'safe');
fixes('in braces', 'models: { llm: { version: 1.10 } }\n', 'models: { llm: { version: "1.10" } }\n', 'safe');

for (const version of ['"1.10"', "'1.10'", 'v1.10', '1.10.0', 'gpt-4.1-2025-04-14', 'TODO', '1.10-beta']) {
  find(version, model(version));
}
find('a comment', model('v2 # 1.10'));
find('a block of text', 'system:\n  purpose: |\n    version: 1.10\n');
find('another field', 'system:\n  users:\n    count: 10\n');
