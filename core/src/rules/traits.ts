import type { Spec } from '../spec/types.generated.ts';
import type { Mapping } from '../yaml/tree.ts';

/** What the contents of a spec imply. Requirements apply by trait, never by a switch someone typed. */
export interface Traits {
  readonly retrieval: boolean;
  readonly llm: boolean;
  readonly agent: boolean;
  readonly model: boolean;
  /** Some source holds personal data. */
  readonly personal: boolean;
  /** Some model is run by a provider. */
  readonly hosted: boolean;
  readonly exposure: 'internal' | 'partner' | 'public' | undefined;
  /** The system recommends or decides, it does not only inform. */
  readonly decides: boolean;
  readonly critical: boolean;
}

export function readTraits(spec: Mapping<Spec>): Traits {
  const type = spec.get('system')?.get('type')?.value;
  const models = values(spec.get('models'));
  const roles = models.map((model) => model.get('role')?.value);
  const sources = values(spec.get('sources'));
  const decisionRole = spec.get('system')?.get('decision_role')?.value;

  return {
    retrieval: values(spec.get('indexes')).length > 0,
    llm: roles.includes('generate') || type === 'rag' || type === 'llm' || type === 'agent',
    agent: type === 'agent' || values(spec.get('tools')).length > 0,
    model: roles.includes('predict'),
    personal: sources.some((source) => {
      const personal = source.get('data')?.get('personal')?.value;
      return personal !== undefined && personal !== 'none' && source.get('status')?.value !== 'dropped';
    }),
    hosted: models.some((model) => isHosted(model.get('provider')?.value)),
    exposure: spec.get('system')?.get('users')?.get('exposure')?.value,
    decides: decisionRole === 'recommends' || decisionRole === 'decides',
    critical: spec.get('system')?.get('criticality')?.value === 'critical',
  };
}

/** Whether somebody else runs a model, and can change or end it. */
export function isHosted(provider: string | undefined): boolean {
  return provider !== undefined && provider !== 'self-hosted' && provider !== 'own';
}

function values<T>(map: Mapping<{ readonly [id: string]: T }> | undefined): Mapping<T & object>[] {
  return (map?.entries ?? []).flatMap(({ value }) =>
    value === undefined ? [] : [value as unknown as Mapping<T & object>],
  );
}
