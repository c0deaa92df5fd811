interface Host {
  /** Undefined once the document is closed. */
  version(uri: string): number | undefined;
  /** Whether it was not checked yet. */
  isNew(uri: string): boolean;
  lastDuration(): number;
  publish(uri: string): Promise<void>;
  /** Resolves when what needs no check is answered, and the client has what it was sent. */
  answered(): Promise<void>;
  log(error: unknown): void;
}

/** Milliseconds. People type a key in a hundred: only checks that take most of that are worth waiting with. */
const slow = 80;
const longestDelay = 300;
/** What an editor asks right behind an edit is answered before the edit is checked: somebody waits for that. */
const headStart = 2;

/** For clients that are sent their diagnostics: one check for all the edits that have arrived, at once if checks are fast. */
export class Publisher {
  private readonly host: Host;
  private readonly running = new Set<string>();
  private readonly again = new Set<string>();

  constructor(host: Host) {
    this.host = host;
  }

  changed(uri: string): void {
    if (this.running.has(uri)) {
      this.again.add(uri);
      return;
    }
    this.running.add(uri);
    void this.run(uri);
  }

  private async run(uri: string): Promise<void> {
    do {
      this.again.delete(uri);
      try {
        await this.settled(uri);
        await this.host.publish(uri);
      } catch (error) {
        this.host.log(error);
      }
    } while (this.again.has(uri));
    this.running.delete(uri);
  }

  private async settled(uri: string): Promise<void> {
    const last = this.host.lastDuration();
    if (last > slow) {
      let seen: number | undefined;
      do {
        seen = this.host.version(uri);
        await pause(Math.min(last, longestDelay));
      } while (this.host.version(uri) !== seen);
    }
    const { version, isNew, answered } = this.host;
    await undisturbed({ version: () => version(uri), isNew: isNew(uri), answered });
    this.again.delete(uri);
  }
}

interface Change {
  version(): number | undefined;
  readonly isNew: boolean;
  answered(): Promise<void>;
}

/**
 * Waits until no edit comes any more, and what was asked right behind the last one is answered: a check would hold up the
 * part of a long answer that has not been taken yet. A new text has none.
 */
export async function undisturbed({ version, isNew, answered }: Change): Promise<void> {
  let seen: number | undefined;
  do {
    seen = version();
    if (!isNew) await pause(headStart);
    await drained(version);
    if (!isNew) await answered();
  } while (version() !== seen);
}

/** Waits until the edits that have already arrived are applied: the library hands out one message in each turn of the loop. */
export async function drained(version: () => number | undefined): Promise<void> {
  let seen: number | undefined;
  do {
    seen = version();
    await turn();
    await turn();
  } while (version() !== seen);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function turn(): Promise<void> {
  return new Promise((resolve) => later(resolve));
}

/** Browsers have no other way to let the next message in. */
const later = typeof setImmediate === 'function' ? setImmediate : (then: () => void) => setTimeout(then, 0);
