/** Milliseconds: what still waits for a file by then is not delayed by a check, nor a check by that. */
const patience = 50;

/** Answers that need no check. Somebody waits for them, so a check waits too until they are given. */
export class Prompt {
  private readonly given = new Set<Promise<unknown>>();

  /** The same handler; what it is doing is known here. */
  of<P extends readonly unknown[], R>(handle: (...params: P) => Promise<R>): (...params: P) => Promise<R> {
    return (...params) => {
      const answer = handle(...params);
      const forget = () => this.given.delete(answer);
      this.given.add(answer);
      answer.then(forget, forget);
      return answer;
    };
  }

  /** Resolves when all of them are given, also those that are asked for meanwhile. */
  async done(): Promise<void> {
    if (this.given.size === 0) return;
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
