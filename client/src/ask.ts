import * as vscode from 'vscode';

export interface Choice<T extends string> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface Question<T extends string> {
  readonly title: string;
  readonly placeholder: string;
  readonly step: number;
  readonly steps: number;
  /** While they are on their way the question is there already. */
  readonly choices: Promise<{ readonly items: readonly Choice<T>[]; readonly likely?: T }>;
  /** What was answered before somebody came back. */
  readonly before?: T;
}

/** The question that is shown, once it can be answered: which one it is, and what Enter would answer. */
export interface Shown {
  readonly step: number;
  readonly active: string | undefined;
  readonly labels: readonly string[];
}

let shown: Shown | undefined;

export function shownQuestion(): Shown | undefined {
  return shown;
}

/** One of several questions in a row; `back` to the one before, undefined where somebody leaves it. */
export function ask<T extends string>(question: Question<T>): Promise<T | 'back' | undefined> {
  const { title, placeholder, step, steps, choices, before } = question;
  const picker = vscode.window.createQuickPick<Choice<T>>();
  Object.assign(picker, { title, placeholder, step, totalSteps: steps, busy: true });
  if (step > 1) picker.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const answer = (value: T | 'back' | undefined) => {
      shown = undefined;
      resolve(value);
      picker.dispose();
    };
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      if (chosen !== undefined) answer(chosen.value);
    });
    picker.onDidChangeActive(([active]) => {
      const labels = picker.items.map(({ label, description = '' }) => `${label} ${description}`.trim());
      shown = picker.busy ? undefined : { step, active: active?.value, labels };
    });
    picker.onDidTriggerButton(() => answer('back'));
    picker.onDidHide(() => answer(undefined));
    picker.show();
    void choices.then(({ items, likely }) => {
      picker.busy = false;
      picker.items = items;
      const active = before ?? likely;
      // Without one the first is active by itself.
      if (active !== undefined) picker.activeItems = items.filter(({ value }) => value === active);
    });
  });
}
