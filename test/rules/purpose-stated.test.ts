import { marked, requirement } from '../support/requirement.ts';

const id = 'purpose-stated';
const { find, states, fixes } = requirement(id);

const purpose = (text: string) => `system:\n  name: claims-assistant\n  purpose: ${text}\n`;
const poor = (text: string) => `system:\n  name: claims-assistant\n${marked(`  purpose: ${text}`, text, id)}\n`;

find('59 characters', poor('Finds the letters that belong to an open motor or home loss'), {}, /is 59 characters long/);
find('60 characters', purpose('Finds the letters that belong to an open motor or home claim'));
find(
  'lines and spaces do not make it longer',
  'system:\n  purpose: >-\n           ^^ purpose-stated\n    Finds    the    letters    of    a\n\n    claim    that   is   open    now\n',
);
find(
  'the name and what is true of every assistant',
  poor('The Claims Assistant is an AI assistant that helps users of the claims platform with answers'),
  {},
  /says no more than the name/,
);
find(
  'the same with one thing that is told',
  purpose('The Claims Assistant is an AI assistant that helps users of the claims platform find letters'),
);
find(
  'a language other than English',
  purpose('Hilft der Schadenabteilung, zu einem offenen Schaden alle Briefe zu finden'),
);
find('no name to repeat', `system:\n  purpose: Finds the letters that belong to an open motor or home claim\n`);
find('no system', 'apiVersion: ai-system/v1\n^^^^^^^^^^ purpose-stated\n');
find('a retired system needs none', 'system:\n  stage: retired\n');
states('a placeholder', purpose('TBD'), ['/system hollow']);
fixes(
  'the parts of a purpose, none of them filled in',
  'system:\n  type: rag\n',
  'system:\n  type: rag\n  purpose: TODO Helps <who> do <task> with <data>, so that <outcome>\n',
);
