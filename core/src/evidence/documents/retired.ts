import { anyCase } from '../../spec/words.ts';
import { type Prose, titleBlock } from './prose.ts';

/** Where a document says of itself that it no longer holds. */
export interface Retired {
  readonly line: number;
  /** As it stands there. */
  readonly text: string;
}

const gone =
  'deprecated|obsolete|outdated|out of date|superseded|archived|retired|withdrawn|decommissioned|discontinued|no longer (?:maintained|valid|used|in use|current|supported|up to date|applicable|accurate)';
const vergangen =
  'veraltet|überholt|abgelöst|archiviert|ungültig|außer kraft|nicht mehr (?:gültig|aktuell|gepflegt|verwendet|in gebrauch)';
const self =
  '(?:page|document|doc|runbook|playbook|file|guide|procedure|process|record|card|recipe|report|wiki|version|handover|assessment)';
const selbst = '(?:seite|dokument|datei|anleitung|verfahren|prozess|bericht|version|runbook)';

/** What it is about; of what comes in a clause of its own something else may be said. */
const about =
  '(?:for|of|on|about|in|für|zu|zum|zur) (?!(?:[^.]{0,60} )?(?:when|if|what|once|until|after|where|how|which|that|wenn|was|wie) )[^.,]{1,60}?';

/** A line that says nothing else: `Deprecated.`, `Superseded by …`, `Moved to …`; "Deprecated models answer late" is none. */
const banner = anyCase(
  new RegExp(
    `^(?:status\\s*[:|]\\s*)?(?:(?!(?:archived|withdrawn|retired) by\\b)(?:${gone}|${vergangen})(?=\\s*(?:$|[.:;,!—–|(-]|by\\b|in favou?r\\b|since\\b|as of\\b|on \\d|seit\\b|durch\\b|zugunsten\\b|see\\b|siehe\\b|use\\b|→))|(?:replaced|ersetzt) (?:by|with|durch) \\S|do not use(?: it| this(?: ${self})?)?(?: any ?more| any longer)?\\s*(?:[.!:;]|$)|nicht (?:mehr )?verwenden\\b)`,
  ),
);
const ofItself = anyCase(
  new RegExp(
    `^(?!this (?:\\w+ )?(?:report|record|handover|assessment) [^.]{0,60}archived)(?:this (?:\\w+ )?${self}|diese[rs]? ${selbst})(?: ${about}| [([][^)\\]]{0,40}[)\\]])? (?:(?:is|was|has been|have been|wurde|ist|gilt als) (?:now |hereby |therefore )?(?:${gone}|${vergangen}|replaced|moved|ersetzt|verschoben|umgezogen)|has moved|(?:no longer|does not|doesn.t) appl(?:ies|y)(?: any ?more| any longer)?(?=[.!]|$| since| after))(?![\\p{L}-])`,
    'u',
  ),
);
/** A page goes elsewhere; a system that "moved to production" is what the page is about. */
const moved = anyCase(/^(?:moved|verschoben|umgezogen) (?:to|nach)\b/);
const elsewhere = anyCase(/\]\(|https?:|\.(?:md|rst|adoc)\b|\b(?:wiki|confluence|notion|sharepoint)\b/);
/** In a title, where words stand for what the page is about: only in brackets, or in capitals before a colon. */
const inTitle =
  /[[(]\s*(?:deprecated|obsolete|superseded|archived|retired|outdated|veraltet|überholt|archiviert)\b[^\])]{0,60}[\])]/i;
const capitals = /^(?:DEPRECATED|OBSOLETE|SUPERSEDED|ARCHIVED|RETIRED|VERALTET|ÜBERHOLT)\s*[:—–-]/;
const statuses = anyCase(new RegExp(`^(?:${gone}|replaced|moved|${vergangen}|ersetzt)\\b`));

/** The first sign in its front matter, its title, or below the title, that a document is not to be followed any more. */
export function retiredAt(prose: Prose): Retired | undefined {
  for (const [key, { value, line }] of prose.frontMatter) {
    const isFlag = /^(?:deprecated|archived|obsolete|retired)$/i.test(key) && !/^(?:false|no|null|~|)$/i.test(value);
    const isPointer =
      /^(?:superseded|replaced)[-_ ]?by$|^moved[-_ ]?to$/i.test(key) && !/^(?:null|none|~|-|)$/i.test(value);
    if (isFlag || isPointer || (/^(?:status|state|lifecycle)$/i.test(key) && statuses.test(value)))
      return { line, text: `${key}: ${value}` };
  }
  const { to } = titleBlock(prose);
  const [first] = prose.headings;
  if (first !== undefined && (inTitle.test(first.text) || capitals.test(first.text)))
    return { line: first.line, text: first.text };
  for (const { line, text } of prose.lines) {
    if (line > to) break;
    const plain = bare(text);
    if (banner.test(plain) || ofItself.test(plain) || (moved.test(plain) && elsewhere.test(text)))
      return { line, text: plain };
  }
  return undefined;
}

/** A line without the marks, signs and words that only call for attention. */
function bare(text: string): string {
  return text
    .replace(/^(?:[>\s]|\[![A-Z]+\]|:::\s?\w*|!!!\s?\w*)+/, '')
    .replace(/[*_~`]+/g, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:note|warning|caution|attention|important|notice|hinweis|achtung|warnung)\s*[:!—–-]\s*/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}
