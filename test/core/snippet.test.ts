import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { snippet } from '../../core/src/index.ts';

describe('placeholders become tab stops', () => {
  const cases: readonly (readonly [name: string, text: string, made: string | undefined])[] = [
    ['none', 'a: 1\n', undefined],
    ['one', 'a: TODO e.g. 15m\n', 'a: ${1:TODO e.g. 15m}\n'],
    ['several', 'a: TODO x\nb:\n  - TODO y\n', 'a: ${1:TODO x}\nb:\n  - ${2:TODO y}\n'],
    ['choices, of which none is taken', 'a: TODO rag | model\n', 'a: ${1|TODO rag \\| model,rag,model|}\n'],
    ['the key of a bound', 'above: TODO e.g. 12%\n', '${1|above,below|}: ${2:TODO e.g. 12%}\n'],
    ['not a bound that is given', 'above: 3\nwhat: TODO x\n', 'above: 3\nwhat: ${1:TODO x}\n'],
    ['an id', 'todo-source:\n  what: TODO x\n', '${1:todo-source}:\n  what: ${2:TODO x}\n'],
    ['in braces', '{ a: TODO x, b: TODO y }', '{ a: ${1:TODO x}, b: ${2:TODO y} \\}'],
    ['behind others in braces', ', a: TODO x, b: 1', ', a: ${1:TODO x}, b: 1'],
    ['before others in braces', 'a: TODO x, ', 'a: ${1:TODO x}, '],
    ['a sentence with commas', 'a: TODO e.g. x, y [z]\nb: 1\n', 'a: ${1:TODO e.g. x, y [z]}\nb: 1\n'],
    ['what is meant in a file', 'a: TODO e.g. x.yaml#Low\n', 'a: ${1:TODO e.g. x.yaml#Low}\n'],
    ['in quotes', 'a: "TODO x: y"\n', 'a: "${1:TODO x: y}"\n'],
    ['what a snippet reads otherwise', 'a: $HOME\\x } TODO 1$\n', 'a: \\$HOME\\\\x \\} ${1:TODO 1\\$}\n'],
    ['before a comment', 'a: TODO x # why\n', 'a: ${1:TODO x} # why\n'],
    ['with CRLF', 'a: TODO x\r\n', 'a: ${1:TODO x}\r\n'],
    ['not within a word', 'a: mastodo-n TODOs\n', undefined],
  ];
  for (const [name, text, made] of cases) test(name, () => assert.equal(snippet(text), made));
});
