import { Answers, type Inquiry, lookUp, type Repository } from '../../core/src/index.ts';
import type { Files, SpecRepository } from './files.ts';
import type { Settings } from './settings.ts';

interface Host {
  readonly files: Files;
  /** The folder of the workspace that a spec belongs to. */
  workspace(): string | undefined;
  edited(uri: string): string | undefined;
  /** Whether anybody may look at artifacts at all. */
  readonly trusted: boolean;
  /** Some answers are others than they were. */
  onChange(): void;
  log(error: unknown): void;
}

/** The repository of one spec, with all that is known of it. */
export type Known = Repository & Pick<SpecRepository, 'uri' | 'paths'>;

interface Shared {
  readonly repository: SpecRepository;
  readonly answers: Answers;
  /** As the files were when they were looked at. */
  readonly stamps: Map<string, Promise<string | undefined>>;
  readonly looking: Set<string>;
}

/** Milliseconds: a build, or a branch that is checked out, changes many files at once. */
const settling = 100;
const lookAgainAfter = 2_000;

/** What is known of artifacts, for all specs. Nothing waits for a file while somebody types. */
export class Evidences {
  private readonly host: Host;
  private readonly shared = new Map<string, Shared>();
  private timer: NodeJS.Timeout | undefined;
  private lookedAgain = 0;
  private files: { readonly revision: string; readonly uris: readonly string[] } = { revision: '', uris: [] };

  constructor(host: Host) {
    this.host = host;
  }

  /** Undefined where only what is declared counts. */
  of(uri: string, { loaded, roots }: Settings): Known | undefined {
    const { files, trusted } = this.host;
    if (!trusted) return undefined;
    const repository = files.repository(files.canonical(uri), {
      config: loaded,
      workspace: this.host.workspace(),
      roots,
      edited: this.host.edited,
      trusted: () => trusted,
    });
    if (repository === undefined) return undefined;
    const { key, folder } = repository;
    const shared = this.shared.get(key) ?? {
      repository,
      answers: new Answers(),
      stamps: new Map(),
      looking: new Set(),
    };
    this.shared.set(key, shared);
    const { uri: uriOf, paths } = repository;
    return { folder, answers: shared.answers, host: shared.repository.host, uri: uriOf, paths };
  }

  async lookUp(wanted: readonly Inquiry<unknown>[], { answers }: Known): Promise<void> {
    const shared = [...this.shared.values()].find((one) => one.answers === answers);
    if (shared === undefined) return;
    const { repository, stamps } = shared;
    // As they are before they are read: what changes meanwhile is seen the next time.
    for (const path of wanted.flatMap(({ about }) => about)) {
      const uri = repository.uri(path);
      if (uri !== undefined && !stamps.has(uri)) stamps.set(uri, this.host.files.stamp(uri));
    }
    await Promise.all(stamps.values());
    await lookUp(wanted, { answers, host: repository.host });
  }

  /** Looks up what is wanted, and tells when that and all else that is being looked up is known. */
  lookUpSoon(wanted: readonly Inquiry<unknown>[], known: Known): void {
    const shared = [...this.shared.values()].find(({ answers }) => answers === known.answers);
    const fresh = wanted.filter(({ key }) => !shared?.looking.has(key));
    if (shared === undefined || fresh.length === 0) return;
    for (const { key } of fresh) shared.looking.add(key);
    this.lookUp(fresh, known)
      .catch(this.host.log)
      .finally(() => {
        for (const { key } of fresh) shared.looking.delete(key);
        if (shared.looking.size === 0) this.host.onChange();
      });
  }

  /** A file was changed, made or removed, on the disk or in the editor. */
  changed(uri: string): void {
    let some = false;
    for (const { repository, answers } of this.shared.values()) {
      for (const path of repository.paths(uri)) some = answers.forget(path) || some;
    }
    if (some) this.tellSoon();
  }

  /** Looks whether any file is another than it was: many clients do not watch files, and those that do miss some. */
  lookAgain(): void {
    const now = Date.now();
    if (now - this.lookedAgain < lookAgainAfter) return;
    this.lookedAgain = now;
    for (const shared of this.shared.values()) this.compare(shared).catch(this.host.log);
  }

  /** All files that are known, by URI; the same list as before where nothing else became known. */
  artifacts(): readonly string[] {
    const all = [...this.shared.values()];
    const revision = all.map(({ answers }) => answers.revision).join(' ');
    if (revision !== this.files.revision) {
      const uris = all.flatMap(({ repository, answers }) =>
        answers.about().flatMap((path) => (path.path === '' ? [] : (repository.uri(path) ?? []))),
      );
      this.files = { revision, uris };
    }
    return this.files.uris;
  }

  private async compare({ repository, answers, stamps }: Shared): Promise<void> {
    let some = answers.retry();
    for (const path of answers.about()) {
      const uri = repository.uri(path);
      if (uri === undefined) continue;
      const before = stamps.get(uri);
      const now = this.host.files.stamp(uri);
      if (before !== undefined && (await before) !== (await now)) some = answers.forget(path) || some;
      stamps.set(uri, now);
    }
    if (some) this.tellSoon();
  }

  private tellSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.host.onChange(), settling);
  }
}
