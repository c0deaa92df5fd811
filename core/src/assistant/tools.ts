import { stages } from '../assessment.ts';

/** A tool that an assistant may call: over the Model Context Protocol, and in the editor as a language model tool. */
export interface AssistantTool {
  readonly name: string;
  readonly title: string;
  /** For the model: when to call it, and what it gets. */
  readonly description: string;
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, object>>;
    readonly required?: readonly string[];
    readonly additionalProperties: false;
  };
}

export const checkTool: AssistantTool = {
  name: 'ai-system_check',
  title: 'Check an AI system spec',
  description:
    'Checks ai-system.yaml, the file in which a team says what its AI system depends on, how it is measured, watched and owned. Gives the stage that is claimed and the one that is earned, and every finding with line, rule and fixes. Call it after each change to such a file, and before you say that one is done. A placeholder is not an answer, and it is found.',
  inputSchema: {
    type: 'object',
    properties: {
      path: {
        type: 'string',
        description: 'The spec, or a folder whose specs are all checked, within the workspace. Without it: all specs.',
      },
      text: {
        type: 'string',
        description: 'Check this text as if it stood in the file at `path`, before it is written.',
      },
      stage: {
        type: 'string',
        enum: [...stages],
        description: 'Judge as if the system were at this stage. Without it: at the stage that the spec claims.',
      },
    },
    additionalProperties: false,
  },
};

export const explainTool: AssistantTool = {
  name: 'ai-system_explain',
  title: 'Explain a rule for AI system specs',
  description:
    'What a rule asks for and why, which answers do not count, a bad and a good example, and how to mend it. Call it with the rule of a finding of ai-system_check before you mend that finding.',
  inputSchema: {
    type: 'object',
    properties: { rule: { type: 'string', description: 'The id of the rule, such as alert-quality.' } },
    required: ['rule'],
    additionalProperties: false,
  },
};

export const assistantTools: readonly AssistantTool[] = [checkTool, explainTool];
