import { startNodeServer } from './main.node.ts';

startNodeServer();
