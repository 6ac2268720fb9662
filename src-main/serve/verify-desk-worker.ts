// Verifies a desk in a thread of its own, on a connection of its own, so that nobody waits for it.

import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { required } from '../../src-shared/base/assert.ts';
import { closeDesk, openDesk } from '../records/open-desk.ts';
import { verifyDesk } from '../records/verify-desk.ts';
import { thisMachineOptions } from './this-machine.ts';

const given = z.object({ directory: z.string(), deskKey: z.instanceof(Uint8Array), machine: z.string() });

const { directory, deskKey, machine } = given.parse(workerData);
const desk = openDesk({ ...thisMachineOptions(directory), deskKey, machine, isBeside: true, notify: () => undefined });
const answer = desk.ok ? { ok: true, value: verifyDesk(desk.value) } : desk;
if (desk.ok) closeDesk(desk.value);
deskKey.fill(0);
required(parentPort, 'verification runs in a worker').postMessage(answer);
