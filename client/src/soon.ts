/** Calls once, a while after the last of many calls. */
export function soon(run: () => void, milliseconds: number): { (): void; dispose(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = () => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };
  return Object.assign(call, { dispose: () => clearTimeout(timer) });
}
