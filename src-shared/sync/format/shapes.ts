// The shapes that messages are made of. Everything from outside is read through these before anything looks at it.

import { z } from 'zod';
import type { ChangeId, DeviceId, IncarnationId, ScopeId } from '../../history/ids.ts';
import { isChangeId, isDeviceId, isIncarnationId, isScopeId } from '../../history/ids.ts';
import type { ChainValue, EpochId } from './log-point.ts';
import { isChainValue, isEpochId } from './log-point.ts';
import { syncLimits } from './sync-limits.ts';

export const scopeShape = z.custom<ScopeId>(isScopeId, 'a scope');
export const deviceShape = z.custom<DeviceId>(isDeviceId, 'a device');
export const incarnationShape = z.custom<IncarnationId>(isIncarnationId, 'an incarnation');
export const changeShape = z.custom<ChangeId>(isChangeId, 'a change id');
export const epochShape = z.custom<EpochId>(isEpochId, 'an epoch');
export const chainShape = z.custom<ChainValue>(isChainValue, 'a chain value');
export const seqShape = z.int().min(0);
/** ms since 1970 by the centre's clock. */
export const momentShape = z.int().min(0);
export const hexShape = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

export const chainPointShape = z.object({ seq: seqShape, chain: chainShape });
export const logPointShape = chainPointShape.extend({ scope: scopeShape, epoch: epochShape });
export const standingShape = z.object({
  scope: scopeShape,
  epoch: epochShape,
  head: chainPointShape,
  there: chainShape.nullable(),
});

/** The facts of a problem, so that its words can be said where it is shown. */
export const factsShape = z.record(z.string().max(40), z.union([z.string().max(200), z.number()]));

/** One change of a chain, named by chain, number and id; the id vouches for all numbers before it. */
export const chainTipShape = z.object({
  scope: scopeShape,
  device: deviceShape,
  incarnation: incarnationShape,
  n: z.int().min(1),
  id: changeShape,
});
export const vectorShape = z.array(chainTipShape).max(syncLimits.vectorChains);
