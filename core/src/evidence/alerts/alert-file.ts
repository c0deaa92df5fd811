import type { Placed } from '../formats/yaml-documents.ts';

/** An alert that a file defines. */
export interface AlertRule {
  readonly name: string;
  /** From 1, like all lines here. */
  readonly line: number;
  /** Other names under which it is known: a uid, a logical id, the service an objective belongs to. */
  readonly alias?: string;
  readonly group?: string;
  /** In PromQL, or what looks like it. */
  readonly expression?: Placed;
  readonly for?: Placed;
  readonly keepFiringFor?: Placed;
  /** How often the rules of its group are evaluated, how far they look back, and how many alerts one of them may make. */
  readonly interval?: Placed;
  readonly queryOffset?: Placed;
  readonly limit?: Placed;
  /** The line of the `---` before it, where it is not in the first document of its file. */
  readonly behind?: number;
  readonly labels: ReadonlyMap<string, Placed>;
  readonly annotations: ReadonlyMap<string, Placed>;
  /** Where it is switched off. */
  readonly paused?: number;
  /** A threshold that stands beside the expression. */
  readonly threshold?: {
    readonly above: boolean;
    readonly value: number;
    readonly line: number;
    /** What is compared in place of the values of the expression, as a clause. */
    readonly instead?: string;
  };
}

/** A series that a rule computes from others. */
export interface RecordingRule {
  readonly name: string;
  readonly line: number;
  readonly expression?: Placed;
}

export interface AlertFile {
  /**
   * What the file is: `generated` where alerts are made of objectives, `templated` where only a template engine knows
   * what it says, `other` where it is nothing that is read.
   */
  readonly format: 'prometheus' | 'grafana' | 'datadog' | 'cloudwatch' | 'generated' | 'templated' | 'other';
  /** Prometheus loads it by name; other shapes are picked up by an operator. */
  readonly loadedByName: boolean;
  readonly alerts: readonly AlertRule[];
  readonly records: readonly RecordingRule[];
  /** Names of alerts that stand in comments. */
  readonly commentedOut: readonly Placed[];
  /** Where some of the names are made by a template. */
  readonly namesAreMade: boolean;
  /** Why whoever loads the file refuses all of it: what a line does, such as `is no YAML`. */
  readonly refused?: Placed;
}
