import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface ExampleSpec {
  readonly name: string;
  readonly text: string;
  /** The day as of which it is as it should be: that of the command in its findings.txt. */
  readonly asOf: string;
}

/** The specs that are shipped as examples. */
export const examples: readonly ExampleSpec[] = readdirSync('examples')
  .filter((name) => existsSync(`examples/${name}/ai-system.yaml`))
  .map((name) => {
    const read = (file: string) => readFileSync(`examples/${name}/${file}`, 'utf8');
    const asOf = /--as-of (\S+)/.exec(read('findings.txt'))?.[1];
    if (asOf === undefined) throw new Error(`examples/${name}/findings.txt says no day`);
    return { name, text: read('ai-system.yaml'), asOf };
  });

export function example(name: string): ExampleSpec {
  const found = examples.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no example ${name}`);
  return found;
}
