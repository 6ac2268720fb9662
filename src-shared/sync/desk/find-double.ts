// Finds out that this desk was cloned or restored: somebody else has gone on with its own chain.

import type { Change } from '../../history/change.ts';
import type { ChangeId, DeviceId, IncarnationId } from '../../history/ids.ts';

/**
 * True when a change that came from outside is of this desk's present incarnation and was not here: a twin of this
 * desk, or this desk before its disk was replaced, has written it. The desk must begin a new incarnation then; both
 * branches stay.
 */
export function isOfDouble(
  { id, header }: Change,
  own: { readonly device: DeviceId; readonly incarnation: IncarnationId },
  hasChange: (id: ChangeId) => boolean,
): boolean {
  return header.device === own.device && header.incarnation === own.incarnation && !hasChange(id);
}
