// Finds out that this desk was cloned or restored: somebody else has gone on with its own chain.

import type { ChainTip } from '../../history/chain-tip.ts';
import type { Change } from '../../history/change.ts';

/**
 * True when a change that came from outside is of this desk's present incarnation and is not its own: another number
 * than it has used, or another change with a number it has. It must then begin a new incarnation; nothing is removed.
 * @param hasChange whether the change was here before it came
 */
export function isOfDouble({ id, header }: Change, own: ChainTip, hasChange: (id: Change['id']) => boolean): boolean {
  return (
    header.scope === own.scope &&
    header.device === own.device &&
    header.incarnation === own.incarnation &&
    !hasChange(id)
  );
}
