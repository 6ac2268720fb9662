// Looks through an open desk in a thread of its own, on connections of its own.

import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { required } from '../../src-shared/base/assert.ts';
import { closeDesk, openDesk } from '../records/open-desk.ts';
import { examineDesk } from '../repair/examine-desk.ts';
import { thisMachineOptions } from './this-machine.ts';

const given = z.object({ directory: z.string(), deskKey: z.instanceof(Uint8Array), machine: z.string() });

const { directory, deskKey, machine } = given.parse(workerData);
const notify = () => undefined;
const desk = openDesk({ ...thisMachineOptions(directory), deskKey, machine, isBeside: true, notify });
const answer = desk.ok ? { ok: true, value: examineDesk(desk.value, directory) } : desk;
if (desk.ok) closeDesk(desk.value);
deskKey.fill(0);
required(parentPort, 'a desk is looked through in a worker').postMessage(answer);
