import { language } from '../support/language.ts';

const { find, fixes } = language('missing-marker');

find('a spec', 'system:\n^^^^^^ missing-marker\n  name: a\n');
fixes('on top', 'system:\n  name: a\n', 'apiVersion: ai-system/v1\nsystem:\n  name: a\n', 'safe');
fixes('below the comments', '# ours\nsystem: {}\n', '# ours\napiVersion: ai-system/v1\nsystem: {}\n', 'safe');
fixes('in braces', '{ system: {} }\n', '{ apiVersion: ai-system/v1, system: {} }\n', 'safe');
find('a comment is no marker', '# apiVersion: ai-system/v1\nsystem: {}\n^^^^^^ missing-marker\n');
find('a marker further down is none', 'system:\n^^^^^^ missing-marker\n  apiVersion: ai-system/v1\n');

find('a marker', 'apiVersion: ai-system/v1\nsystem: {}\n');
find('a marker at the end', 'system: {}\napiVersion: ai-system/v1\n');
find('a marker in quotes', '"apiVersion": "ai-system/v1"\nsystem: {}\n');
find('an empty file', '# nothing\n');
