import { noteHeard } from '../spec/watched.ts';
import type { Answer, ArtifactHost, ArtifactPath } from './host.ts';
import { type Reference, readReference, type SpecFolder } from './reference.ts';
import { Texts } from './texts.ts';

/** One question to a repository. Whoever asks the same question again gets the same answer. */
export interface Inquiry<F> {
  /** What is asked, and of which files; two inquiries with one key are the same. */
  readonly key: string;
  /** What the answer is about: when one of these files, or a file in one of these folders, changes, it is asked again. */
  readonly about: readonly ArtifactPath[];
  /** Finds the answer through the host; never throws because of what an artifact says. */
  answer(host: ArtifactHost): Promise<Answer<F>>;
}

/**
 * What requirements may know of the world outside the spec. Asking never waits: what nobody has looked up yet is noted as
 * wanted, and the assessment is made again once it is known.
 */
export interface Evidence {
  /** `undefined` while it is not known. */
  ask<F>(inquiry: Inquiry<F>): Answer<F> | undefined;
  /** Whether an inquiry of this key would still get this very answer. */
  stillSays(key: string, answer: unknown): boolean;
  /** Where a reference that stands in this spec leads. */
  reference(text: string): Reference;
  /** The folder of the spec, relative to the root of its repository. */
  readonly folder: SpecFolder;
}

/** The answers that are known, shared by all specs of one repository. */
export class Answers {
  /** Another number whenever an answer came or went. */
  revision = 0;
  private readonly texts = new Texts();
  /** What is being looked up, by the key of the inquiry. */
  private readonly looking = new Map<string, Looking>();
  private readonly known = new Map<string, { readonly inquiry: Inquiry<unknown>; readonly answer: Answer<unknown> }>();
  /** What was answered with less than there is, and how often. */
  private readonly short = new Map<string, number>();

  /** By the key of an inquiry. */
  get(key: string): Answer<unknown> | undefined {
    return this.known.get(key)?.answer;
  }

  set<F>(inquiry: Inquiry<F>, answer: Answer<F>): void {
    this.known.set(inquiry.key, { inquiry, answer });
    this.revision += 1;
  }

  /**
   * Waits for an answer, or for the one that somebody else waits for; one about something that changed meanwhile is not
   * taken, so that it is asked for again.
   */
  take<F>(inquiry: Inquiry<F>, host: ArtifactHost): Promise<void> {
    if (this.known.has(inquiry.key)) return Promise.resolve();
    const same = this.looking.get(inquiry.key);
    if (same !== undefined) return same.done;
    const looking: Looking = {
      inquiry,
      done: this.find(inquiry, host, () => this.looking.get(inquiry.key) === looking),
    };
    this.looking.set(inquiry.key, looking);
    return looking.done;
  }

  private async find<F>(inquiry: Inquiry<F>, host: ArtifactHost, isCurrent: () => boolean): Promise<void> {
    try {
      let isShort = false;
      const noting = noticing(this.texts.through(host), () => {
        isShort = true;
      });
      const answer = await inquiry.answer(noting);
      if (isShort) this.short.set(inquiry.key, (this.short.get(inquiry.key) ?? 0) + 1);
      else this.short.delete(inquiry.key);
      if (isCurrent()) this.set(inquiry, answer);
      else this.revision += 1;
    } finally {
      if (isCurrent()) this.looking.delete(inquiry.key);
    }
  }

  /** Forgets what the host had no time left for, so that it is asked again. Gives whether there was any. */
  retry(): boolean {
    let some = false;
    for (const [key, times] of this.short) if (times < mostTries) some = this.known.delete(key) || some;
    if (some) this.revision += 1;
    return some;
  }

  /** Forgets what the changed file, or anything in a changed folder, was asked for. Gives whether there was any. */
  forget({ root, path }: ArtifactPath): boolean {
    let some = false;
    this.texts.forget((text) => text.root === root && concerns(path, text.path));
    for (const [key, { inquiry }] of this.known) {
      const concerned = inquiry.about.some((about) => about.root === root && concerns(path, about.path));
      if (concerned) some = this.known.delete(key) || some;
    }
    for (const [key, { inquiry }] of this.looking) {
      const concerned = inquiry.about.some((about) => about.root === root && concerns(path, about.path));
      if (concerned) some = this.looking.delete(key) || some;
    }
    if (some) this.revision += 1;
    return some;
  }

  /** All files and folders that answers are about. */
  about(): readonly ArtifactPath[] {
    const paths = new Map<string, ArtifactPath>();
    for (const { inquiry } of this.known.values())
      for (const about of inquiry.about) paths.set(`${about.root}//${about.path}`, about);
    return [...paths.values()];
  }
}

/** What there is never time for is not asked for ever. */
const mostTries = 3;

/** The same host; `tell` hears of each answer that would be another one later. */
function noticing(host: ArtifactHost, tell: () => void): ArtifactHost {
  const heard = <T>(answer: Answer<T>): Answer<T> => {
    if (answer.kind === 'unread' && answer.passing) tell();
    return answer;
  };
  return {
    text: async (file, most) => heard(await host.text(file, most)),
    lines: async (file, most, visit) => heard(await host.lines(file, most, visit)),
    bytes: async (file, start, end) => heard(await host.bytes(file, start, end)),
    look: async (path) => heard(await host.look(path)),
    list: async (folder, wants, most) => heard(await host.list(folder, wants, most)),
    lastChange: async (root, paths, until) => heard(await host.lastChange(root, paths, until)),
  };
}

interface Looking {
  readonly inquiry: Inquiry<unknown>;
  readonly done: Promise<void>;
}

/** What git keeps for itself changes with each commit, and is no file of the repository's. */
function concerns(changed: string, about: string): boolean {
  if (about === '' && isWithin(changed, '.git')) return false;
  return isWithin(changed, about) || isWithin(about, changed);
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** The evidence for one check of a spec in `folder`; `wanted` collects what was asked and is not known. */
export function evidenceFrom(answers: Answers, folder: SpecFolder, wanted: Map<string, Inquiry<unknown>>): Evidence {
  return {
    folder,
    reference: (text) => readReference(text, folder),
    stillSays: (key, answer) => answer !== undefined && answers.get(key) === answer,
    ask<F>(inquiry: Inquiry<F>) {
      const answer = answers.get(inquiry.key) as Answer<F> | undefined;
      noteHeard(inquiry.key, answer);
      if (answer === undefined) wanted.set(inquiry.key, inquiry);
      return answer;
    },
  };
}
