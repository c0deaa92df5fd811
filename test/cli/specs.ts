/** Specs of a retired system: only the rules of the language apply to it, so no new requirement changes what is found. */
export const clean = `apiVersion: ai-system/v1
system:
  name: sample
  stage: retired
`;

/** One error that no safe fix mends. */
export const broken = `${clean}  ownr: nobody
`;

/** One warning with a safe fix. */
export const unquoted = `${clean}models:
  chat:
    version: 1.10
prompts:
  greeting:
    used_by: chat
`;
export const quoted = unquoted.replace('1.10', '"1.10"');

/** The warning that can be mended, and the error that cannot. */
export const both = `${unquoted}  farewell:
    used_by: nobody-knows
`;

export const foreign = `apiVersion: example.com/v2
kind: Something
`;
