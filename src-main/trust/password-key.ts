// Turns a password into a key, slowly on purpose (argon2id, RFC 9106).

import { hashRaw } from '@node-rs/argon2';
import { normalisePassword } from './password-rules.ts';
import type { Random } from './random.ts';

/** How a password was stretched; kept with each entry, so that the cost can be raised later. */
export type Stretching = {
  /** 16 bytes, base64. */
  readonly salt: string;
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
};

/** What it costs to try one password. Tests that are about something else may ask for less. */
export type StretchingCost = Omit<Stretching, 'salt'>;
export const usualCost: StretchingCost = { memory: 65_536, passes: 3, lanes: 1 };

export function newStretching(cost: StretchingCost, random: Random): Stretching {
  return { ...cost, salt: Buffer.from(random(16)).toString('base64') };
}

/** 256 bits; takes 60 to 250 ms and runs beside the event loop. */
export async function passwordToKey(password: string, stretching: Stretching): Promise<Uint8Array> {
  return hashRaw(normalisePassword(password), {
    salt: Buffer.from(stretching.salt, 'base64'),
    memoryCost: stretching.memory,
    timeCost: stretching.passes,
    parallelism: stretching.lanes,
    outputLen: 32,
  });
}
