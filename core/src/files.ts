/** Whether a file of this name is a spec: `ai-system.yaml`, `claims.ai-system.yml`. `name` is the last part of a path. */
export function isSpecFileName(name: string): boolean {
  return /^(?:.+\.)?ai-system\.ya?ml$/.test(name);
}

/** The project's settings, in the repository's root or anywhere above a spec. */
export const configFileName = 'ai-system.config.yaml';

/** The names it may have. The first that a folder holds counts. */
export const configFileNames: readonly string[] = [configFileName, 'ai-system.config.yml'];

export function isConfigFileName(name: string): boolean {
  return configFileNames.includes(name);
}

export function isPackFileName(name: string): boolean {
  return /^(?:.*\.)?ai-system-pack\.ya?ml$/.test(name);
}
