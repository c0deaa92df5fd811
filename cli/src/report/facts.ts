import { type Fact, shownPath } from '../../../core/src/index.ts';

/** Where artifacts say something, for programs: paths from the root of their repository, lines from 1. */
export function evidenceOf(facts: readonly Fact[] | undefined): readonly unknown[] | undefined {
  if (facts === undefined || facts.length === 0) return undefined;
  return facts.map(({ file, line, says }) => ({ path: shownPath(file), line, says }));
}

/** `observability/alerts.yaml:12: It fires below 0.8.` */
export function factLine({ file, line, says }: Fact): string {
  return `${shownPath(file)}${line === undefined ? '' : `:${line}`}: ${says}`;
}

/** Of what was found, what the message does not say already, place and all. */
export function untold(facts: readonly Fact[], message: string): readonly Fact[] {
  return facts.filter(({ file, line, says }) => {
    const place = `${shownPath(file)}${line === undefined ? '' : `:${line}`}`;
    return !message.includes(place) || !message.includes(says.replace(/\.$/, ''));
  });
}
