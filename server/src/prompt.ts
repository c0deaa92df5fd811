/** Milliseconds: what still waits for a file by then is not delayed by a check, nor a check by that. */
const patience = 50;

/**
 * Milliseconds. A client that shares a processor with the server has an answer only once the server sleeps: what is begun
 * right behind the answer, the client waits for as well.
 */
const breath = 1;

/** Answers that somebody waits for, so a check waits too until they are given and taken. */
export class Prompt {
  private readonly given = new Set<Promise<unknown>>();
  private lastGiven = Number.NEGATIVE_INFINITY;

  /** The same handler; what it is doing is known here. */
  of<P extends readonly unknown[], R>(handle: (...params: P) => Promise<R>): (...params: P) => Promise<R> {
    return (...params) => {
      const answer = handle(...params);
      const forget = () => {
        this.given.delete(answer);
        this.lastGiven = performance.now();
      };
      this.given.add(answer);
      answer.then(forget, forget);
      return answer;
    };
  }

  /** Resolves when all of them are given, also those that are asked for meanwhile. */
  async done(): Promise<void> {
    const end = performance.now() + patience;
    for (;;) {
      if (this.given.size > 0) await this.allGiven();
      const now = performance.now();
      if (now >= end || (this.given.size === 0 && now - this.lastGiven >= breath)) return;
      // Who has the answer may ask for the next thing.
      await new Promise((resolve) => setTimeout(resolve, breath));
    }
  }

  private async allGiven(): Promise<void> {
    let isLate = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        isLate = true;
        resolve();
      }, patience);
    });
    while (this.given.size > 0 && !isLate) await Promise.race([Promise.allSettled(this.given), late]);
    clearTimeout(timer);
  }
}
