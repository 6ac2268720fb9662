// Checks what arrived in a thread of its own, on a connection of its own, so that nobody waits for it.

import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { required } from '../../src-shared/base/assert.ts';
import { closeDesk, openDesk } from '../records/open-desk.ts';
import { checkedUpTo, verifyArrived } from '../records/verify-arrived.ts';
import { thisMachineOptions } from './this-machine.ts';

const given = z.object({
  directory: z.string(),
  deskKey: z.instanceof(Uint8Array),
  machine: z.string(),
  upTo: checkedUpTo,
});

const { directory, deskKey, machine, upTo } = given.parse(workerData);
const desk = openDesk({ ...thisMachineOptions(directory), deskKey, machine, isBeside: true, notify: () => undefined });
const answer = desk.ok ? { ok: true, value: verifyArrived(desk.value, upTo) } : desk;
if (desk.ok) closeDesk(desk.value);
deskKey.fill(0);
required(parentPort, 'what arrived is checked in a worker').postMessage(answer);
