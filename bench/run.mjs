// `npm run bench [-- --rounds N] [--only servers,requests,artifacts,commands,engine]`: how fast we are, side by side with others.
// Prints medians and ratios and asserts nothing. Needs what `npm run compile` makes.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureArtifacts } from './artifacts.mjs';
import { measureCommands } from './commands.mjs';
import { measureEngine } from './engine.mjs';
import { installPeers } from './peers.mjs';
import { measureRequests } from './requests.mjs';
import { measureServers } from './servers.mjs';

const parts = {
  servers: measureServers,
  requests: measureRequests,
  artifacts: measureArtifacts,
  commands: measureCommands,
  engine: measureEngine,
};

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, only: { type: 'string' } } });
const rounds = Number(values.rounds);
const wanted = values.only?.split(',') ?? Object.keys(parts);
if (!(rounds >= 1) || wanted.some((name) => !Object.hasOwn(parts, name))) {
  console.error(`Usage: npm run bench -- [--rounds N] [--only ${Object.keys(parts).join(',')}]`);
  process.exit(2);
}

installPeers();
console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores, ${rounds} rounds.`);
for (const name of wanted) {
  const result = await parts[name](rounds, (progress) => console.error(`  ${progress}`));
  console.log(`\n${result}`);
}
