import type { Answers } from './answers.ts';
import { evaluation } from './evaluation.ts';
import { governance } from './governance.ts';
import { indexes } from './indexes.ts';
import { logging } from './logging.ts';
import { monitoring } from './monitoring.ts';
import { operations } from './operations.ts';
import { ownership } from './ownership.ts';
import { sources } from './sources.ts';
import { system } from './system.ts';
import { tools } from './tools.ts';

/** One table for each area of the requirements. */
const tables = [system, ownership, sources, tools, indexes, evaluation, logging, monitoring, operations, governance];

export const answersTo: Answers = Object.fromEntries(tables.flatMap((table) => Object.entries(table)));
