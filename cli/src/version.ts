declare const AI_SYSTEM_VERSION: string | undefined;

/** Written in by the bundler, so that the command reads no file of the package. */
export const version = typeof AI_SYSTEM_VERSION === 'string' ? AI_SYSTEM_VERSION : '0.0.0';
