import { mappingsIn, type Placed, placed, scalarsIn, type YamlPart, yamlDocuments } from '../formats/yaml-documents.ts';

/** What a file of unit tests for promtool tries. */
export interface RuleTests {
  readonly ruleFiles: readonly Placed[];
  readonly tried: readonly TriedAlert[];
}

export interface TriedAlert {
  readonly name: string;
  readonly line: number;
  /** It expects the alert to fire, and not only to stay silent. */
  readonly fires: boolean;
}

/** `undefined` where the text is no such file. Answers any text. */
export function readRuleTests(text: string): RuleTests | undefined {
  for (const part of yamlDocuments(text)) {
    if (part.root?.kind !== 'mapping') continue;
    const tests = mappingsIn(part.root.get('tests'));
    const isTests = part.root.entry('rule_files') !== undefined && part.root.entry('tests') !== undefined;
    if (!isTests) continue;
    const ruleFiles = scalarsIn(part.root.get('rule_files')).flatMap((file) => placed(part, file) ?? []);
    return {
      ruleFiles,
      tried: tests.flatMap((one) => mappingsIn(one.get('alert_rule_test')).flatMap((test) => tried(part, test))),
    };
  }
  return undefined;
}

function tried(part: YamlPart, test: ReturnType<typeof mappingsIn>[number]): readonly TriedAlert[] {
  const name = placed(part, test.get('alertname'));
  if (name === undefined) return [];
  return [{ name: name.value, line: name.line, fires: mappingsIn(test.get('exp_alerts')).length > 0 }];
}
