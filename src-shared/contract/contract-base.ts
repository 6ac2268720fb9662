// What every call of the window has in common: the one way it fails in an expected way, and how records are named.

import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Problem } from '../base/problem.ts';
import { recordId } from './inputs.ts';

/** A call that fails with one typed problem: stable code, path, facts. */
export const base = oc.errors({ PROBLEM: { status: 422, data: type<Problem>() } });

export const id = z.object({ id: recordId });
