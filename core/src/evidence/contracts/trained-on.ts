import { readMarkdown } from '../documents/markdown.ts';

/** The days from and to which a card says that a model was trained on data. */
export interface TrainedOn {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

const label =
  /^[|\s>*_-]*(?:model |data )?(?:trained (?:on|with|from|between)\b|training (?:data|period|set|window)\b|fitted on\b|fit on\b|trainiert (?:auf|mit|von)\b|trainings(?:daten|zeitraum))[^:|]{0,30}/i;
const day = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;

/** Of lines that begin with words such as "trained on" those with two days, the earlier first. */
export function trainedOn(text: string): readonly TrainedOn[] {
  return readMarkdown(text).lines.flatMap(({ text: raw, line }): readonly TrainedOn[] => {
    if (!label.test(raw)) return [];
    const [from, to, another] = raw.match(day) ?? [];
    return from === undefined || to === undefined || another !== undefined || to < from ? [] : [{ from, to, line }];
  });
}
