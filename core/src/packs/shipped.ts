/** The packs that come with the command: they map clauses, add no requirement, and so need no configuration. */
export const shippedPackNames = ['eu-ai-act', 'iso-42001', 'nist-ai-rmf', 'owasp'] as const;

export type ShippedPack = (typeof shippedPackNames)[number];
