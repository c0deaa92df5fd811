import { matchesGlob } from '../../glob.ts';
import type { Inquiry } from '../evidence.ts';
import { normal } from '../reference.ts';
import { type Routing, readRouting } from './alertmanager.ts';
import { loading, type PrometheusConfig, readPrometheusConfig } from './prometheus-config.ts';
import { type RuleTests, readRuleTests } from './promtool-tests.ts';

/** What of a repository loads rules, tests them and sends alerts on, found by what it says. */
export interface AlertingSetup {
  readonly prometheus: readonly Held<PrometheusConfig>[];
  readonly alertmanager: readonly Held<Routing>[];
  readonly tests: readonly Held<RuleTests>[];
}

export interface Held<F> {
  readonly path: string;
  readonly facts: F;
}

const mostFiles = 200;
const mostBytes = 512 * 2 ** 10;
const named = /(?:alertmanager|prometheus)[^/]*\.ya?ml$|(?:^|\/)alertmanager\/[^/]+\.ya?ml$|[_.-]tests?\.ya?ml$/i;
const aside = /(?:^|\/)(?:\.[^/]+|testdata|fixtures|vendor|third_party|node_modules)\//i;
/** What stands in such a folder is no configuration of what stands beside it. */
const tried = /(?:^|\/)(?:tests?|e2e|examples?)\//i;

export function alertingSetup(root: string): Inquiry<AlertingSetup> {
  return {
    key: `alerting setup of ${root}//`,
    about: [{ root, path: '' }],
    async answer(host) {
      const list = await host.list({ root, path: '' }, (path) => named.test(path) && !aside.test(path), mostFiles);
      if (list.kind === 'unread') return list;
      const prometheus: Held<PrometheusConfig>[] = [];
      const alertmanager: Held<Routing>[] = [];
      const tests: Held<RuleTests>[] = [];
      for (const path of list.facts.paths) {
        const text = await host.text({ root, path }, mostBytes);
        if (text.kind === 'unread') continue;
        const ruleTests = readRuleTests(text.facts);
        if (ruleTests !== undefined) tests.push({ path, facts: ruleTests });
        if (ruleTests !== undefined) continue;
        const config = readPrometheusConfig(text.facts);
        const routing = config === undefined ? readRouting(text.facts) : undefined;
        if (config !== undefined) prometheus.push({ path, facts: config });
        if (routing !== undefined) alertmanager.push({ path, facts: routing });
      }
      return { kind: 'read', facts: { prometheus, alertmanager, tests } };
    },
  };
}

/** Of several in one repository, those that share the most folders with `path`: each service has its own. */
export function nearest<F>(held: readonly Held<F>[], path: string): readonly Held<F>[] {
  const known = held
    .map((one) => ({ one, shared: sharedFolders(one.path, path) }))
    .filter(({ one, shared }) => !tried.test(one.path.split('/').slice(shared).join('/')));
  const most = Math.max(...known.map(({ shared }) => shared));
  return known.flatMap(({ one, shared }) => (shared === most ? [one] : []));
}

function sharedFolders(a: string, b: string): number {
  const [one, other] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs === -1 ? one.length : differs;
}

/** The line that makes some Prometheus near the file load it; `undefined` where there is none. */
export function loadedBy({ prometheus }: AlertingSetup, path: string): Held<number> | undefined {
  for (const config of nearest(prometheus, path)) {
    const entry = loading(config.facts, path);
    if (entry !== undefined) return { path: config.path, facts: entry.line };
  }
  return undefined;
}

/** The unit tests of the rules in `path`. What they test they name as seen from where they are. */
export function testsOf({ tests }: Pick<AlertingSetup, 'tests'>, path: string): readonly Held<RuleTests>[] {
  return tests.filter((test) => {
    const folder = test.path.slice(0, test.path.lastIndexOf('/') + 1);
    return test.facts.ruleFiles.some(({ value }) => {
      const named = normal(`${folder}${value}`);
      return named !== undefined && matchesGlob(named, path);
    });
  });
}
