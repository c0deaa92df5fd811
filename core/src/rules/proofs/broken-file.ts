import type { Slip } from '../../evidence/formats/slip.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { clipped } from '../../shown.ts';
import type { Named, Proof } from '../proof.ts';

/** A file of which nothing can be loaded, whoever wants something of it. */
export function broken(named: Pick<Named, 'span'>, file: ArtifactPath, { format, line, ends, twice }: Slip): Proof {
  const path = shownPath(file);
  const wrong = twice === undefined ? `is no ${format}` : `has \`${clipped(twice, 40)}\` a second time`;
  return {
    at: named,
    state: 'contradicted',
    reason: `Nothing can load ${path}: ${ends ? `it is no ${format}, since it ends in line ${line}` : `line ${line} ${wrong}`}.`,
    facts: [{ file, line, says: ends ? `The ${format} ends here.` : `The line ${wrong}.` }],
    lacks: path,
  };
}
