import type { Slip } from '../../evidence/formats/slip.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Named, Proof } from '../proof.ts';

/** A file of which nothing can be loaded, whoever wants something of it. */
export function broken(named: Pick<Named, 'span'>, file: ArtifactPath, slip: Slip | number): Proof {
  const path = shownPath(file);
  const isJson = /\.json$/i.test(file.path);
  const { format, line, ends }: Slip =
    typeof slip === 'number' ? { format: isJson ? 'JSON' : 'YAML', line: slip } : slip;
  const what = ends ? `it is no ${format}, since it ends in line ${line}` : `line ${line} is no ${format}`;
  return {
    at: named,
    state: 'contradicted',
    reason: `Nothing can load ${path}: ${what}.`,
    facts: [{ file, line, says: ends ? `The ${format} ends here.` : `The line is no ${format}.` }],
    lacks: path,
  };
}
